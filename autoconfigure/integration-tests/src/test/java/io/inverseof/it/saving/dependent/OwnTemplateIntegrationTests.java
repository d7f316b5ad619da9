package io.inverseof.it.saving.dependent;

import io.inverseof.RestrictedDeletionException;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.saving.Tables;
import io.inverseof.it.saving.dependent.Forest.Banks;
import io.inverseof.it.saving.dependent.Forest.Nodes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.jdbc.core.convert.DataAccessStrategy;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An application with a template of its own deletes dependents as well.
 */
@OnH2
@SpringBootTest(classes = { Forest.class, OwnTemplateIntegrationTests.OwnTemplate.class })
class OwnTemplateIntegrationTests {

	@Autowired
	Nodes nodes;

	@Autowired
	Banks banks;

	@Autowired
	Deletions deletions;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	Tables tables;

	@BeforeEach
	void fill() {
		this.jdbc.update("update node set parent_id = null");
		this.tables.empty();
		this.jdbc.update("insert into node(id, parent_id) values (1, null), (2, 1), (3, 2)");
		this.deletions.forget();
	}

	@Test
	void deletesWhatDependsOnAnObject() {
		this.nodes.delete(this.nodes.findById(1L).orElseThrow());
		assertThat(this.tables.rows("node")).isZero();
		assertThat(this.deletions.events()).containsExactly("Node 3", "Node 2", "Node 1");
	}

	@Test
	void deletesWhatDependsOnAnId() {
		this.nodes.deleteById(2L);
		assertThat(this.tables.column("id", "node", "id")).containsExactly(1L);
	}

	@Test
	void refusesWhatIsRestricted() {
		this.jdbc.update("insert into bank(id) values (7)");
		this.jdbc.update("insert into vault(bank_id) values (7)");
		assertThatExceptionOfType(RestrictedDeletionException.class).isThrownBy(() -> this.banks.deleteById(7L));
		assertThat(this.tables.rows("bank")).isEqualTo(1);
	}

	@TestConfiguration
	static class OwnTemplate {

		@Bean
		JdbcAggregateTemplate ownTemplate(ApplicationContext context, JdbcConverter converter,
				DataAccessStrategy strategy) {
			return new JdbcAggregateTemplate(context, converter.getMappingContext(), converter, strategy);
		}

	}

}
