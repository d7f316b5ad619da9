package io.inverseof.it.parity;

import java.util.List;

import io.inverseof.AssociationOperations;
import io.inverseof.UnitOfWork;
import io.inverseof.holder.AssociationHolder;
import io.inverseof.it.parity.Village.Articles;
import io.inverseof.it.parity.Village.Folders;
import io.inverseof.it.parity.Village.Hobbies;
import io.inverseof.it.parity.Village.Hobby;
import io.inverseof.it.parity.Village.Letters;
import io.inverseof.it.parity.Village.Licences;
import io.inverseof.it.parity.Village.Magazine;
import io.inverseof.it.parity.Village.Magazines;
import io.inverseof.it.parity.Village.Notes;
import io.inverseof.it.parity.Village.People;
import io.inverseof.it.parity.Village.Person;
import io.inverseof.it.parity.Village.Portraits;
import io.inverseof.it.parity.Village.Tools;
import io.inverseof.test.AutoConfigureStatementCounting;
import io.inverseof.test.StatementCounter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ann (1) with the portrait 1 and the hobbies 1 to 3, the first of which has the tool 1;
 * Bob (2) with the hobby 4 and no portrait; nobody's hobby 5; the magazine 1 writes about
 * hobby 1 and has the article 1. Nothing may stay bound to the thread.
 */
@SpringBootTest(classes = ParityApplication.class, webEnvironment = WebEnvironment.NONE,
		properties = { "spring.datasource.generate-unique-name=true", "spring.flyway.enabled=false",
				"spring.sql.init.mode=always",
				"spring.sql.init.schema-locations=classpath:io/inverseof/it/parity/schema.sql" })
@AutoConfigureStatementCounting
abstract class ParityTest {

	private static final List<String> TABLES = List.of("note", "licence", "folder", "article", "letter", "tool",
			"hobby", "magazine", "portrait", "person");

	@Autowired
	People people;

	@Autowired
	Portraits portraits;

	@Autowired
	Hobbies hobbies;

	@Autowired
	Tools tools;

	@Autowired
	Letters letters;

	@Autowired
	Magazines magazines;

	@Autowired
	Articles articles;

	@Autowired
	Folders folders;

	@Autowired
	Licences licences;

	@Autowired
	Notes notes;

	@Autowired
	Journal journal;

	@Autowired
	UnitOfWork unitOfWork;

	@Autowired
	AssociationOperations associations;

	@Autowired
	StatementCounter statements;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	TransactionTemplate transaction;

	@BeforeEach
	void fillTables() {
		TABLES.forEach((table) -> this.jdbc.update("delete from " + table));
		this.jdbc.update("insert into person (id, name) values (1, 'Ann'), (2, 'Bob')");
		this.jdbc.update("insert into portrait (id, description, person_id) values (1, 'trusting', 1)");
		this.jdbc.update("insert into magazine (id, title) values (1, 'Outside')");
		this.jdbc.update("insert into article (id, headline, magazine_id) values (1, 'Rails', 1)");
		this.jdbc.update("insert into hobby (id, topic, outdoors, person_id, magazine_id) values "
				+ "(1, 'trains', true, 1, 1), (2, 'chess', false, 1, null), (3, 'birds', true, 1, null), "
				+ "(4, 'stamps', false, 2, null), (5, 'kites', true, null, null)");
		this.jdbc.update("insert into tool (id, name, hobby_id) values (1, 'notebook', 1)");
		this.journal.clear();
	}

	@AfterEach
	void leavesNothingBehind() {
		this.journal.clear();
		assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
		assertThat(TransactionSynchronizationManager.isSynchronizationActive()).isFalse();
	}

	Person ann() {
		return this.people.findById(1L).orElseThrow();
	}

	Person bob() {
		return this.people.findById(2L).orElseThrow();
	}

	Hobby hobby(long id) {
		return this.hobbies.findById(id).orElseThrow();
	}

	Magazine magazine() {
		return this.magazines.findById(1L).orElseThrow();
	}

	/**
	 * Returns what a has-many holds without a look at the database.
	 */
	static List<Object> inMemory(Object association) {
		return List.copyOf(((AssociationHolder) association).inMemory());
	}

	@Nullable Long key(String table, String column, long id) {
		return this.jdbc.queryForObject("select " + column + " from " + table + " where id = ?", Long.class, id);
	}

	@Nullable Long personOfHobby(@Nullable Long id) {
		return (id != null) ? key("hobby", "person_id", id) : null;
	}

	long rows(String table) {
		Long rows = this.jdbc.queryForObject("select count(*) from " + table, Long.class);
		return (rows != null) ? rows : 0;
	}

}
