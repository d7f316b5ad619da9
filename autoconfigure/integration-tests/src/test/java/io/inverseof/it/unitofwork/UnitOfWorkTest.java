package io.inverseof.it.unitofwork;

import io.inverseof.UnitOfWork;
import io.inverseof.test.AutoConfigureStatementCounting;
import io.inverseof.test.StatementCounter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ann (1) with the posts 1 and 2, Bob (2) with the post 3, and nobody's post 4. Nothing
 * may stay bound to the thread.
 */
@SpringBootTest(classes = UnitOfWorkApplication.class, webEnvironment = WebEnvironment.NONE,
		properties = { "spring.datasource.generate-unique-name=true", "spring.flyway.enabled=false",
				"spring.sql.init.mode=always",
				"spring.sql.init.schema-locations=classpath:io/inverseof/it/unitofwork/schema.sql" })
@AutoConfigureStatementCounting
abstract class UnitOfWorkTest {

	@Autowired
	Authors authors;

	@Autowired
	Posts posts;

	@Autowired
	Comments comments;

	@Autowired
	Profiles profiles;

	@Autowired
	Nodes nodes;

	@Autowired
	UnitOfWork unitOfWork;

	@Autowired
	StatementCounter statements;

	@Autowired
	Observations observations;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	PlatformTransactionManager transactionManager;

	@Autowired
	TransactionTemplate transaction;

	@BeforeEach
	void fillTables() {
		for (String table : new String[] { "author", "post", "comment", "profile", "node", "badge", "award" }) {
			this.jdbc.update("delete from " + table);
		}
		this.jdbc.update("insert into author (id, name) values (1, 'Ann'), (2, 'Bob')");
		this.jdbc
			.update("insert into post (id, title, author_id) values (1, 'one', 1), (2, 'two', 1), (3, 'three', 2), "
					+ "(4, 'four', null)");
		this.jdbc.update("insert into comment (id, body, post_id) values (1, 'good', 1), (2, 'bad', 1)");
		this.jdbc.update("insert into profile (id, bio, author_id) values (1, 'bio', 1)");
		this.observations.clear();
	}

	@AfterEach
	void leavesNothingBehind() {
		assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
		assertThat(TransactionSynchronizationManager.isSynchronizationActive()).isFalse();
	}

	Author author(long id) {
		return this.authors.findById(id).orElseThrow();
	}

	Post post(long id) {
		return this.posts.findById(id).orElseThrow();
	}

	void inTransaction(Runnable work) {
		this.transaction.executeWithoutResult((status) -> work.run());
	}

	void rolledBack(Runnable work) {
		this.transaction.executeWithoutResult((status) -> {
			work.run();
			status.setRollbackOnly();
		});
	}

	void propagating(int behavior, Runnable work) {
		TransactionTemplate template = new TransactionTemplate(this.transactionManager);
		template.setPropagationBehavior(behavior);
		template.executeWithoutResult((status) -> work.run());
	}

	void inNewTransaction(Runnable work) {
		propagating(TransactionDefinition.PROPAGATION_REQUIRES_NEW, work);
	}

	@Nullable Long authorIdOfPost(long id) {
		return this.jdbc.queryForObject("select author_id from post where id = ?", Long.class, id);
	}

}
