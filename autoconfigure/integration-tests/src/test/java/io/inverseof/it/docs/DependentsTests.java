package io.inverseof.it.docs;

import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The dependents of {@code docs/saving.md}.
 */
@DocsTest
class DependentsTests {

	@Autowired
	private Libraries libraries;

	@Autowired
	private Chairs chairs;

	@Autowired
	private StatementCounter statements;

	@Autowired
	private JdbcTemplate jdbc;

	private Library library;

	@BeforeEach
	void save() {
		library = libraries.save(new Library().name("Bodleian"));
		for (String table : new String[] { "volume", "visit", "chair" }) {
			jdbc.update("INSERT INTO " + table + "(library_id) VALUES (?)", library.id());
			jdbc.update("INSERT INTO " + table + "(library_id) VALUES (?)", library.id());
		}
	}

	private int rows(String table) {
		return jdbc.queryForObject("SELECT COUNT(*) FROM " + table + " WHERE library_id = ?", Integer.class,
				library.id());
	}

	@Test
	void deletesWhatDependsOnAnOwner() {
		// tag::dependents-delete[]
		Chair chair = library.chairs().get(0);
		libraries.delete(library);
		assertThat(chair.library().getId()).isNull();
		// end::dependents-delete[]
		assertThat(rows("volume") + rows("visit") + rows("chair")).isZero();
		assertThat(chairs.findById(chair.id())).isPresent();
	}

	@Test
	void sendsTheStatementsThatTheDocumentationPrints() {
		PrintedSql.assertContains(statements.countDuring(() -> libraries.delete(library)).statements());
	}

	@Test
	void deletesWhatWasRemoved() {
		// tag::dependents-remove[]
		library.volumes().remove(0);
		library.visits().clear();
		libraries.save(library);
		// end::dependents-remove[]
		assertThat(rows("volume")).isEqualTo(1);
		assertThat(rows("visit")).isZero();
	}

}
