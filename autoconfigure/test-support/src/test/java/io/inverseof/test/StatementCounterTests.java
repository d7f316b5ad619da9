package io.inverseof.test;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.IMetricsTracker;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link StatementCounter} and its assertions, on H2.
 */
class StatementCounterTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(StatementCountingAutoConfiguration.class,
				DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class))
		.withPropertyValues("spring.datasource.url=jdbc:h2:mem:statement-counter");

	@Test
	void countsByKind() {
		this.contextRunner.run((context) -> {
			StatementCounts counts = counter(context).countDuring(() -> {
				execute(context, "CREATE TABLE note (id BIGINT)");
				execute(context, "INSERT INTO note VALUES (1)");
				execute(context, "INSERT INTO note VALUES (2)");
				execute(context, "UPDATE note SET id = 3 WHERE id = 1");
				execute(context, "SELECT * FROM note");
				execute(context, "DELETE FROM note");
				execute(context, "DROP TABLE note");
			});
			assertThat(counts.selects()).isEqualTo(1);
			assertThat(counts.inserts()).isEqualTo(2);
			assertThat(counts.updates()).isEqualTo(1);
			assertThat(counts.deletes()).isEqualTo(1);
			assertThat(counts.total()).isEqualTo(7);
			assertThat(counts.statements()).hasSize(7).element(4).isEqualTo("SELECT * FROM note");
		});
	}

	@Test
	void countsOnlyDuringTheWork() {
		this.contextRunner.run((context) -> {
			execute(context, "SELECT 1");
			StatementCounts counts = counter(context).countDuring(() -> execute(context, "SELECT 2"));
			execute(context, "SELECT 3");
			assertThat(counts.statements()).containsExactly("SELECT 2");
		});
	}

	@Test
	void countsInNestedWork() {
		this.contextRunner.run((context) -> {
			StatementCounts outer = counter(context).countDuring(() -> {
				execute(context, "SELECT 1");
				StatementCounts inner = counter(context).countDuring(() -> execute(context, "SELECT 2"));
				assertThat(inner.total()).isEqualTo(1);
			});
			assertThat(outer.total()).isEqualTo(2);
		});
	}

	@Test
	void countsOtherThreads() {
		this.contextRunner.run((context) -> {
			StatementCounts counts = counter(context).countDuring(() -> {
				Thread thread = new Thread(() -> execute(context, "SELECT 1"));
				thread.start();
				join(thread);
			});
			assertThat(counts.selects()).isEqualTo(1);
		});
	}

	@Test
	void countsBatchOfOneStatementOnce() {
		this.contextRunner.run((context) -> {
			execute(context, "CREATE TABLE batched (id BIGINT)");
			StatementCounts counts = counter(context).countDuring(() -> context.getBean(JdbcTemplate.class)
				.batchUpdate("INSERT INTO batched VALUES (?)",
						List.of(new Object[] { 1 }, new Object[] { 2 }, new Object[] { 3 })));
			assertThat(counts.inserts()).isEqualTo(1);
		});
	}

	@Test
	void countsStatementsThatFail() {
		this.contextRunner.run((context) -> {
			StatementCounts counts = counter(context)
				.countDuring(() -> assertThatExceptionOfType(BadSqlGrammarException.class)
					.isThrownBy(() -> execute(context, "SELECT * FROM nowhere")));
			assertThat(counts.selects()).isEqualTo(1);
			assertThat(counter(context).countDuring(() -> execute(context, "SELECT 1")).selects()).isEqualTo(1);
		});
	}

	@Test
	void stopsCountingWhenTheWorkFails() {
		this.contextRunner.run((context) -> {
			assertThatIllegalStateException().isThrownBy(() -> counter(context).countDuring(() -> {
				throw new IllegalStateException("failed");
			}));
			assertThat(counter(context).countDuring(() -> execute(context, "SELECT 1")).total()).isEqualTo(1);
		});
	}

	@Test
	void keepsTheTypeOfThePool() {
		this.contextRunner.run((context) -> {
			HikariDataSource pool = context.getBean(HikariDataSource.class);
			assertThat(pool.getJdbcUrl()).startsWith("jdbc:h2:mem:statement-counter");
			assertThat(pool.isWrapperFor(HikariDataSource.class)).isTrue();
			assertThat(pool.unwrap(HikariDataSource.class).getPoolName()).isEqualTo(pool.getPoolName());
		});
	}

	@Test
	void letsConnectionsBeUnwrapped() {
		this.contextRunner.run((context) -> {
			try (Connection connection = context.getBean(DataSource.class).getConnection()) {
				assertThat(connection.unwrap(JdbcConnection.class)).isExactlyInstanceOf(JdbcConnection.class);
			}
		});
	}

	@Test
	void letsDataSourcesBeDerived() {
		this.contextRunner.run((context) -> {
			DataSource derived = DataSourceBuilder.derivedFrom(context.getBean(DataSource.class)).build();
			assertThat(derived).isExactlyInstanceOf(HikariDataSource.class);
			((HikariDataSource) derived).close();
		});
	}

	@Test
	void letsMetricsWatchThePool() {
		this.contextRunner.run((context) -> {
			List<String> watched = new ArrayList<>();
			DataSourceUnwrapper
				.unwrap(context.getBean(DataSource.class), HikariConfigMXBean.class, HikariDataSource.class)
				.setMetricsTrackerFactory((name, statistics) -> {
					watched.add(name);
					return new IMetricsTracker() {
					};
				});
			execute(context, "SELECT 1");
			assertThat(watched).containsExactly(context.getBean(HikariDataSource.class).getPoolName());
		});
	}

	@Test
	void closesThePoolWithTheContext() {
		HikariDataSource[] pool = new HikariDataSource[1];
		this.contextRunner.run((context) -> {
			execute(context, "SELECT 1");
			pool[0] = context.getBean(DataSource.class).unwrap(HikariDataSource.class);
		});
		assertThat(pool[0].isClosed()).isTrue();
	}

	@Test
	void keepsTheInterfacesOfClassesThatCannotBeExtended() {
		this.contextRunner.withUserConfiguration(EmbeddedConfiguration.class).run((context) -> {
			assertThat(context).hasSingleBean(EmbeddedDatabase.class);
			assertThat(counter(context).countDuring(() -> execute(context, "SELECT 1")).total()).isEqualTo(1);
		});
	}

	@Test
	void countsStatementsThroughSeveralDataSourcesOnce() {
		this.contextRunner.withUserConfiguration(LazyConfiguration.class).run((context) -> {
			assertThat(context.getBeansOfType(DataSource.class)).hasSize(2);
			assertThat(counter(context).countDuring(() -> execute(context, "SELECT 1")).total()).isEqualTo(1);
		});
	}

	@Test
	void assertsCounts() {
		this.contextRunner.run((context) -> assertThat(counter(context)).during(() -> execute(context, "SELECT 1"))
			.selects(1)
			.inserts(0)
			.updates(0)
			.deletes(0)
			.total(1));
	}

	@Test
	void assertsThatThereIsNoStatement() {
		this.contextRunner.run((context) -> {
			StatementCounterAssert.assertThat(counter(context)).during(() -> {
			}).none();
			StatementCountsAssert.assertThat(counter(context).countDuring(() -> {
			})).none();
		});
	}

	@Test
	void listsStatementsWhenAnAssertionFails() {
		this.contextRunner.run((context) -> assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(counter(context)).as("the %s", "page").during(() -> {
				execute(context, "SELECT 1");
				execute(context, "SELECT '100%'");
			}).selects(1))
			.withMessage("""
					[the page] Expecting 1 SELECT statement to be sent, but there were 2.
					All statements, in their order:
					  1. SELECT 1
					  2. SELECT '100%'""".replace("\n", System.lineSeparator())));
	}

	@Test
	void saysWhenNothingWasSent() {
		this.contextRunner.run((context) -> assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(counter(context).countDuring(() -> {
			})).total(2))
			.withMessage(
					"Expecting 2 statements to be sent, but there were 0.%nNo statement was sent at all.".formatted()));
	}

	@Test
	void throwsWhatTheWorkThrows() {
		this.contextRunner.run((context) -> {
			IllegalStateException failure = new IllegalStateException("failed");
			assertThatIllegalStateException().isThrownBy(() -> assertThat(counter(context)).during(() -> {
				throw failure;
			})).isSameAs(failure);
		});
	}

	private static StatementCounter counter(ApplicationContext context) {
		return context.getBean(StatementCounter.class);
	}

	private static void execute(ApplicationContext context, String sql) {
		context.getBean(JdbcTemplate.class).execute(sql);
	}

	private static void join(Thread thread) {
		try {
			thread.join();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class EmbeddedConfiguration {

		@Bean
		EmbeddedDatabase dataSource() {
			return new EmbeddedDatabaseBuilder().setType(EmbeddedDatabaseType.H2).generateUniqueName(true).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LazyConfiguration {

		@Bean
		EmbeddedDatabase target() {
			return new EmbeddedDatabaseBuilder().setType(EmbeddedDatabaseType.H2).generateUniqueName(true).build();
		}

		@Bean
		@Primary
		LazyConnectionDataSourceProxy dataSource(EmbeddedDatabase target) {
			return new LazyConnectionDataSourceProxy(target);
		}

	}

}
