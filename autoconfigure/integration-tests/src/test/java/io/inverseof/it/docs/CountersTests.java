package io.inverseof.it.docs;

import io.inverseof.AssociationOperations;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The counters of {@code docs/saving.md}.
 */
@DocsTest
class CountersTests {

	@Autowired
	private Topics topics;

	@Autowired
	private Replies replies;

	@Autowired
	private AssociationOperations associations;

	@Autowired
	private StatementCounter statements;

	@Autowired
	private JdbcTemplate jdbc;

	private Topic topic;

	private Topic other;

	@BeforeEach
	void save() {
		topic = topics.save(new Topic());
		other = topics.save(new Topic());
	}

	@Test
	void countsNewRows() {
		PrintedSql.assertContains(statements.countDuring(() -> {
			// tag::counters-create[]
			topic.replies().add(new Reply().text("Hm"));
			topic.replies().add(new Reply().text("Indeed"));
			topics.save(topic);
			// end::counters-create[]
		}).statements());
		assertThat(topic.repliesCount()).isEqualTo(2);
		assertThat(topic.activeAt()).isNotNull();
	}

	@Test
	void countsMovedRows() {
		topic.replies().create((created) -> created.text("Hm"));
		Reply reply = topic.replies().get(0);
		PrintedSql.assertContains(statements.countDuring(() -> {
			// tag::counters-move[]
			reply.topic().set(other);
			replies.save(reply);
			// end::counters-move[]
		}).statements());
		assertThat(topic.repliesCount()).isZero();
		assertThat(other.repliesCount()).isOne();
	}

	@Test
	void countsDeletedRows() {
		Reply reply = topic.replies().create((created) -> created.text("Hm"));
		PrintedSql.assertContains(statements.countDuring(() -> {
			// tag::counters-delete[]
			replies.delete(reply);
			// end::counters-delete[]
		}).statements());
		assertThat(topic.repliesCount()).isZero();
	}

	@Test
	void countsAgain() {
		topic.replies().create((created) -> created.text("Hm"));
		jdbc.update("DELETE FROM reply");
		PrintedSql.assertContains(statements.countDuring(() -> {
			// tag::counters-reset[]
			associations.resetCounters(Topic.class);
			// end::counters-reset[]
		}).statements());
		assertThat(topics.findById(topic.id()).orElseThrow().repliesCount()).isZero();
		// tag::counters-reset-one[]
		associations.resetCounters(topic); // or a list of them
		// end::counters-reset-one[]
		assertThat(topic.repliesCount()).isZero();
	}

}
