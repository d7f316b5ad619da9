package io.inverseof.it.hosting;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;

import io.inverseof.it.hosting.library.LibraryApplication;
import io.inverseof.it.hosting.plain.PlainApplication;
import io.inverseof.jdbc.InverseJdbcConverter;
import io.inverseof.jdbc.InverseMappingContext;
import io.inverseof.jdbc.RuntimeSupplier;
import io.inverseof.jdbc.TrackingDataAccessStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.jdbc.core.convert.DataAccessStrategy;
import org.springframework.data.jdbc.core.convert.DefaultDataAccessStrategy;
import org.springframework.data.jdbc.core.convert.DefaultJdbcTypeFactory;
import org.springframework.data.jdbc.core.convert.DelegatingDataAccessStrategy;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.convert.JdbcTypeFactory;
import org.springframework.data.jdbc.core.convert.MappingJdbcConverter;
import org.springframework.data.jdbc.core.convert.QueryMappingConfiguration;
import org.springframework.data.jdbc.core.convert.RelationResolver;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.data.jdbc.repository.config.JdbcConfiguration;
import org.springframework.data.jdbc.repository.support.JdbcRepositoryFactoryBean;
import org.springframework.data.jdbc.repository.support.SimpleJdbcRepository;
import org.springframework.data.mapping.PersistentEntity;
import org.springframework.data.relational.RelationalManagedTypes;
import org.springframework.data.relational.core.mapping.DefaultNamingStrategy;
import org.springframework.data.relational.core.mapping.NamingStrategy;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Beans of an application in the place of those that Spring Boot defines.
 */
@ExtendWith(OutputCaptureExtension.class)
class OwnBeansIntegrationTests {

	@ParameterizedTest
	@ValueSource(classes = { StockContext.class, InverseContext.class, InverseContextSubclass.class,
			StockConverter.class, InverseConverterSubclass.class, StockStrategy.class, TrackingStrategy.class,
			Template.class, TemplateSubclass.class, Conversions.class, UpperCaseNaming.class, AllStock.class,
			OwnRepositories.class })
	void associationsWorkWith(Class<?> configuration) {
		LibraryApplication.with(configuration).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBean(JdbcMappingContext.class)).isInstanceOf(InverseMappingContext.class);
			assertThat(context.getBean(JdbcConverter.class)).isInstanceOf(InverseJdbcConverter.class);
			assertThat(context.getBean(DataAccessStrategy.class)).isInstanceOf(TrackingDataAccessStrategy.class);
			LibraryApplication.assertAssociationsWork(context);
		});
	}

	@ParameterizedTest
	@ValueSource(classes = { StockContext.class, ContextSubclass.class, InverseContext.class, StockConverter.class,
			ConverterSubclass.class, StockStrategy.class, StrategyWrapper.class, Template.class, TemplateSubclass.class,
			Conversions.class, UpperCaseNaming.class, AllStock.class, AllSubclasses.class })
	void applicationWithoutAssociationsWorksWith(Class<?> configuration) {
		PlainApplication.with(configuration).run((context) -> {
			assertThat(context).hasNotFailed();
			PlainApplication.assertRepositoriesWork(context);
		});
	}

	@Test
	void leavesSubclassesAloneWithoutAssociations() {
		PlainApplication.with(AllSubclasses.class).run((context) -> {
			assertThat(context.getBean(JdbcMappingContext.class)).isInstanceOf(OwnMappingContext.class);
			assertThat(context.getBean(JdbcConverter.class)).isInstanceOf(OwnConverter.class);
			assertThat(context.getBean(DataAccessStrategy.class)).isInstanceOf(OwnStrategy.class);
		});
	}

	@Test
	void stopsWhereAMappingContextDoesNotKnowAssociations() {
		LibraryApplication.with(ContextSubclass.class)
			.run((context) -> LibraryApplication.assertStopped(context, OwnMappingContext.class.getName(),
					InverseMappingContext.class.getName()));
	}

	@Test
	void stopsWhereAConverterDoesNotKnowAssociations() {
		LibraryApplication.with(ConverterSubclass.class)
			.run((context) -> LibraryApplication.assertStopped(context, "The bean 'converter' is a",
					OwnConverter.class.getName(), InverseJdbcConverter.class.getName()));
	}

	@Test
	void stopsWhereAStrategyDoesNotKnowAssociations() {
		LibraryApplication.with(StrategyWrapper.class)
			.run((context) -> LibraryApplication.assertStopped(context, "The bean 'jdbcAggregateTemplate' uses a",
					OwnStrategy.class.getName(), TrackingDataAccessStrategy.class.getName()));
	}

	@Test
	void stopsWhereATemplateHasAStrategyThatIsNoBean() {
		LibraryApplication.with(TemplateWithStrategy.class)
			.run((context) -> LibraryApplication.assertStopped(context, "The bean 'template' uses a",
					DefaultDataAccessStrategy.class.getName(), TrackingDataAccessStrategy.class.getName()));
	}

	@ParameterizedTest
	@ValueSource(classes = { ContextSubclass.class, ConverterSubclass.class, StrategyWrapper.class })
	void stopsWithASentenceAndWithoutAStackTrace(Class<?> configuration, CapturedOutput output) {
		assertThatException().isThrownBy(
				() -> new SpringApplicationBuilder(LibraryApplication.class, configuration).web(WebApplicationType.NONE)
					.run(LibraryApplication.arguments()));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("inverseof found 1 problem with the associations of this application")
			.doesNotContain("\tat ");
	}

	@Test
	void stopsWhereEverythingIsReplaced() {
		LibraryApplication.with(AllSubclasses.class)
			.run((context) -> LibraryApplication.assertStopped(context, OwnMappingContext.class.getName(),
					InverseMappingContext.class.getName()));
	}

	@Test
	void asksTheNamingStrategyOfTheApplication() {
		LibraryApplication.with(PrefixNaming.class)
			.withPropertyValues("spring.sql.init.schema-locations=classpath:io/inverseof/it/hosting/prefixed.sql")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				LibraryApplication.assertAssociationsWork(context);
			});
	}

	@Configuration(proxyBeanMethods = false)
	static class StockContext {

		@Bean
		JdbcMappingContext mapping(JdbcCustomConversions conversions, RelationalManagedTypes managedTypes) {
			return JdbcConfiguration.createMappingContext(managedTypes, conversions, null);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class InverseContext {

		@Bean
		InverseMappingContext mapping() {
			return new InverseMappingContext(DefaultNamingStrategy.INSTANCE);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class InverseContextSubclass {

		@Bean
		JdbcMappingContext mapping() {
			return new InverseMappingContext(DefaultNamingStrategy.INSTANCE) {
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ContextSubclass {

		@Bean
		JdbcMappingContext mapping() {
			return new OwnMappingContext();
		}

	}

	static class OwnMappingContext extends JdbcMappingContext {

	}

	@Configuration(proxyBeanMethods = false)
	static class StockConverter {

		@Bean
		JdbcConverter converter(JdbcMappingContext context, NamedParameterJdbcOperations operations,
				@Lazy RelationResolver relationResolver, JdbcCustomConversions conversions, JdbcDialect dialect) {
			return JdbcConfiguration.createConverter(context, operations, relationResolver, conversions, dialect);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ConverterSubclass {

		@Bean
		JdbcConverter converter(JdbcMappingContext context, NamedParameterJdbcOperations operations,
				@Lazy RelationResolver relationResolver, JdbcCustomConversions conversions, JdbcDialect dialect) {
			return new OwnConverter(context, relationResolver, conversions,
					new DefaultJdbcTypeFactory(operations.getJdbcOperations(), JdbcDialect.getArraySupport(dialect)));
		}

	}

	static class OwnConverter extends MappingJdbcConverter {

		OwnConverter(JdbcMappingContext context, RelationResolver relationResolver, JdbcCustomConversions conversions,
				JdbcTypeFactory typeFactory) {
			super(context, relationResolver, conversions, typeFactory);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class InverseConverterSubclass {

		@Bean
		JdbcConverter converter(JdbcMappingContext context, NamedParameterJdbcOperations operations,
				@Lazy RelationResolver relationResolver, JdbcCustomConversions conversions, JdbcDialect dialect,
				RuntimeSupplier runtime) {
			return new InverseJdbcConverter(context, relationResolver, conversions,
					new DefaultJdbcTypeFactory(operations.getJdbcOperations(), JdbcDialect.getArraySupport(dialect)),
					runtime) {
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class StockStrategy {

		@Bean
		DataAccessStrategy strategy(NamedParameterJdbcOperations operations, JdbcConverter converter,
				JdbcDialect dialect) {
			return JdbcConfiguration.createDataAccessStrategy(operations, converter, null, dialect);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class StrategyWrapper {

		@Bean
		DataAccessStrategy strategy(NamedParameterJdbcOperations operations, JdbcConverter converter,
				JdbcDialect dialect) {
			return new OwnStrategy(JdbcConfiguration.createDataAccessStrategy(operations, converter, null, dialect));
		}

	}

	static class OwnStrategy extends DelegatingDataAccessStrategy {

		OwnStrategy(DataAccessStrategy delegate) {
			super(delegate);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TrackingStrategy {

		@Bean
		DataAccessStrategy strategy(NamedParameterJdbcOperations operations, JdbcConverter converter,
				JdbcDialect dialect, RuntimeSupplier runtime) {
			return new TrackingDataAccessStrategy(JdbcConfiguration.createDataAccessStrategy(operations, converter,
					QueryMappingConfiguration.EMPTY, dialect), operations, runtime);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Template {

		@Bean
		JdbcAggregateTemplate template(JdbcConverter converter, DataAccessStrategy strategy) {
			return new JdbcAggregateTemplate(converter, strategy);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TemplateWithStrategy {

		@Bean
		JdbcAggregateTemplate template(JdbcConverter converter, NamedParameterJdbcOperations operations,
				JdbcDialect dialect) {
			return new JdbcAggregateTemplate(converter,
					JdbcConfiguration.createDataAccessStrategy(operations, converter, null, dialect));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableJdbcRepositories(basePackageClasses = LibraryApplication.class, repositoryBaseClass = OwnBaseClass.class,
			repositoryFactoryBeanClass = OwnFactoryBean.class)
	static class OwnRepositories {

	}

	static class OwnBaseClass<T, ID> extends SimpleJdbcRepository<T, ID> {

		OwnBaseClass(JdbcAggregateOperations operations, PersistentEntity<T, ?> entity, JdbcConverter converter) {
			super(operations, entity, converter);
		}

	}

	static class OwnFactoryBean<T extends Repository<S, ID>, S, ID extends Serializable>
			extends JdbcRepositoryFactoryBean<T, S, ID> {

		OwnFactoryBean(Class<? extends T> repositoryInterface) {
			super(repositoryInterface);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TemplateSubclass {

		@Bean
		JdbcAggregateTemplate template(JdbcConverter converter, DataAccessStrategy strategy) {
			return new JdbcAggregateTemplate(converter, strategy) {
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Conversions {

		@Bean
		JdbcCustomConversions conversions(JdbcDialect dialect) {
			return JdbcConfiguration.createCustomConversions(dialect, List.of());
		}

	}

	/**
	 * Derived names are put into the case of the database anyway.
	 */
	@Configuration(proxyBeanMethods = false)
	static class UpperCaseNaming {

		@Bean
		NamingStrategy namingStrategy() {
			return new NamingStrategy() {

				@Override
				public String getTableName(Class<?> type) {
					return NamingStrategy.super.getTableName(type).toUpperCase(Locale.ROOT);
				}

				@Override
				public String getColumnName(RelationalPersistentProperty property) {
					return NamingStrategy.super.getColumnName(property).toUpperCase(Locale.ROOT);
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PrefixNaming {

		@Bean
		NamingStrategy namingStrategy() {
			return new NamingStrategy() {

				@Override
				public String getSchema() {
					return "LIBRARY";
				}

				@Override
				public String getTableName(Class<?> type) {
					return "t_" + NamingStrategy.super.getTableName(type);
				}

				@Override
				public String getColumnName(RelationalPersistentProperty property) {
					return "c_" + NamingStrategy.super.getColumnName(property);
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import({ StockContext.class, StockConverter.class, StockStrategy.class, Template.class })
	static class AllStock {

	}

	@Configuration(proxyBeanMethods = false)
	@Import({ ContextSubclass.class, ConverterSubclass.class, StrategyWrapper.class, TemplateSubclass.class })
	static class AllSubclasses {

	}

}
