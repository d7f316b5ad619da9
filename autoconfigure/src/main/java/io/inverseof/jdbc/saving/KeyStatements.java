package io.inverseof.jdbc.saving;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

import io.inverseof.jdbc.AssociationQueries;
import io.inverseof.jdbc.RowObserver;
import io.inverseof.jdbc.batch.IdColumns;
import io.inverseof.jdbc.batch.KeyBinding;
import io.inverseof.jdbc.batch.KeyBinding.BoundKeys;
import io.inverseof.jdbc.inheritance.SubclassRelations;
import io.inverseof.jdbc.inheritance.TypeConditions;
import io.inverseof.model.AssociationProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.core.convert.Identifier;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.core.convert.QueryMapper;
import org.springframework.data.relational.core.dialect.Dialect;
import org.springframework.data.relational.core.query.CriteriaDefinition;
import org.springframework.data.relational.core.sql.Column;
import org.springframework.data.relational.core.sql.Condition;
import org.springframework.data.relational.core.sql.Conditions;
import org.springframework.data.relational.core.sql.Table;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * Sends the statements that change nothing but foreign keys, or depend on nothing else.
 * Their texts depend on the association and not on the rows, so that databases and
 * drivers can keep them. Nobody else is told of what they change. Thread-safe; uses the
 * transaction of the calling thread.
 */
final class KeyStatements {

	private final JdbcConverter converter;

	private final NamedParameterJdbcOperations operations;

	private final AssociationQueries queries;

	private final QueryMapper mapper;

	private final KeyBinding binding;

	private final KeySql sql;

	private final RowUpdates rows;

	private final SubclassRelations subclassRelations;

	private final RowObserver observer;

	private final Map<AssociationProperty, KeyTable> tables = new ConcurrentHashMap<>();

	KeyStatements(JdbcConverter converter, NamedParameterJdbcOperations operations, Dialect dialect,
			AssociationQueries queries, RowObserver observer) {
		this.converter = converter;
		this.operations = operations;
		this.queries = queries;
		this.observer = observer;
		this.mapper = new QueryMapper(converter);
		this.binding = new KeyBinding(converter, dialect);
		this.sql = new KeySql(dialect);
		this.rows = new RowUpdates(converter, operations, this.sql);
		this.subclassRelations = new SubclassRelations(converter.getMappingContext());
	}

	/**
	 * Gives rows the key of an owner. A row with a version is changed only if it has that
	 * version, and gets the next one.
	 * @return for each row whether it was updated
	 */
	boolean[] point(AssociationProperty property, Object ownerId, List<RowVersion> rows) {
		RowObserver.Rows observed = this.observer.changingKeys(property, null, ownerId, ids(rows));
		boolean[] pointed = this.rows.update(table(property), KeyChange.POINT, ownerId, rows);
		observed.written(pointed);
		return pointed;
	}

	/**
	 * Takes the key of an owner from rows that still have it. A row with a version is
	 * changed only if it has that version, and gets the next one.
	 * @return for each row whether it was updated
	 */
	boolean[] clear(AssociationProperty property, Object ownerId, List<RowVersion> rows) {
		RowObserver.Rows observed = this.observer.changingKeys(property, ownerId, null, ids(rows));
		boolean[] cleared = this.rows.update(table(property), KeyChange.CLEAR, ownerId, rows);
		observed.written(cleared);
		return cleared;
	}

	private static List<Object> ids(List<RowVersion> rows) {
		return rows.stream().map(RowVersion::id).toList();
	}

	/**
	 * Deletes those of several rows that still have the key of an owner.
	 * @return how many there were
	 */
	int delete(AssociationProperty property, Object ownerId, List<Object> ids) {
		int deleted = 0;
		for (BoundKeys rows : rowsOf(table(property), ids)) {
			deleted += delete(property, ownedRows(property, ownerId, rows));
		}
		return deleted;
	}

	/**
	 * Finds those of several rows that have the key of an owner.
	 * @return their ids, of the type of the id property
	 */
	List<Object> owned(AssociationProperty property, Object ownerId, Collection<?> ids) {
		List<Object> owned = new ArrayList<>();
		for (BoundKeys rows : rowsOf(table(property), ids)) {
			owned.addAll(select(ownedRows(property, ownerId, rows)));
		}
		return owned;
	}

	private List<Object> select(Rows rows) {
		KeyTable table = rows.table();
		return this.operations.query(this.sql.select(table, rows.condition()), rows.parameters(),
				(row, number) -> table.ids().read(row));
	}

	/**
	 * Finds all rows that the association of several owners finds.
	 * @return their ids, of the type of the id property
	 */
	List<Object> idsOfAll(AssociationProperty property, Collection<?> ownerIds) {
		List<Object> ids = new ArrayList<>();
		for (BoundKeys owners : bound(table(property).keys(List.copyOf(ownerIds)))) {
			ids.addAll(select(rowsOfOwners(property, owners)));
		}
		return ids;
	}

	/**
	 * Finds all rows of an entity.
	 * @return their ids, of the type of the id property
	 */
	List<Object> idsOf(Class<?> type) {
		IdColumns ids = IdColumns.of(this.converter.getMappingContext().getRequiredPersistentEntity(type),
				this.converter);
		Table table = Table.create(ids.table());
		MapSqlParameterSource parameters = new MapSqlParameterSource();
		Condition ofType = TypeConditions.of(this.converter.getMappingContext(), type, table, parameters);
		return this.operations.query(this.sql.select(table, ids.names(), ofType), parameters,
				(row, number) -> ids.read(row));
	}

	/**
	 * Takes the keys of several owners from all rows that the association finds.
	 * @return how many there were
	 */
	int clearAll(AssociationProperty property, Collection<?> ownerIds) {
		int cleared = 0;
		for (BoundKeys owners : bound(table(property).keys(List.copyOf(ownerIds)))) {
			Rows rows = rowsOfOwners(property, owners);
			RowObserver.Rows observed = this.observer.clearing(property, rows.condition(), rows.parameters());
			cleared += send(rows, this.sql::clear);
			observed.written();
		}
		return cleared;
	}

	/**
	 * Deletes all rows that the association of several owners finds.
	 * @return how many there were
	 */
	int deleteAll(AssociationProperty property, Collection<?> ownerIds) {
		int deleted = 0;
		for (BoundKeys owners : bound(table(property).keys(List.copyOf(ownerIds)))) {
			deleted += delete(property, rowsOfOwners(property, owners));
		}
		return deleted;
	}

	private int delete(AssociationProperty property, Rows rows) {
		RowObserver.Rows observed = this.observer.deleting(property.target(), rows.condition(), rows.parameters());
		int deleted = send(rows, this.sql::delete);
		observed.written();
		return deleted;
	}

	/**
	 * Sets the key of a row that was inserted without it, because its target needed it
	 * first.
	 */
	void pointBack(AssociationProperty belongsTo, Object rowId, Object key) {
		point(belongsTo, key, List.of(new RowVersion(rowId, null)));
	}

	/**
	 * Tells whether aggregates of a class are rows of one table, without entities inside,
	 * those of its subclasses included.
	 */
	boolean isOneTable(Class<?> type) {
		return this.converter.getMappingContext()
			.findPersistentPropertyPaths(type, (property) -> property.isEntity() && !property.isEmbedded())
			.isEmpty() && this.subclassRelations.of(type).isEmpty();
	}

	private KeyTable table(AssociationProperty property) {
		return this.tables.computeIfAbsent(property, (key) -> KeyTable.of(key, this.converter));
	}

	private int send(Rows rows, BiFunction<KeyTable, Condition, String> statement) {
		return this.operations.update(statement.apply(rows.table(), rows.condition()), rows.parameters());
	}

	private List<BoundKeys> rowsOf(KeyTable table, Collection<?> ids) {
		return bound(table.ids(List.copyOf(ids)));
	}

	private List<BoundKeys> bound(List<Identifier> keys) {
		return keys.isEmpty() ? List.of() : KeyBinding.divide(keys).stream().map(this.binding::bind).toList();
	}

	private Rows ownedRows(AssociationProperty property, Object ownerId, BoundKeys rows) {
		KeyTable table = table(property);
		MapSqlParameterSource parameters = rows.parameters();
		this.rows.addAll(parameters, KeySql.KEY, table.key(ownerId));
		Condition condition = in(rows, table.idColumns()).and(KeySql.equal(table.foreignKeyColumns(), KeySql.KEY));
		return new Rows(table, ofType(table, condition, parameters), parameters);
	}

	private Rows rowsOfOwners(AssociationProperty property, BoundKeys owners) {
		KeyTable table = table(property);
		MapSqlParameterSource parameters = owners.parameters();
		Condition condition = ofType(table, in(owners, table.foreignKeyColumns()), parameters);
		CriteriaDefinition filter = this.queries.filter(property);
		if (filter != null) {
			condition = condition
				.and(Conditions.nest(this.mapper.getMappedObject(parameters, filter, table.table(), table.entity())));
		}
		return new Rows(table, condition, parameters);
	}

	private Condition ofType(KeyTable table, Condition condition, MapSqlParameterSource parameters) {
		Condition ofType = TypeConditions.of(this.converter.getMappingContext(), table.entity().getType(),
				table.table(), parameters);
		return (ofType != null) ? condition.and(ofType) : condition;
	}

	private static Condition in(BoundKeys keys, List<Column> columns) {
		return Conditions.nest(keys.condition().on(columns));
	}

	/**
	 * A child row.
	 *
	 * @param id its id
	 * @param version its version, if it has one
	 */
	record RowVersion(Object id, @Nullable Number version) {
	}

	/**
	 * Rows that a statement is about.
	 *
	 * @param table their table
	 * @param condition which of its rows
	 * @param parameters of the condition
	 */
	private record Rows(KeyTable table, Condition condition, MapSqlParameterSource parameters) {
	}

}
