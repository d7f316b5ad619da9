package io.inverseof.jdbc.saving;

import java.util.List;
import java.util.function.Predicate;

import io.inverseof.jdbc.AggregateGraph;
import io.inverseof.jdbc.AssociationQueries;
import io.inverseof.jdbc.RowObserver;
import io.inverseof.model.AssociationProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.relational.core.conversion.RelationalEntityVersionUtils;
import org.springframework.data.relational.core.dialect.Dialect;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * What saving graphs is made of. Thread-safe.
 *
 * @since 0.1.0
 */
public final class GraphParts {

	private final AggregateGraph graph;

	private final ObjectProvider<JdbcAggregateOperations> operations;

	private final JdbcConverter converter;

	private final KeyStatements statements;

	private final NullableColumns nullableColumns;

	private final DependentDeletion dependents;

	private final RowObserver observer;

	/**
	 * Puts the parts together.
	 * @param graph knows the associations
	 * @param operations writes aggregates
	 * @param converter converts values
	 * @param jdbc sends the statements that write keys
	 * @param dialect of the database
	 * @param queries knows the scopes
	 * @param observer is told of the rows that others count
	 */
	public GraphParts(AggregateGraph graph, ObjectProvider<JdbcAggregateOperations> operations, JdbcConverter converter,
			NamedParameterJdbcOperations jdbc, Dialect dialect, AssociationQueries queries, RowObserver observer) {
		this.graph = graph;
		this.operations = operations;
		this.converter = converter;
		this.observer = observer;
		this.statements = new KeyStatements(converter, jdbc, dialect, queries, observer);
		this.nullableColumns = new NullableColumns(converter, jdbc.getJdbcOperations(), dialect);
		this.dependents = new DependentDeletion(graph, operations, this.statements, this.nullableColumns,
				new RowClasses(converter, jdbc, dialect));
	}

	AggregateGraph graph() {
		return this.graph;
	}

	RowObserver observer() {
		return this.observer;
	}

	KeyStatements statements() {
		return this.statements;
	}

	DependentDeletion dependents() {
		return this.dependents;
	}

	Predicate<AssociationProperty> nullable() {
		return this.nullableColumns::areNullable;
	}

	/**
	 * Writes objects of one class that are {@linkplain GraphSave#isInProgress in
	 * progress}, and nothing else.
	 */
	List<Object> saveAlone(List<Object> entities) {
		JdbcAggregateOperations template = this.operations.getObject();
		return (entities.size() == 1) ? List.of(template.save(entities.get(0))) : template.saveAll(entities);
	}

	/**
	 * Deletes aggregates of one class like any others.
	 */
	void deleteAll(List<Object> entities) {
		this.operations.getObject().deleteAll(entities);
	}

	GeneratedValues generatedValues(Object entity) {
		return new GeneratedValues(entity, entityOf(entity));
	}

	@Nullable Number versionOf(Object entity) {
		RelationalPersistentEntity<Object> type = entityOf(entity);
		return type.hasVersionProperty()
				? RelationalEntityVersionUtils.getVersionNumberFromEntity(entity, type, this.converter) : null;
	}

	/**
	 * Counts the version of an object up as its row was.
	 * @return the object, or a copy of an immutable one
	 */
	Object nextVersion(Object entity, Number version) {
		return RelationalEntityVersionUtils.setVersionNumberOnEntity(entity, version.longValue() + 1, entityOf(entity),
				this.converter);
	}

	@SuppressWarnings("unchecked")
	private RelationalPersistentEntity<Object> entityOf(Object entity) {
		return (RelationalPersistentEntity<Object>) this.converter.getMappingContext()
			.getRequiredPersistentEntity(entity.getClass());
	}

}
