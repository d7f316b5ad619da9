package io.inverseof.jdbc.inheritance;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.jdbc.core.convert.QueryMappingConfiguration;
import org.springframework.data.jdbc.repository.query.JdbcQueryMethod;
import org.springframework.data.jdbc.repository.query.RowMapperFactory;
import org.springframework.data.jdbc.repository.support.BeanFactoryAwareRowMapperFactory;
import org.springframework.data.jdbc.repository.support.JdbcRepositoryFactory;
import org.springframework.data.projection.ProjectionFactory;
import org.springframework.data.repository.core.NamedQueries;
import org.springframework.data.repository.core.RepositoryMetadata;
import org.springframework.data.repository.query.QueryLookupStrategy;
import org.springframework.data.repository.query.QueryMethod;
import org.springframework.data.repository.query.RepositoryQuery;
import org.springframework.data.repository.query.ValueExpressionDelegate;

/**
 * Makes a second instance of a repository, which answers those methods whose queries are
 * derived from their names, with the condition for the class.
 *
 * @since 0.1.0
 */
public final class DerivedQueries extends JdbcRepositoryFactory {

	private final JdbcAggregateOperations template;

	private final RowMapperFactory rowMappers;

	private final Predicate<Method> answered;

	/**
	 * Creates the factory.
	 * @param template the template that the repository uses
	 * @param beanFactory knows the row mappers of the application
	 * @param answered tells which methods are to be answered
	 */
	public DerivedQueries(JdbcAggregateOperations template, BeanFactory beanFactory, Predicate<Method> answered) {
		super(template);
		setBeanFactory(beanFactory);
		this.template = template;
		this.answered = answered;
		this.rowMappers = new BeanFactoryAwareRowMapperFactory(beanFactory, template,
				beanFactory.getBeanProvider(QueryMappingConfiguration.class)
					.getIfAvailable(() -> QueryMappingConfiguration.EMPTY));
	}

	@Override
	protected Optional<QueryLookupStrategy> getQueryLookupStrategy(QueryLookupStrategy.@Nullable Key key,
			ValueExpressionDelegate valueExpressions) {
		return Optional.of(this::query);
	}

	private RepositoryQuery query(Method method, RepositoryMetadata repository, ProjectionFactory projections,
			NamedQueries namedQueries) {
		JdbcQueryMethod queryMethod = new JdbcQueryMethod(method, repository, projections, namedQueries,
				this.template.getConverter().getMappingContext());
		return this.answered.test(method) ? new DerivedQuery(queryMethod, this.template, this.rowMappers)
				: new Unanswered(queryMethod);
	}

	/**
	 * A query that the first instance answers.
	 *
	 * @param getQueryMethod its method
	 */
	private record Unanswered(QueryMethod getQueryMethod) implements RepositoryQuery {

		@Override
		public @Nullable Object execute(@Nullable Object[] parameters) {
			throw new IllegalStateException(this.getQueryMethod + " is not derived from its name");
		}

	}

}
