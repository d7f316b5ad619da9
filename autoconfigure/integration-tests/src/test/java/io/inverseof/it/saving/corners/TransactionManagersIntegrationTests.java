package io.inverseof.it.saving.corners;

import javax.sql.DataSource;

import io.inverseof.it.reading.OnH2;
import io.inverseof.it.saving.Tables;
import io.inverseof.it.saving.corners.Corners.Author;
import io.inverseof.it.saving.corners.Corners.Post;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An application may have transactions of something else, and neither is primary.
 */
@SpringBootTest(classes = { Corners.class, TransactionManagersIntegrationTests.Managers.class })
@OnH2
class TransactionManagersIntegrationTests {

	@Autowired
	JdbcAggregateTemplate template;

	@Autowired
	Tables tables;

	@BeforeEach
	void empty() {
		this.tables.empty();
	}

	@Test
	void savesInATransactionOfItsDataSource() {
		Author author = new Author();
		author.posts.add(Post.titled("a title that is much too long"));
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.template.save(author));
		assertThat(this.tables.rows("author")).isZero();
		assertThat(author.id).isNull();
	}

	@Configuration(proxyBeanMethods = false)
	static class Managers {

		@Bean
		JdbcTransactionManager transactionManager(DataSource dataSource) {
			return new JdbcTransactionManager(dataSource);
		}

		@Bean
		Messages messageTransactionManager() {
			return new Messages();
		}

	}

	/**
	 * Stands for the transactions of a message broker.
	 */
	static class Messages extends AbstractPlatformTransactionManager {

		private static final long serialVersionUID = 1L;

		@Override
		protected Object doGetTransaction() {
			return new Object();
		}

		@Override
		protected void doBegin(Object transaction, TransactionDefinition definition) {
		}

		@Override
		protected void doCommit(DefaultTransactionStatus status) {
		}

		@Override
		protected void doRollback(DefaultTransactionStatus status) {
		}

	}

}
