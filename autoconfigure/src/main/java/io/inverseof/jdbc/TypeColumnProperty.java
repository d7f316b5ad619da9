package io.inverseof.jdbc;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;

import io.inverseof.Polymorphic;
import io.inverseof.holder.BelongsToHolder;
import org.jspecify.annotations.Nullable;
import org.springframework.data.core.TypeInformation;
import org.springframework.data.jdbc.core.mapping.BasicJdbcPersistentProperty;
import org.springframework.data.mapping.PersistentEntity;
import org.springframework.data.mapping.PersistentProperty;
import org.springframework.data.mapping.model.Property;
import org.springframework.data.mapping.model.SimpleTypeHolder;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.NamingStrategy;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.relational.domain.RowDocument;

/**
 * The column beside the key of a polymorphic belongs-to: read and written like a text
 * property, though its value is part of the belongs-to.
 */
final class TypeColumnProperty extends BasicJdbcPersistentProperty {

	private static final String SUFFIX = "_type";

	private static final TypeInformation<String> TEXT = TypeInformation.of(String.class);

	private final boolean complete;

	TypeColumnProperty(Property property, PersistentEntity<?, RelationalPersistentProperty> owner,
			SimpleTypeHolder simpleTypeHolder, NamingStrategy namingStrategy,
			AssociationPersistentProperty association) {
		super(property, owner, simpleTypeHolder, new Beside(column(association, namingStrategy)));
		this.complete = true;
	}

	static boolean isNeeded(AssociationPersistentProperty association) {
		return association.isAnnotationPresent(Polymorphic.class) && !association.isTransient();
	}

	/**
	 * The key's column ends with {@code _id} by convention. Names are in the case of the
	 * database, whether they were written or derived.
	 */
	private static String column(AssociationPersistentProperty association, NamingStrategy namingStrategy) {
		Polymorphic polymorphic = association.findAnnotation(Polymorphic.class);
		if (polymorphic != null && !polymorphic.typeColumn().isEmpty()) {
			return polymorphic.typeColumn();
		}
		String keyColumn = namingStrategy.getColumnName(association);
		return keyColumn.substring(0, keyColumn.length() - "_id".length()) + SUFFIX;
	}

	/**
	 * Returns the name of the type column of an association, which may lack one because
	 * its declaration is wrong.
	 */
	static String nameIn(RelationalPersistentEntity<?> entity, Field association) {
		RelationalPersistentProperty found = entity.getPersistentProperty(association.getName() + SUFFIX);
		return (found != null) ? found.getColumnName().getReference() : association.getName() + SUFFIX;
	}

	/**
	 * Finds the type column beside a key.
	 * @return the property, or {@code null} if the association is not polymorphic
	 */
	static @Nullable TypeColumnProperty beside(RelationalPersistentProperty association) {
		if (association instanceof AssociationPersistentProperty known) {
			return known.typeColumn();
		}
		return (association.getOwner()
			.getPersistentProperty(association.getName() + SUFFIX) instanceof TypeColumnProperty found) ? found : null;
	}

	/**
	 * Tells whether a property is a type column, with or without the prefix of an
	 * embedded object.
	 */
	static boolean isOne(PersistentProperty<?> property) {
		return property instanceof TypeColumnProperty || (property.getName().endsWith(SUFFIX)
				&& property.getOwner().getPersistentProperty(property.getName()) instanceof TypeColumnProperty);
	}

	/**
	 * Tells whether a row lacks the type of an association, which may be in an embedded
	 * object that puts a prefix before both columns.
	 */
	static boolean isUnread(RelationalPersistentProperty association, RowDocument row) {
		RelationalPersistentEntity<?> owner = association.getOwner();
		TypeColumnProperty type = beside(association);
		if (type == null) {
			return false;
		}
		String key = association.getColumnName().getReference();
		String plain = owner.getRequiredPersistentProperty(association.getName()).getColumnName().getReference();
		String prefix = key.substring(0, key.length() - plain.length());
		return !row.containsKey(prefix + type.getColumnName().getReference());
	}

	/**
	 * Returns the name of the association that a type column belongs to.
	 */
	static String associationOf(PersistentProperty<?> type) {
		return type.getName().substring(0, type.getName().length() - SUFFIX.length());
	}

	/**
	 * Returns what is to be written.
	 */
	static @Nullable Object valueIn(@Nullable Object association) {
		return (association instanceof BelongsToHolder<?, ?> holder) ? holder.typeToWrite() : null;
	}

	@Override
	public String getName() {
		return this.complete ? super.getName() + SUFFIX : super.getName();
	}

	/**
	 * The annotation names the column of the key.
	 */
	@Override
	public <A extends Annotation> @Nullable A findAnnotation(Class<A> annotationType) {
		return (annotationType == Column.class) ? null : super.findAnnotation(annotationType);
	}

	@Override
	public boolean isAnnotationPresent(Class<? extends Annotation> annotationType) {
		return annotationType != Column.class && super.isAnnotationPresent(annotationType);
	}

	@Override
	public Class<?> getType() {
		return String.class;
	}

	@Override
	public Class<?> getRawType() {
		return String.class;
	}

	@Override
	public TypeInformation<?> getTypeInformation() {
		return TEXT;
	}

	@Override
	protected TypeInformation<?> getActualTypeInformation() {
		return TEXT;
	}

	@Override
	public @Nullable TypeInformation<?> getAssociationTargetTypeInformation() {
		return null;
	}

	@Override
	public boolean isAssociation() {
		return false;
	}

	@Override
	public boolean isEntity() {
		return false;
	}

	@Override
	public boolean equals(@Nullable Object obj) {
		return this == obj;
	}

	@Override
	public int hashCode() {
		return 31 * super.hashCode();
	}

	@Override
	public String toString() {
		return super.toString() + SUFFIX;
	}

	/**
	 * Derives the one column.
	 */
	private record Beside(String column) implements NamingStrategy {

		@Override
		public String getColumnName(RelationalPersistentProperty property) {
			return this.column;
		}

	}

}
