package io.inverseof.jdbc;

import java.util.List;

import io.inverseof.model.AssociationProperty;
import io.inverseof.model.PolymorphicTargets;
import io.inverseof.model.TypeColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.relational.core.query.CriteriaDefinition;
import org.springframework.data.relational.core.sql.SqlIdentifier;

/**
 * The condition that rows refer to objects of one class. It names the column itself, for
 * no Java property does.
 *
 * @param column the type column
 * @param type what it holds
 */
record PolymorphicCriteria(SqlIdentifier column, String type) implements CriteriaDefinition {

	/**
	 * Returns the condition for the targets of a has-one or has-many.
	 * @return the condition, or {@code null} if their key says everything
	 */
	static @Nullable CriteriaDefinition of(AssociationProperty property, RelationalMappingContext context) {
		TypeColumn column = property.typeColumn();
		String type = (column != null) ? column.value() : null;
		return (column == null || type == null) ? null
				: new PolymorphicCriteria(identifier(column.name(), property.target(), context), type);
	}

	/**
	 * Returns the condition for rows that refer to objects of one class.
	 * @return the condition, or {@code null} if the key says everything
	 */
	static @Nullable CriteriaDefinition ofReference(AssociationProperty belongsTo, Class<?> target,
			RelationalMappingContext context) {
		TypeColumn column = belongsTo.typeColumn();
		return (column == null) ? null : new PolymorphicCriteria(identifier(column.name(), belongsTo.owner(), context),
				PolymorphicTargets.nameOf(target));
	}

	/**
	 * Returns the column as it is rendered in SQL.
	 */
	static SqlIdentifier identifier(String name, Class<?> type, RelationalMappingContext context) {
		SqlIdentifier found = find(name, "", context.getRequiredPersistentEntity(type), context);
		return (found != null) ? found : SqlIdentifier.quoted(name);
	}

	private static @Nullable SqlIdentifier find(String name, String prefix, RelationalPersistentEntity<?> entity,
			RelationalMappingContext context) {
		for (RelationalPersistentProperty property : entity) {
			SqlIdentifier column = null;
			if (property instanceof TypeColumnProperty) {
				column = property.getColumnName().transform(prefix::concat);
			}
			else if (property.isEmbedded() && !property.isAssociation()) {
				SqlIdentifier embedded = find(name, prefix + property.getEmbeddedPrefix(),
						context.getRequiredPersistentEntity(property.getType()), context);
				column = embedded;
			}
			if (column != null && column.getReference().equalsIgnoreCase(name)) {
				return column;
			}
		}
		return null;
	}

	@Override
	public boolean isGroup() {
		return false;
	}

	@Override
	public List<CriteriaDefinition> getGroup() {
		return List.of();
	}

	@Override
	public SqlIdentifier getColumn() {
		return this.column;
	}

	@Override
	public Comparator getComparator() {
		return Comparator.EQ;
	}

	@Override
	public Object getValue() {
		return this.type;
	}

	@Override
	public boolean isIgnoreCase() {
		return false;
	}

	@Override
	public @Nullable CriteriaDefinition getPrevious() {
		return null;
	}

	@Override
	public boolean hasPrevious() {
		return false;
	}

	@Override
	public boolean isEmpty() {
		return false;
	}

	@Override
	public Combinator getCombinator() {
		return Combinator.INITIAL;
	}

	@Override
	public String toString() {
		return this.column + " = '" + this.type + "'";
	}

}
