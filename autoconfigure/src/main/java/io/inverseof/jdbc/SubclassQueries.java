package io.inverseof.jdbc;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.inverseof.InvalidAssociationsException;
import io.inverseof.jdbc.inheritance.DerivedQueries;
import io.inverseof.model.SharedTable;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.jdbc.repository.aot.AotRepositoryFragmentSupport;
import org.springframework.data.jdbc.repository.query.PartTreeJdbcQuery;
import org.springframework.data.jdbc.repository.support.JdbcRepositoryFactoryBean;
import org.springframework.data.repository.core.RepositoryInformation;
import org.springframework.data.repository.core.support.QueryCreationListener;
import org.springframework.data.repository.core.support.RepositoryComposition.RepositoryFragments;
import org.springframework.data.repository.core.support.RepositoryFactorySupport;
import org.springframework.data.repository.core.support.RepositoryFragment;
import org.springframework.data.repository.core.support.RepositoryProxyPostProcessor;
import org.springframework.data.repository.query.parser.PartTree;
import org.springframework.util.function.SingletonSupplier;

/**
 * Answers the methods of one repository whose queries Spring Data JDBC derives from their
 * names, where those would see rows of other classes, or leave something behind.
 * Thread-safe.
 */
final class SubclassQueries
		implements MethodInterceptor, RepositoryProxyPostProcessor, QueryCreationListener<PartTreeJdbcQuery> {

	private final SharedTable table;

	private final Class<?> domainType;

	private final Supplier<JdbcAggregateOperations> template;

	private final BeanFactory beanFactory;

	private final Set<Signature> derived = ConcurrentHashMap.newKeySet();

	private final Map<Method, Boolean> answered = new ConcurrentHashMap<>();

	private @Nullable SingletonSupplier<Object> repository;

	private SubclassQueries(SharedTable table, Class<?> domainType, Supplier<JdbcAggregateOperations> template,
			BeanFactory beanFactory) {
		this.table = table;
		this.domainType = domainType;
		this.template = template;
		this.beanFactory = beanFactory;
	}

	/**
	 * Looks after a repository, if its class shares a table.
	 */
	static void install(JdbcRepositoryFactoryBean<?, ?, ?> factoryBean, InverseMappingContext context,
			Supplier<JdbcAggregateOperations> template, BeanFactory beanFactory) {
		Class<?> repository = factoryBean.getObjectType();
		Class<?> domainType = (repository != null) ? RepositoryInterfaces.domainType(repository) : null;
		SharedTable table = (domainType != null) ? context.sharedTables().of(domainType) : null;
		if (domainType != null && table != null) {
			SubclassQueries queries = new SubclassQueries(table, domainType, template, beanFactory);
			factoryBean.addRepositoryFactoryCustomizer(queries::customize);
		}
	}

	private void customize(RepositoryFactorySupport factory) {
		factory.addQueryCreationListener(this);
		factory.addRepositoryProxyPostProcessor(this);
	}

	@Override
	public void onCreation(PartTreeJdbcQuery query) {
		this.derived.add(Signature.of(query));
	}

	@Override
	public void postProcess(ProxyFactory factory, RepositoryInformation repository) {
		List<RepositoryFragment<?>> fragments = repository.getRepositoryComposition().getFragments().toList();
		if (fragments.stream().anyMatch(SubclassQueries::isGenerated)) {
			throw new InvalidAssociationsException(List.of(generated(repository.getRepositoryInterface())));
		}
		this.repository = SingletonSupplier
			.of(() -> derivedQueries(repository.getRepositoryInterface(), RepositoryFragments.from(fragments)));
		factory.addAdvice(this);
	}

	/**
	 * Made by the first query, in whatever thread: only the class loader of the interface
	 * sees it, if it is not public.
	 */
	private Object derivedQueries(Class<?> repository, RepositoryFragments fragments) {
		DerivedQueries queries = new DerivedQueries(this.template.get(), this.beanFactory, this::isAnswered);
		queries.setBeanClassLoader(repository.getClassLoader());
		return queries.getRepository(repository, fragments);
	}

	private static boolean isGenerated(RepositoryFragment<?> fragment) {
		return fragment.getImplementation().filter(AotRepositoryFragmentSupport.class::isInstance).isPresent();
	}

	private String generated(Class<?> repository) {
		return ("The queries of %s were generated ahead of time, without the condition that %s shares its table by "
				+ "@Discriminator. Build with spring.aot.repositories.enabled=false.")
			.formatted(repository.getName(), this.domainType.getSimpleName());
	}

	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		Method method = invocation.getMethod();
		if (this.repository == null || !isAnswered(method)) {
			return invocation.proceed();
		}
		return AopUtils.invokeJoinpointUsingReflection(this.repository.obtain(), method, invocation.getArguments());
	}

	/**
	 * Queries that read find subclasses by themselves.
	 */
	private boolean isAnswered(Method method) {
		return this.answered.computeIfAbsent(method, (key) -> this.derived.contains(Signature.of(key))
				&& (this.table.isRestricted(this.domainType) || isDelete(key)));
	}

	private boolean isDelete(Method method) {
		return new PartTree(method.getName(), this.domainType).isDelete();
	}

	/**
	 * What tells one method of a repository from the others.
	 *
	 * @param name its name
	 * @param parameters the types of its parameters
	 */
	private record Signature(String name, List<Class<?>> parameters) {

		static Signature of(Method method) {
			return new Signature(method.getName(), List.of(method.getParameterTypes()));
		}

		static Signature of(PartTreeJdbcQuery query) {
			return new Signature(query.getQueryMethod().getName(),
					query.getQueryMethod()
						.getParameters()
						.stream()
						.<Class<?>>map((parameter) -> parameter.getType())
						.toList());
		}

	}

}
