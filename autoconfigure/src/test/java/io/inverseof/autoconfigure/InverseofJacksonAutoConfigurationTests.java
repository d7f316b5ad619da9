package io.inverseof.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.inverseof.AssociationOperations;
import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.HasOne;
import io.inverseof.jackson.InverseofModule;
import io.inverseof.model.NamedAssociation;
import io.inverseof.unitofwork.AssociationListener;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.annotation.Id;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.relational.RelationalManagedTypes;
import org.springframework.jdbc.core.JdbcOperations;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;
import static io.inverseof.Associations.hasOne;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link InverseofJacksonAutoConfiguration}, on entities that come from a
 * database.
 */
class InverseofJacksonAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(InverseofJacksonAutoConfiguration.class, JacksonAutoConfiguration.class));

	private final ApplicationContextRunner database = this.contextRunner
		.withConfiguration(AutoConfigurations.of(InverseofAutoConfiguration.class, DataSourceAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class,
				JdbcTemplateAutoConfiguration.class, DataJdbcRepositoriesAutoConfiguration.class))
		.withUserConfiguration(LibraryConfiguration.class)
		.withPropertyValues("spring.datasource.generate-unique-name=true");

	@Test
	void registersTheModule() {
		this.contextRunner.run((context) -> assertThat(context.getBean(JsonMapper.class).registeredModules())
			.hasAtLeastOneElementOfType(InverseofModule.class));
	}

	@Test
	void backsOffForTheModuleOfTheApplication() {
		this.contextRunner.withBean("own", InverseofModule.class, InverseofModule::new)
			.run((context) -> assertThat(context).hasSingleBean(InverseofModule.class).hasBean("own"));
	}

	@Test
	void writesWhatWasLoaded() {
		run((context) -> {
			Writer writer = writer(context);
			writer.books.size();
			writer.biography.get();
			assertThat(json(context, writer)).isEqualTo("{\"biography\":{\"id\":9,\"writer\":1},"
					+ "\"books\":[{\"id\":5,\"writer\":1},{\"id\":6,\"writer\":1}],\"id\":1}");
		});
	}

	@Test
	void neverLoads() {
		run((context) -> {
			Writer writer = writer(context);
			List<NamedAssociation> sent = context.getBean(SentQueries.class).associations;
			assertThat(json(context, writer)).isEqualTo("{\"id\":1}");
			assertThat(json(context, context.getBean(JdbcAggregateOperations.class).findById(5L, Book.class)))
				.isEqualTo("{\"id\":5,\"writer\":1}");
			assertThat(json(context, writer.books)).isEqualTo("null");
			assertThat(sent).isEmpty();
			assertThat(writer.books.isLoaded()).isFalse();
			assertThat(writer.biography.isLoaded()).isFalse();
		});
	}

	@Test
	void leavesOutWhatTheOtherSideFilled() {
		run((context) -> {
			Book book = context.getBean(JdbcAggregateOperations.class).findById(5L, Book.class);
			Biography biography = context.getBean(JdbcAggregateOperations.class).findById(9L, Biography.class);
			assertThat(json(context, book.writer.get())).isEqualTo("{\"id\":1}");
			assertThat(biography.writer.get().biography.isLoaded()).isTrue();
			assertThat(json(context, biography.writer.get())).isEqualTo("{\"id\":1}");
		});
	}

	@Test
	void leavesOutWhatWasForgotten() {
		run((context) -> {
			Writer writer = writer(context);
			writer.books.size();
			writer.biography.get();
			writer.books.reload();
			writer.biography.reload();
			assertThat(json(context, writer)).isEqualTo("{\"id\":1}");
		});
	}

	@Test
	void leavesOutCollectionsThatAreIncomplete() {
		run((context) -> {
			Writer writer = writer(context);
			writer.books.first();
			writer.books.add(new Book());
			assertThat(json(context, writer)).isEqualTo("{\"id\":1}");
		});
	}

	@Test
	void writesObjectsThatWereAttached() {
		run((context) -> {
			Writer writer = new Writer();
			writer.id = 1L;
			context.getBean(AssociationOperations.class).attach(writer);
			writer.books.size();
			assertThat(json(context, writer))
				.isEqualTo("{\"books\":[{\"id\":5,\"writer\":1},{\"id\":6,\"writer\":1}],\"id\":1}");
		});
	}

	private void run(ContextConsumer<ApplicationContext> test) {
		this.database.run((context) -> {
			context.getBean(JdbcOperations.class).execute("""
					CREATE TABLE writer (id BIGINT PRIMARY KEY);
					CREATE TABLE book (id BIGINT PRIMARY KEY, writer_id BIGINT);
					CREATE TABLE biography (id BIGINT PRIMARY KEY, writer_id BIGINT);
					INSERT INTO writer VALUES (1);
					INSERT INTO book VALUES (5, 1), (6, 1);
					INSERT INTO biography VALUES (9, 1)""");
			test.accept(context);
		});
	}

	private static Writer writer(ApplicationContext context) {
		return context.getBean(JdbcAggregateOperations.class).findById(1L, Writer.class);
	}

	private static String json(ApplicationContext context, Object value) {
		return context.getBean(JsonMapper.class).writeValueAsString(value);
	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage
	static class LibraryConfiguration {

		@Bean
		RelationalManagedTypes jdbcManagedTypes() {
			return RelationalManagedTypes.fromIterable(List.of(Writer.class, Book.class, Biography.class));
		}

		@Bean
		SentQueries sentQueries() {
			return new SentQueries();
		}

	}

	static class SentQueries implements AssociationListener {

		final List<NamedAssociation> associations = new ArrayList<>();

		@Override
		public void queryExecuted(NamedAssociation association) {
			this.associations.add(association);
		}

	}

	static class Writer {

		@Id
		public Long id;

		@JsonProperty
		final HasOne<Biography> biography = hasOne(this);

		@JsonProperty
		final HasMany<Book> books = hasMany(this);

	}

	static class Book {

		@Id
		public Long id;

		@JsonProperty
		final BelongsTo<Writer, Long> writer = belongsTo(this);

	}

	static class Biography {

		@Id
		public Long id;

		@JsonProperty
		final BelongsTo<Writer, Long> writer = belongsTo(this);

	}

}
