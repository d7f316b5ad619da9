package io.inverseof.it.siblings;

import java.util.List;
import java.util.Optional;

import io.inverseof.it.reading.OnH2;
import io.inverseof.it.siblings.Library.Author;
import io.inverseof.it.siblings.Library.Authors;
import io.inverseof.it.siblings.Library.Post;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.convert.DataAccessStrategy;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.jdbc.repository.config.DefaultQueryMappingConfiguration;
import org.springframework.data.jdbc.repository.config.JdbcConfiguration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.test.context.jdbc.Sql;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Batches where an application says itself how rows are read.
 */
class OwnStrategiesIntegrationTests {

	@Nested
	@OnH2
	@SpringBootTest(classes = { Library.class, OwnRowMapper.class })
	class WithRowMapper extends EachStrategy {

		@Test
		void rowsAreMappedByIt() {
			assertThat(posts()).hasSize(4).allSatisfy((post) -> assertThat(post.title).isEqualTo("mapped"));
			assertThat(statements()).last().asString().contains(" = ANY(?)");
		}

	}

	@Nested
	@OnH2
	@SpringBootTest(classes = { Library.class, OwnStrategy.class })
	class WithStrategy extends EachStrategy {

		@Test
		void theStrategySendsItsOwnText() {
			assertThat(posts()).hasSize(4).allSatisfy((post) -> assertThat(post.title).isEqualTo("t"));
			assertThat(statements()).last().asString().contains(" IN (?, ?)");
		}

	}

	@Sql(statements = Library.SCHEMA)
	abstract static class EachStrategy {

		@Autowired
		Authors authors;

		@Autowired
		StatementCounter statements;

		@Autowired
		JdbcTemplate jdbc;

		@BeforeEach
		void fill() {
			this.jdbc.batchUpdate("insert into author(id, name) values (1, 'a'), (2, 'b')",
					"insert into post(id, title, author_id) values (1, 't', 1), (2, 't', 2), (3, 't', 1), (4, 't', 2)");
		}

		List<Post> posts() {
			List<Author> all = this.authors.findAll(Sort.by("id"));
			return all.stream().flatMap((author) -> author.posts().stream()).toList();
		}

		List<String> statements() {
			return this.statements.countDuring(this::posts).statements();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnRowMapper extends AbstractJdbcConfiguration {

		OwnRowMapper() {
			RowMapper<Post> mapper = (row, number) -> {
				Post post = new Post();
				post.id = row.getLong("id");
				post.title = "mapped";
				post.author().setId(row.getLong("author_id"));
				return post;
			};
			setQueryMappingConfiguration(
					Optional.of(new DefaultQueryMappingConfiguration().registerRowMapper(Post.class, mapper)));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnStrategy {

		@Bean
		DataAccessStrategy strategy(NamedParameterJdbcOperations operations, JdbcConverter converter,
				JdbcDialect dialect) {
			return JdbcConfiguration.createDataAccessStrategy(operations, converter, null, dialect);
		}

	}

}
