package io.inverseof.jdbc;

import io.inverseof.jdbc.batch.AggregateBatching;
import io.inverseof.jdbc.batch.KeyedSelects;
import io.inverseof.jdbc.batch.ThroughSelects;
import io.inverseof.jdbc.inheritance.SharedTableStrategy;
import org.jspecify.annotations.Nullable;

import org.springframework.data.convert.CustomConversions;
import org.springframework.data.jdbc.core.convert.DataAccessStrategy;
import org.springframework.data.jdbc.core.convert.DataAccessStrategyFactory;
import org.springframework.data.jdbc.core.convert.DefaultJdbcTypeFactory;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.core.convert.QueryMappingConfiguration;
import org.springframework.data.jdbc.core.convert.RelationResolver;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.relational.RelationalManagedTypes;
import org.springframework.data.relational.core.dialect.Dialect;
import org.springframework.data.relational.core.mapping.DefaultNamingStrategy;
import org.springframework.data.relational.core.mapping.NamingStrategy;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * Makes the three objects that Spring Data JDBC is built on, as
 * {@link org.springframework.data.jdbc.repository.config.JdbcConfiguration} makes the
 * stock ones.
 *
 * @since 0.1.0
 */
public final class InverseLayer {

	private final RuntimeSupplier runtime;

	private final SubclassCandidates subclasses;

	/**
	 * Creates the layer.
	 * @param runtime connects associations; asked for when the first row is read
	 * @param subclasses where classes may be that share a table
	 */
	public InverseLayer(RuntimeSupplier runtime, SubclassCandidates subclasses) {
		this.runtime = runtime;
		this.subclasses = subclasses;
	}

	/**
	 * Makes the mapping context.
	 * @param managedTypes the entities
	 * @param conversions the conversions
	 * @param namingStrategy the naming strategy, or {@code null} for the default
	 * @return a mapping context that knows associations
	 */
	public InverseMappingContext mappingContext(RelationalManagedTypes managedTypes, CustomConversions conversions,
			@Nullable NamingStrategy namingStrategy) {
		InverseMappingContext context = new InverseMappingContext(
				(namingStrategy != null) ? namingStrategy : DefaultNamingStrategy.INSTANCE,
				this.subclasses.tables(managedTypes));
		context.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
		context.setManagedTypes(managedTypes);
		context.counters().ask(this.runtime);
		return context;
	}

	/**
	 * Makes a mapping context that takes the place of another one, without its settings.
	 */
	InverseMappingContext adopt(NamingStrategy namingStrategy, RelationalManagedTypes managedTypes) {
		return new InverseMappingContext(namingStrategy, this.subclasses.tables(managedTypes));
	}

	/**
	 * Makes the converter.
	 * @param context the mapping context
	 * @param operations the JDBC operations
	 * @param relationResolver loads the collections inside aggregates
	 * @param conversions the conversions
	 * @param dialect the dialect
	 * @return a converter that makes live associations
	 */
	public InverseJdbcConverter converter(RelationalMappingContext context, NamedParameterJdbcOperations operations,
			RelationResolver relationResolver, CustomConversions conversions, Dialect dialect) {
		DefaultJdbcTypeFactory typeFactory = new DefaultJdbcTypeFactory(operations.getJdbcOperations(),
				JdbcDialect.getArraySupport(dialect));
		InverseJdbcConverter converter = new InverseJdbcConverter(context, relationResolver, conversions, typeFactory,
				this.runtime);
		if (operations.getJdbcOperations() instanceof JdbcTemplate template) {
			converter.setExceptionTranslator(template.getExceptionTranslator());
		}
		return converter;
	}

	/**
	 * Makes the data access strategy.
	 * @param operations the JDBC operations
	 * @param converter the converter
	 * @param dialect the dialect
	 * @return a strategy that knows which rows are read together
	 */
	public TrackingDataAccessStrategy dataAccessStrategy(NamedParameterJdbcOperations operations,
			JdbcConverter converter, Dialect dialect) {
		return dataAccessStrategy(operations, converter, dialect, QueryMappingConfiguration.EMPTY);
	}

	/**
	 * Makes the data access strategy of an application that maps rows in ways of its own.
	 */
	TrackingDataAccessStrategy dataAccessStrategy(NamedParameterJdbcOperations operations, JdbcConverter converter,
			Dialect dialect, QueryMappingConfiguration queryMapping) {
		ScopedJdbcOperations forAggregates = new ScopedJdbcOperations(operations, this.runtime, () -> {
		});
		DataAccessStrategy strategy = new DataAccessStrategyFactory(converter, forAggregates, dialect, queryMapping)
			.create();
		return new TrackingDataAccessStrategy(shared(strategy, converter), forQueryMethods(operations), this.runtime,
				new AggregateBatching(converter, operations, dialect),
				new KeyedSelects(converter, forAggregates, dialect, queryMapping),
				new ThroughSelects(converter, forAggregates, dialect, queryMapping));
	}

	/**
	 * Puts a strategy that an application made itself under the layer.
	 * @param strategy the strategy
	 * @param converter its converter, which is one of this layer
	 * @param dialect the dialect
	 * @return a strategy that knows which rows are read together
	 */
	TrackingDataAccessStrategy adopt(DataAccessStrategy strategy, JdbcConverter converter, Dialect dialect) {
		NamedParameterJdbcOperations operations = strategy.getJdbcOperations();
		return new AdoptedDataAccessStrategy(shared(strategy, converter), forQueryMethods(operations), this.runtime,
				new AggregateBatching(converter, operations, dialect),
				new ThroughSelects(converter, operations, dialect, QueryMappingConfiguration.EMPTY));
	}

	private DataAccessStrategy shared(DataAccessStrategy strategy, JdbcConverter converter) {
		return SharedTableStrategy.of(strategy, converter, (instance) -> this.runtime.get().isKnown(instance));
	}

	private ScopedJdbcOperations forQueryMethods(NamedParameterJdbcOperations operations) {
		return new ScopedJdbcOperations(operations, this.runtime, () -> this.runtime.get().changedOutsideAggregates());
	}

}
