package io.inverseof.it.saving.corners;

import java.util.List;
import java.util.Objects;

import io.inverseof.it.reading.OnH2;
import io.inverseof.it.saving.Tables;
import io.inverseof.test.StatementCounter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.repository.CrudRepository;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A test of a corner, with empty tables and callbacks that do nothing.
 */
@SpringBootTest(classes = Corners.class)
@OnH2
abstract class CornersTest {

	@Autowired
	Hooks hooks;

	@Autowired
	Tables tables;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	TransactionTemplate transactions;

	@Autowired
	StatementCounter statements;

	@BeforeEach
	void empty() {
		this.hooks.reset();
		this.tables.empty();
	}

	/**
	 * Reads an object again, as another request would.
	 */
	<T> T again(CrudRepository<T, Long> repository, @Nullable Long id) {
		return repository.findById(Objects.requireNonNull(id)).orElseThrow();
	}

	/**
	 * Reads a key of all rows of a table, those that were inserted first at the front.
	 */
	List<Object> keys(String column, String table) {
		return this.tables.column(column, table, "id");
	}

	void rolledBack(Runnable work) {
		this.transactions.executeWithoutResult((status) -> {
			work.run();
			status.setRollbackOnly();
		});
	}

}
