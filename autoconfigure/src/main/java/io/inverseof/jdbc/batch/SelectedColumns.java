package io.inverseof.jdbc.batch;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.data.core.TypeInformation;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.core.convert.MappingJdbcConverter;
import org.springframework.data.jdbc.core.mapping.AggregateReference;
import org.springframework.data.mapping.PersistentPropertyPath;
import org.springframework.data.relational.core.mapping.AggregatePath;
import org.springframework.data.relational.core.mapping.AggregatePath.ColumnInfo;
import org.springframework.data.relational.core.mapping.AggregatePath.ColumnInfos;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.relational.core.sql.Column;
import org.springframework.data.relational.core.sql.Condition;
import org.springframework.data.relational.core.sql.Conditions;
import org.springframework.data.relational.core.sql.Expression;
import org.springframework.data.relational.core.sql.SelectBuilder.SelectJoin;
import org.springframework.data.relational.core.sql.SqlIdentifier;
import org.springframework.data.relational.core.sql.Table;

/**
 * The columns by which Spring Data JDBC reads an entity with everything inside it that is
 * not a collection, and the tables that they are in.
 */
final class SelectedColumns {

	private final JdbcConverter converter;

	private final RelationalMappingContext context;

	private final Map<SqlIdentifier, Expression> columns = new LinkedHashMap<>();

	private final Map<SqlIdentifier, Member> members = new LinkedHashMap<>();

	private SelectedColumns(JdbcConverter converter) {
		this.converter = converter;
		this.context = converter.getMappingContext();
	}

	static SelectedColumns of(RelationalPersistentEntity<?> entity, JdbcConverter converter) {
		SelectedColumns columns = new SelectedColumns(converter);
		for (PersistentPropertyPath<RelationalPersistentProperty> path : columns.context
			.findPersistentPropertyPaths(entity.getType(), (property) -> true)) {
			columns.include(columns.context.getAggregatePath(path));
		}
		return columns;
	}

	Map<SqlIdentifier, Expression> columns() {
		return this.columns;
	}

	SelectJoin join(SelectJoin select) {
		SelectJoin joined = select;
		for (Member member : this.members.values()) {
			joined = joined.leftOuterJoin(member.table()).on(member.condition());
		}
		return joined;
	}

	private void include(AggregatePath path) {
		RelationalPersistentEntity<?> parts = partsOf(path);
		if (parts != null) {
			parts.forEach((part) -> include(path.append(part)));
			return;
		}
		boolean inCollection = path.getParentPath().isMultiValued();
		if (path.isEntity()) {
			includeMember(path, inCollection);
		}
		else if (!inCollection) {
			include(path, path.getColumnInfo());
		}
	}

	/**
	 * What is read by several columns of the same table.
	 */
	private @Nullable RelationalPersistentEntity<?> partsOf(AggregatePath path) {
		RelationalPersistentProperty property = path.getRequiredLeafProperty();
		RelationalPersistentEntity<?> key = (property.isAssociation() && !property.isQualified()) ? keyOf(property)
				: null;
		if (key != null) {
			return key;
		}
		return path.isEmbedded() ? path.getRequiredLeafEntity() : null;
	}

	private @Nullable RelationalPersistentEntity<?> keyOf(RelationalPersistentProperty reference) {
		TypeInformation<?> type = keyType(reference);
		RelationalPersistentEntity<?> key = (type != null) ? this.context.getPersistentEntity(type) : null;
		return (type != null && key != null && hasSeveralColumns(key) && !isWrittenByConverter(type)) ? key : null;
	}

	private @Nullable TypeInformation<?> keyType(RelationalPersistentProperty reference) {
		if (AggregateReference.class.isAssignableFrom(reference.getType())) {
			return reference.getTypeInformation().getRequiredMapValueType();
		}
		TypeInformation<?> target = reference.getAssociationTargetTypeInformation();
		RelationalPersistentEntity<?> entity = (target != null) ? this.context.getPersistentEntity(target) : null;
		return (entity != null) ? entity.getRequiredIdProperty().getTypeInformation() : null;
	}

	private static boolean hasSeveralColumns(RelationalPersistentEntity<?> key) {
		Iterator<RelationalPersistentProperty> parts = key.iterator();
		if (parts.hasNext()) {
			parts.next();
		}
		return parts.hasNext();
	}

	private boolean isWrittenByConverter(TypeInformation<?> type) {
		return this.converter instanceof MappingJdbcConverter mapping
				&& mapping.getConversions().hasCustomWriteTarget(type.getType());
	}

	/**
	 * A member without an id is there if its reference to the entity around it is.
	 */
	private void includeMember(AggregatePath path, boolean inCollection) {
		if (!path.isMultiValued()) {
			join(path);
		}
		boolean selected = inCollection || path.isQualified() || path.isCollectionLike() || path.hasIdProperty();
		if (!selected) {
			include(path, path.getTableInfo().backReferenceColumnInfos().any());
		}
	}

	private void join(AggregatePath path) {
		Table table = tableOf(path);
		Table owner = tableOf(path.getIdDefiningParentPath());
		ColumnInfos ids = path.getIdDefiningParentPath().getTableInfo().idColumnInfos();
		Condition condition = path.getTableInfo()
			.backReferenceColumnInfos()
			.reduce(Conditions.unrestricted(), (id, reference) -> table.column(reference.name())
				.isEqualTo(owner.column(Objects.requireNonNull(ids.get(id)).name())), Condition::and);
		this.members.putIfAbsent(table.getReferenceName(), new Member(table, condition));
	}

	private void include(AggregatePath path, ColumnInfo info) {
		Column column = tableOf(path).column(info.name()).as(info.alias());
		this.columns.putIfAbsent(info.alias(), column);
	}

	private static Table tableOf(AggregatePath path) {
		SqlIdentifier alias = path.getTableInfo().tableAlias();
		Table table = Table.create(path.getTableInfo().qualifiedTableName());
		return (alias != null) ? table.as(alias) : table;
	}

	/**
	 * The table of an entity that is not in a collection.
	 */
	private record Member(Table table, Condition condition) {
	}

}
