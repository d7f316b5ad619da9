package io.inverseof.jdbc.batch;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.core.convert.Identifier;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.mapping.PersistentPropertyPath;
import org.springframework.data.relational.core.mapping.AggregatePath;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.relational.core.sql.SqlIdentifier;
import org.springframework.data.relational.domain.RowDocument;
import org.springframework.util.Assert;

/**
 * A collection inside an aggregate, seen from the entity that Spring Data JDBC reads it
 * for. Immutable, thread-safe.
 */
final class CollectionPath {

	private final AggregatePath path;

	private final RelationalPersistentEntity<?> entity;

	private final List<BackReference> backReferences;

	private final boolean nested;

	private final CollectionSelect select;

	private CollectionPath(AggregatePath path, List<BackReference> backReferences, boolean nested,
			CollectionSelect select) {
		this.path = path;
		this.entity = path.getRequiredLeafEntity();
		this.backReferences = backReferences;
		this.nested = nested;
		this.select = select;
	}

	static CollectionPath of(AggregatePath path, JdbcConverter converter, CollectionSelect select) {
		boolean nested = false;
		for (PersistentPropertyPath<RelationalPersistentProperty> inner : converter.getMappingContext()
			.findPersistentPropertyPaths(path.getRequiredLeafEntity().getType(), (property) -> true)) {
			nested |= isCollection(inner.getLeafProperty());
		}
		return new CollectionPath(path, backReferences(path, converter), nested, select);
	}

	private static boolean isCollection(RelationalPersistentProperty property) {
		return property.isEntity() && (property.isCollectionLike() || property.isMap());
	}

	/**
	 * None where the entity around the collection has no id: then its rows refer to what
	 * the entity itself refers to.
	 */
	private static List<BackReference> backReferences(AggregatePath path, JdbcConverter converter) {
		List<BackReference> references = new ArrayList<>(1);
		if (path.getIdDefiningParentPath().hasIdProperty()) {
			path.getTableInfo()
				.backReferenceColumnInfos()
				.forEach((id, column) -> references.add(new BackReference(id.getColumnInfo().alias().getReference(),
						column.name(), converter.getColumnType(id.getRequiredLeafProperty()))));
		}
		return references;
	}

	String name() {
		return this.path.toDotPath();
	}

	Class<?> owner() {
		return this.path.getRequiredBaseProperty().getOwner().getType();
	}

	/**
	 * Whether elements have collections of their own.
	 */
	boolean isNested() {
		return this.nested;
	}

	CollectionSelect select() {
		return this.select;
	}

	/**
	 * Tells what Spring Data JDBC will ask for when it reads this collection of a row.
	 */
	@Nullable Identifier identifierOf(LevelRow row) {
		if (this.backReferences.isEmpty()) {
			return row.identifier();
		}
		Identifier identifier = Identifier.empty();
		for (BackReference reference : this.backReferences) {
			Object value = row.value(reference.label());
			if (value == null) {
				return null;
			}
			identifier = identifier.withPart(reference.column(), value, reference.type());
		}
		return identifier;
	}

	/**
	 * Tells what an element is known by, which for an element without an id is its key or
	 * its place.
	 */
	@Nullable Identifier elementIdentifier(Identifier parent, RowDocument row, int number) {
		if (this.path.isMap()) {
			Object key = row.get(qualifier().getReference());
			return (key != null) ? parent.withPart(qualifier(), key, Object.class) : null;
		}
		return isNumbered() ? parent.withPart(qualifier(), number, Object.class) : parent;
	}

	private boolean isNumbered() {
		return !this.path.hasIdProperty() && this.path.isQualified();
	}

	private SqlIdentifier qualifier() {
		return this.path.getTableInfo().getRequiredQualifierColumnInfo().name();
	}

	Object toElement(RowDocument row, int number, Identifier parent, RowConversion conversion) {
		Object value = this.path.isMap() ? row.get(qualifier().getReference()) : null;
		Assert.isTrue(!this.path.isMap() || value != null, "Key must not be null");
		Object key = (value != null)
				? conversion.toKey(value, this.path.getRequiredLeafProperty().getQualifierColumnType()) : null;
		Identifier identifier = elementIdentifier(parent, row, number);
		Object element = conversion.toEntity(this.entity.getTypeInformation(), row,
				(identifier != null) ? identifier : parent);
		return this.path.isMap() ? new AbstractMap.SimpleEntry<>(key, element) : element;
	}

	/**
	 * A column that refers to the entity around a collection.
	 *
	 * @param label the label of the id in the row of that entity
	 * @param column the column of the collection's table
	 * @param type the type of the id
	 */
	private record BackReference(String label, SqlIdentifier column, Class<?> type) {
	}

}
