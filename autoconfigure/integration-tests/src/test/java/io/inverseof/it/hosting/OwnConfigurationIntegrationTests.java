package io.inverseof.it.hosting;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.inverseof.it.hosting.library.Author;
import io.inverseof.it.hosting.library.LibraryApplication;
import io.inverseof.it.hosting.library.Post;
import io.inverseof.it.hosting.plain.Note;
import io.inverseof.it.hosting.plain.Notes;
import io.inverseof.it.hosting.plain.PlainApplication;
import io.inverseof.jdbc.InverseJdbcConverter;
import io.inverseof.jdbc.InverseMappingContext;
import io.inverseof.jdbc.TrackingDataAccessStrategy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.annotation.Id;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.jdbc.core.convert.DataAccessStrategy;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.convert.QueryMappingConfiguration;
import org.springframework.data.jdbc.core.convert.RelationResolver;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.jdbc.core.dialect.JdbcH2Dialect;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.jdbc.repository.config.DefaultQueryMappingConfiguration;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.data.relational.RelationalManagedTypes;
import org.springframework.data.relational.core.mapping.NamingStrategy;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications with an {@link AbstractJdbcConfiguration}, before which the one of Spring
 * Boot backs off.
 */
class OwnConfigurationIntegrationTests {

	@ParameterizedTest
	@ValueSource(classes = { EmptyConfiguration.class, ConvertingConfiguration.class, EntityConfiguration.class,
			OverridingConfiguration.class, ProxyingConfiguration.class, PlainIdentifiersConfiguration.class,
			InverseContextConfiguration.class, SingleQueryConfiguration.class })
	void associationsWorkUnder(Class<?> configuration) {
		LibraryApplication.with(configuration).run((context) -> {
			assertThat(context).hasNotFailed().hasSingleBean(AbstractJdbcConfiguration.class);
			assertThat(context.getBean(JdbcMappingContext.class)).isInstanceOf(InverseMappingContext.class);
			assertThat(context.getBean(JdbcConverter.class)).isInstanceOf(InverseJdbcConverter.class);
			assertThat(context.getBean(DataAccessStrategy.class)).isInstanceOf(TrackingDataAccessStrategy.class);
			LibraryApplication.assertAssociationsWork(context);
		});
	}

	@ParameterizedTest
	@ValueSource(classes = { EmptyConfiguration.class, ConvertingConfiguration.class, OverridingConfiguration.class,
			PlainIdentifiersConfiguration.class, SubclassConfiguration.class, SingleQueryConfiguration.class })
	void applicationWithoutAssociationsWorksUnder(Class<?> configuration) {
		PlainApplication.with(configuration).run((context) -> {
			assertThat(context).hasNotFailed();
			PlainApplication.assertRepositoriesWork(context);
		});
	}

	@Test
	void stopsWhereAMappingContextDoesNotKnowAssociations() {
		LibraryApplication.with(SubclassConfiguration.class)
			.run((context) -> LibraryApplication.assertStopped(context,
					OwnBeansIntegrationTests.OwnMappingContext.class.getName(), InverseMappingContext.class.getName()));
	}

	@Test
	void keepsConvertersOfTheApplication() {
		PlainApplication.with(ConvertingConfiguration.class, PricedTable.class).run((context) -> {
			JdbcAggregateTemplate template = context.getBean(JdbcAggregateTemplate.class);
			Priced priced = template.save(new Priced(null, new Price(5)));
			assertThat(template.findById(1L, Priced.class)).isEqualTo(priced);
			assertThat(context.getBean(JdbcTemplate.class).queryForObject("SELECT price FROM priced", String.class))
				.isEqualTo("5 EUR");
		});
	}

	@Test
	void keepsIdentifiersPlain() {
		PlainApplication.with(PlainIdentifiersConfiguration.class).run((context) -> {
			assertThat(context.getBean(JdbcMappingContext.class).isForceQuote()).isFalse();
			PlainApplication.assertRepositoriesWork(context);
		});
	}

	@Test
	void keepsRowMappersOfTheApplication() {
		PlainApplication.with(RowMapperConfiguration.class).run((context) -> {
			Notes notes = context.getBean(Notes.class);
			context.getBean(JdbcTemplate.class).update("INSERT INTO note (text) VALUES ('written')");
			assertThat(notes.findAll()).containsExactly(new Note(1L, "mapped"));
			assertThat(notes.findById(1L)).contains(new Note(1L, "mapped"));
		});
	}

	@Test
	void keepsEntitiesOfTheApplication() {
		LibraryApplication.with(EntityConfiguration.class)
			.run((context) -> assertThat(context.getBean(JdbcMappingContext.class).getManagedTypes())
				.extracting((type) -> (Object) type.getType())
				.contains(Author.class, Post.class));
	}

	@Configuration(proxyBeanMethods = false)
	static class EmptyConfiguration extends AbstractJdbcConfiguration {

	}

	/**
	 * The usual way, with a proxy, and with repositories named by hand.
	 */
	@Configuration
	@EnableJdbcRepositories(basePackageClasses = { LibraryApplication.class, PlainApplication.class })
	static class ProxyingConfiguration extends AbstractJdbcConfiguration {

	}

	@Configuration(proxyBeanMethods = false)
	static class EntityConfiguration extends AbstractJdbcConfiguration {

		@Override
		protected Set<Class<?>> getInitialEntitySet() {
			return Set.of(Author.class, Post.class);
		}

		@Override
		protected Collection<String> getMappingBasePackages() {
			return List.of();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ConvertingConfiguration extends AbstractJdbcConfiguration {

		@Override
		protected List<?> userConverters() {
			return List.of(new PriceWriter(), new PriceReader());
		}

	}

	/**
	 * Everything that can be overridden, each with what the super class does.
	 */
	@Configuration
	static class OverridingConfiguration extends AbstractJdbcConfiguration {

		@Override
		@Bean
		public JdbcMappingContext jdbcMappingContext(Optional<NamingStrategy> namingStrategy,
				JdbcCustomConversions customConversions, RelationalManagedTypes jdbcManagedTypes) {
			return super.jdbcMappingContext(namingStrategy, customConversions, jdbcManagedTypes);
		}

		@Override
		@Bean
		public JdbcConverter jdbcConverter(JdbcMappingContext mappingContext, NamedParameterJdbcOperations operations,
				@Lazy RelationResolver relationResolver, JdbcCustomConversions conversions, JdbcDialect dialect) {
			return super.jdbcConverter(mappingContext, operations, relationResolver, conversions, dialect);
		}

		@Override
		@Bean
		public DataAccessStrategy dataAccessStrategyBean(NamedParameterJdbcOperations operations,
				JdbcConverter jdbcConverter, JdbcMappingContext context, JdbcDialect dialect) {
			return super.dataAccessStrategyBean(operations, jdbcConverter, context, dialect);
		}

		@Override
		@Bean
		public JdbcDialect jdbcDialect(NamedParameterJdbcOperations operations) {
			return JdbcH2Dialect.INSTANCE;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PlainIdentifiersConfiguration extends AbstractJdbcConfiguration {

		@Override
		@Bean
		public JdbcMappingContext jdbcMappingContext(Optional<NamingStrategy> namingStrategy,
				JdbcCustomConversions customConversions, RelationalManagedTypes jdbcManagedTypes) {
			JdbcMappingContext context = super.jdbcMappingContext(namingStrategy, customConversions, jdbcManagedTypes);
			context.setForceQuote(false);
			return context;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SingleQueryConfiguration extends AbstractJdbcConfiguration {

		@Override
		@Bean
		public JdbcMappingContext jdbcMappingContext(Optional<NamingStrategy> namingStrategy,
				JdbcCustomConversions customConversions, RelationalManagedTypes jdbcManagedTypes) {
			JdbcMappingContext context = super.jdbcMappingContext(namingStrategy, customConversions, jdbcManagedTypes);
			context.setSingleQueryLoadingEnabled(true);
			return context;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class InverseContextConfiguration extends AbstractJdbcConfiguration {

		@Override
		@Bean
		public JdbcMappingContext jdbcMappingContext(Optional<NamingStrategy> namingStrategy,
				JdbcCustomConversions customConversions, RelationalManagedTypes jdbcManagedTypes) {
			return new OwnBeansIntegrationTests.InverseContext().mapping();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SubclassConfiguration extends AbstractJdbcConfiguration {

		@Override
		@Bean
		public JdbcMappingContext jdbcMappingContext(Optional<NamingStrategy> namingStrategy,
				JdbcCustomConversions customConversions, RelationalManagedTypes jdbcManagedTypes) {
			return new OwnBeansIntegrationTests.OwnMappingContext();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class RowMapperConfiguration extends AbstractJdbcConfiguration {

		RowMapperConfiguration() {
			QueryMappingConfiguration mappers = new DefaultQueryMappingConfiguration().registerRowMapper(Note.class,
					(RowMapper<Note>) (row, number) -> new Note(row.getLong("id"), "mapped"));
			setQueryMappingConfiguration(Optional.of(mappers));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PricedTable {

		PricedTable(JdbcTemplate jdbc) {
			jdbc.execute("CREATE TABLE priced (id BIGINT GENERATED BY DEFAULT AS IDENTITY, price VARCHAR(20))");
		}

	}

	record Price(int euros) {

	}

	@Table
	record Priced(@Id @Nullable Long id, Price price) {

	}

	@WritingConverter
	static class PriceWriter implements Converter<Price, String> {

		@Override
		public String convert(Price price) {
			return price.euros() + " EUR";
		}

	}

	@ReadingConverter
	static class PriceReader implements Converter<String, Price> {

		@Override
		public Price convert(String text) {
			return new Price(Integer.parseInt(text.substring(0, text.indexOf(' '))));
		}

	}

}
