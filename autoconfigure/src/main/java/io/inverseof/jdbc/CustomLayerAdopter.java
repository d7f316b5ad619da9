package io.inverseof.jdbc;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.function.BiFunction;

import io.inverseof.model.Violations;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.data.convert.CustomConversions;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.jdbc.core.convert.DataAccessStrategy;
import org.springframework.data.jdbc.core.convert.DefaultDataAccessStrategy;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.convert.MappingJdbcConverter;
import org.springframework.data.jdbc.core.convert.QueryMappingConfiguration;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.jdbc.repository.support.JdbcRepositoryFactoryBean;
import org.springframework.data.relational.RelationalManagedTypes;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.util.ReflectionUtils;

/**
 * Puts the inverse-aware layer in the place of stock beans that an application defines
 * itself, mostly by an
 * {@link org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration} of
 * its own. Only beans of Spring Data JDBC's own classes are replaced, none of subclasses;
 * {@link LayerVerifier} stops the start where associations are mapped by anything else.
 *
 * @since 0.1.0
 */
public final class CustomLayerAdopter implements BeanPostProcessor, ApplicationContextAware {

	private final InverseLayer layer;

	private final RuntimeSupplier runtime;

	private final BiFunction<ApplicationContext, JdbcAggregateTemplate, JdbcAggregateTemplate> template;

	private @Nullable ApplicationContext applicationContext;

	/**
	 * Creates the post-processor.
	 * @param layer makes the replacements
	 * @param runtime preloads what repositories return
	 * @param template makes a template that saves graphs
	 */
	public CustomLayerAdopter(InverseLayer layer, RuntimeSupplier runtime,
			BiFunction<ApplicationContext, JdbcAggregateTemplate, JdbcAggregateTemplate> template) {
		this.layer = layer;
		this.runtime = runtime;
		this.template = template;
	}

	@Override
	public void setApplicationContext(ApplicationContext applicationContext) {
		this.applicationContext = applicationContext;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean.getClass() == JdbcMappingContext.class && isTheOne(JdbcMappingContext.class, beanName)) {
			return adopt((JdbcMappingContext) bean);
		}
		if (bean.getClass() == MappingJdbcConverter.class && isTheOne(JdbcConverter.class, beanName)) {
			return adopt((MappingJdbcConverter) bean);
		}
		if (bean instanceof DataAccessStrategy strategy && isStock(strategy)
				&& isTheOne(DataAccessStrategy.class, beanName)) {
			return adopt(strategy, beanName);
		}
		if (bean.getClass() == JdbcAggregateTemplate.class && isMadeBySpringData(beanName)) {
			return adopt((JdbcAggregateTemplate) bean);
		}
		if (bean instanceof JdbcRepositoryFactoryBean<?, ?, ?> repository) {
			Violations violations = new Violations();
			RepositoryTemplates templates = new RepositoryTemplates(context());
			new RepositoryVerifier(templates).verify(beanName, repository, violations);
			violations.throwIfAny();
			PreloadMethods.install(repository, this.runtime);
			if (templates.mappingContext(beanName) instanceof InverseMappingContext mappingContext) {
				SubclassQueries.install(repository, mappingContext, () -> templates.of(beanName), context());
			}
		}
		return bean;
	}

	/**
	 * With several data sources only the primary one is taken over.
	 */
	private boolean isTheOne(Class<?> type, String beanName) {
		if (!(context().getAutowireCapableBeanFactory() instanceof ConfigurableListableBeanFactory factory)) {
			return false;
		}
		String[] names = factory.getBeanNamesForType(type, false, false);
		return names.length <= 1
				|| (factory.containsBeanDefinition(beanName) && factory.getBeanDefinition(beanName).isPrimary());
	}

	private JdbcMappingContext adopt(JdbcMappingContext stock) {
		BeanFactory beans = context();
		InverseMappingContext adopted = this.layer.adopt(stock.getNamingStrategy(),
				beans.getBeanProvider(RelationalManagedTypes.class).getIfUnique(RelationalManagedTypes::empty));
		adopted.counters().ask(this.runtime);
		adopted.setForceQuote(stock.isForceQuote());
		adopted.setSingleQueryLoadingEnabled(stock.isSingleQueryLoadingEnabled());
		beans.getBeanProvider(JdbcCustomConversions.class)
			.ifUnique((conversions) -> adopted.setSimpleTypeHolder(conversions.getSimpleTypeHolder()));
		beans.getBeanProvider(RelationalManagedTypes.class).ifUnique(adopted::setManagedTypes);
		adopted.setEnvironment(context().getEnvironment());
		adopted.setApplicationEventPublisher(context());
		adopted.setApplicationContext(context());
		return adopted;
	}

	private JdbcConverter adopt(MappingJdbcConverter stock) {
		RelationalMappingContext mappingContext = stock.getMappingContext();
		if (!(mappingContext instanceof InverseMappingContext)) {
			return stock;
		}
		BeanFactory beans = context();
		CustomConversions conversions = stock.getConversions();
		InverseJdbcConverter adopted = this.layer.converter(mappingContext,
				beans.getBean(NamedParameterJdbcOperations.class),
				(identifier, path) -> beans.getBean(DataAccessStrategy.class).findAllByPath(identifier, path),
				conversions, beans.getBean(JdbcDialect.class));
		adopted.setApplicationContext(context());
		return adopted;
	}

	/**
	 * With single query loading the strategy of Spring Data JDBC is of another class.
	 */
	private static boolean isStock(DataAccessStrategy strategy) {
		return strategy.getClass().getPackage() == DefaultDataAccessStrategy.class.getPackage();
	}

	private DataAccessStrategy adopt(DataAccessStrategy stock, String beanName) {
		JdbcConverter converter = context().getBean(JdbcConverter.class);
		if (!(converter instanceof InverseJdbcConverter)) {
			return stock;
		}
		JdbcDialect dialect = context().getBean(JdbcDialect.class);
		QueryMappingConfiguration queryMapping = isMadeBySpringData(beanName) ? queryMapping() : null;
		return (queryMapping != null)
				? this.layer.dataAccessStrategy(stock.getJdbcOperations(), converter, dialect, queryMapping)
				: this.layer.adopt(stock, converter, dialect);
	}

	private JdbcAggregateTemplate adopt(JdbcAggregateTemplate stock) {
		return (stock.getConverter() instanceof InverseJdbcConverter) ? this.template.apply(context(), stock) : stock;
	}

	/**
	 * The row mappers of the application, which nothing but the field tells. If it cannot
	 * be read, the strategy is taken as it is.
	 */
	private @Nullable QueryMappingConfiguration queryMapping() {
		AbstractJdbcConfiguration configuration = context().getBeanProvider(AbstractJdbcConfiguration.class)
			.getIfUnique();
		Field field = ReflectionUtils.findField(AbstractJdbcConfiguration.class, null, QueryMappingConfiguration.class);
		if (configuration == null || field == null || !field.trySetAccessible()) {
			return null;
		}
		return (QueryMappingConfiguration) ReflectionUtils.getField(field, configuration);
	}

	/**
	 * What a method of Spring Data JDBC made, that the application did not override, can
	 * be made again.
	 */
	private boolean isMadeBySpringData(String beanName) {
		if (!(context().getAutowireCapableBeanFactory() instanceof ConfigurableListableBeanFactory factory)
				|| !factory.containsBeanDefinition(beanName)
				|| !(factory.getMergedBeanDefinition(beanName) instanceof RootBeanDefinition definition)) {
			return false;
		}
		Method method = definition.getResolvedFactoryMethod();
		return method != null && method.getDeclaringClass() == AbstractJdbcConfiguration.class;
	}

	private ApplicationContext context() {
		return Objects.requireNonNull(this.applicationContext, "not in an application context");
	}

}
