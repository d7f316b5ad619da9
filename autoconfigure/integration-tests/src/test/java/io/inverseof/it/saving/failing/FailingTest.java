package io.inverseof.it.saving.failing;

import java.util.Map;

import io.inverseof.model.AssociationModel;
import io.inverseof.test.AutoConfigureStatementCounting;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nothing may stay bound to the thread, and no connection may stay open.
 */
@SpringBootTest(classes = FailingApplication.class, webEnvironment = WebEnvironment.NONE,
		properties = { "spring.datasource.generate-unique-name=true", "spring.flyway.enabled=false" })
@AutoConfigureStatementCounting
abstract class FailingTest {

	@Autowired
	Blog.Authors authors;

	@Autowired
	Blog.Posts posts;

	@Autowired
	Blog.Comments comments;

	@Autowired
	Blog.Profiles profiles;

	@Autowired
	Blog.Tags tags;

	@Autowired
	League.Teams teams;

	@Autowired
	League.Players players;

	@Autowired
	League.Lockers lockers;

	@Autowired
	JdbcAggregateOperations template;

	@Autowired
	FailingDataSource dataSource;

	@Autowired
	StatementCounter statements;

	@Autowired
	PlatformTransactionManager transactionManager;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	AssociationModel model;

	@Autowired
	Tables tables;

	@Autowired
	ThreadLocals threadLocals;

	Trials trials;

	private Map<String, String> clean;

	@BeforeEach
	void fillTables() {
		this.tables.reset();
		this.trials = new Trials(this.dataSource, this.tables, new Memory(this.model), this.template,
				this::verifyNothingIsBound);
		this.clean = this.threadLocals.values();
	}

	@AfterEach
	void leavesNothingBehind() {
		this.dataSource.heal();
		verifyNothingIsBound();
	}

	void verifyNothingIsBound() {
		assertThat(this.dataSource.open()).as("open connections").isZero();
		assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
		assertThat(TransactionSynchronizationManager.isSynchronizationActive()).isFalse();
		assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isFalse();
		assertThat(this.threadLocals.values()).isEqualTo(this.clean);
	}

	Blog.Author author(long id) {
		return this.authors.findById(id).orElseThrow();
	}

	Blog.Post post(long id) {
		return this.posts.findById(id).orElseThrow();
	}

	void nested(Runnable work) {
		propagating(TransactionDefinition.PROPAGATION_NESTED, work, false);
	}

	void nestedRolledBack(Runnable work) {
		propagating(TransactionDefinition.PROPAGATION_NESTED, work, true);
	}

	void propagating(int propagation, Runnable work, boolean rollback) {
		TransactionTemplate inner = new TransactionTemplate(this.transactionManager);
		inner.setPropagationBehavior(propagation);
		inner.executeWithoutResult((status) -> {
			work.run();
			if (rollback) {
				status.setRollbackOnly();
			}
		});
	}

	void rolledBack(Runnable work) {
		this.transaction.executeWithoutResult((status) -> {
			work.run();
			status.setRollbackOnly();
		});
	}

	void inTransaction(Runnable work) {
		this.transaction.executeWithoutResult((status) -> work.run());
	}

}
