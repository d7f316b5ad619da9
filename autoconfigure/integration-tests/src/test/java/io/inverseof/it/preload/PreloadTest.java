package io.inverseof.it.preload;

import io.inverseof.AssociationOperations;
import io.inverseof.UnitOfWork;
import io.inverseof.it.preload.Press.Authors;
import io.inverseof.it.preload.Press.Comments;
import io.inverseof.it.preload.Press.Posts;
import io.inverseof.it.preload.Press.Products;
import io.inverseof.it.preload.Press.Profiles;
import io.inverseof.it.preload.Press.Purchases;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.jdbc.Sql;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Empty tables.
 */
@SpringBootTest(classes = Press.class, webEnvironment = WebEnvironment.NONE)
@Sql(statements = Press.SCHEMA)
abstract class PreloadTest {

	@Autowired
	Authors authors;

	@Autowired
	Profiles profiles;

	@Autowired
	Posts posts;

	@Autowired
	Comments comments;

	@Autowired
	Purchases purchases;

	@Autowired
	Products products;

	@Autowired
	AssociationOperations associations;

	@Autowired
	UnitOfWork unitOfWork;

	@Autowired
	StatementCounter statements;

	@Autowired
	Tally tally;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcTemplate jdbc;

	@BeforeEach
	void clear() {
		this.tally.clear();
	}

	void fill(int authors) {
		Press.fill(this.jdbc, authors);
	}

	void inTransaction(Runnable work) {
		this.transaction.executeWithoutResult((status) -> work.run());
	}

}
