package io.inverseof.jdbc.batch;

import java.util.ArrayList;
import java.util.List;

import io.inverseof.model.AssociationKind;
import io.inverseof.model.AssociationProperty;
import io.inverseof.model.PolymorphicTargets;
import io.inverseof.model.ThroughPath;
import io.inverseof.model.TypeColumn;
import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.core.convert.Identifier;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.sql.Column;
import org.springframework.data.relational.core.sql.Condition;
import org.springframework.data.relational.core.sql.SqlIdentifier;
import org.springframework.data.relational.core.sql.Table;

/**
 * The tables that an association leads through, and the columns that they have in common.
 * Immutable.
 *
 * @param target the table that is read
 * @param targetEntity its entity
 * @param join the table of the join aggregates
 * @param joinEntity their entity
 * @param owner the table of the owners, if it has the key of the join aggregates
 * @param steps columns that are equal: of the join table and the target, of the owner and
 * the join table
 * @param types columns that tell which class a key is an id of
 * @param keys the columns that tell the owner
 * @param ownerIds the ids of the owners
 * @param targetIds the ids of the rows that are read
 */
record ThroughTables(Table target, RelationalPersistentEntity<?> targetEntity, Table join,
		RelationalPersistentEntity<?> joinEntity, @Nullable Table owner, Steps steps, List<TypeValue> types,
		List<Column> keys, IdColumns ownerIds, IdColumns targetIds) {

	private static final String JOIN = "inverseof_join";

	private static final String OWNER = "inverseof_owner";

	static ThroughTables of(AssociationProperty association, ThroughPath path, JdbcConverter converter) {
		return new Maker(association, path, converter).make();
	}

	List<Identifier> identifiers(List<Object> ids) {
		return this.ownerIds.identifiers(ids, this.keys.stream().map(Column::getName).toList());
	}

	/**
	 * Columns that are equal.
	 *
	 * @param joinColumns of the join table
	 * @param targetColumns of the target, which are equal to those
	 * @param ownerIsJoin that the owner's key is that of the join aggregate, or
	 * {@code null}
	 */
	record Steps(List<Column> joinColumns, List<Column> targetColumns, @Nullable Condition ownerIsJoin) {

		Condition joinIsTarget() {
			return equal(this.joinColumns, this.targetColumns);
		}

		static Condition equal(List<Column> some, List<Column> others) {
			Condition condition = some.get(0).isEqualTo(others.get(0));
			for (int i = 1; i < some.size(); i++) {
				condition = condition.and(some.get(i).isEqualTo(others.get(i)));
			}
			return condition;
		}

	}

	/**
	 * What a column is to hold.
	 *
	 * @param column the column
	 * @param value its value
	 */
	record TypeValue(Column column, String value) {

	}

	/**
	 * Puts the tables together.
	 */
	private static final class Maker {

		private final AssociationProperty association;

		private final AssociationProperty joining;

		private final AssociationProperty source;

		private final JdbcConverter converter;

		private final RelationalMappingContext context;

		private final RelationalPersistentEntity<?> targetEntity;

		private final RelationalPersistentEntity<?> joinEntity;

		private final RelationalPersistentEntity<?> ownerEntity;

		private final Table target;

		private final Table join;

		private final Table owner;

		private final List<TypeValue> types = new ArrayList<>(0);

		Maker(AssociationProperty association, ThroughPath path, JdbcConverter converter) {
			this.association = association;
			this.joining = path.join();
			this.source = path.source();
			this.converter = converter;
			this.context = converter.getMappingContext();
			this.targetEntity = this.context.getRequiredPersistentEntity(association.target());
			this.joinEntity = this.context.getRequiredPersistentEntity(this.joining.target());
			this.ownerEntity = this.context.getRequiredPersistentEntity(association.owner());
			this.target = Table.create(this.targetEntity.getQualifiedTableName());
			this.join = Table.create(this.joinEntity.getQualifiedTableName()).as(JOIN);
			this.owner = Table.create(this.ownerEntity.getQualifiedTableName()).as(OWNER);
		}

		ThroughTables make() {
			boolean ownerHasKey = isBelongsTo(this.joining);
			Condition ownerIsJoin = ownerHasKey ? Steps.equal(keyColumns(this.joining, this.ownerEntity, this.owner),
					idColumns(this.joinEntity, this.join)) : null;
			List<Column> keys = ownerHasKey ? idColumns(this.ownerEntity, this.owner)
					: keyColumns(this.joining, this.joinEntity, this.join);
			Steps steps = steps(ownerIsJoin);
			addType(this.joining, ownerHasKey ? this.ownerEntity : this.joinEntity,
					ownerHasKey ? this.owner : this.join, this.joining.target());
			addType(this.source, isBelongsTo(this.source) ? this.joinEntity : this.targetEntity,
					isBelongsTo(this.source) ? this.join : this.target, this.association.target());
			return new ThroughTables(this.target, this.targetEntity, this.join, this.joinEntity,
					ownerHasKey ? this.owner : null, steps, List.copyOf(this.types), keys,
					IdColumns.of(this.ownerEntity, this.converter), IdColumns.of(this.targetEntity, this.converter));
		}

		private static boolean isBelongsTo(AssociationProperty association) {
			return association.kind() == AssociationKind.BELONGS_TO;
		}

		private Steps steps(@Nullable Condition ownerIsJoin) {
			return isBelongsTo(this.source)
					? new Steps(keyColumns(this.source, this.joinEntity, this.join),
							idColumns(this.targetEntity, this.target), ownerIsJoin)
					: new Steps(idColumns(this.joinEntity, this.join),
							keyColumns(this.source, this.targetEntity, this.target), ownerIsJoin);
		}

		private List<Column> idColumns(RelationalPersistentEntity<?> entity, Table table) {
			return columns(IdColumns.of(entity, this.converter).names(), table);
		}

		private List<Column> keyColumns(AssociationProperty association, RelationalPersistentEntity<?> entity,
				Table table) {
			return columns(KeyColumns.of(association.foreignKey(), entity, this.context), table);
		}

		private static List<Column> columns(List<SqlIdentifier> names, Table table) {
			return names.stream().map(table::column).toList();
		}

		/**
		 * The rows of a polymorphic belongs-to are of several classes, of which one is
		 * wanted.
		 */
		private void addType(AssociationProperty step, RelationalPersistentEntity<?> entity, Table table,
				Class<?> wanted) {
			TypeColumn type = step.typeColumn();
			if (type != null) {
				SqlIdentifier column = KeyColumns.of(List.of(type.name()), entity, this.context).get(0);
				String value = type.value();
				this.types.add(new TypeValue(table.column(column),
						(value != null) ? value : PolymorphicTargets.nameOf(wanted)));
			}
		}

	}

}
