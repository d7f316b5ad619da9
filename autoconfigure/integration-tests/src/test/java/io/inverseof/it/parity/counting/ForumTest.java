package io.inverseof.it.parity.counting;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

import io.inverseof.AssociationOperations;
import io.inverseof.UnitOfWork;
import io.inverseof.it.parity.counting.Forum.Board;
import io.inverseof.it.parity.counting.Forum.Boards;
import io.inverseof.it.parity.counting.Forum.Dogs;
import io.inverseof.it.parity.counting.Forum.Nodes;
import io.inverseof.it.parity.counting.Forum.Owners;
import io.inverseof.it.parity.counting.Forum.Replies;
import io.inverseof.it.parity.counting.Forum.Topic;
import io.inverseof.it.parity.counting.Forum.Topics;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.saving.Sent;
import io.inverseof.it.saving.Tables;
import io.inverseof.test.StatementCounter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The board 1 with the topics 1 and 2, the board 2 with the topic 3, the board 3 with
 * none; the topic 4 is on no board; the topic 1 has the replies 1 and 2. All was written
 * a long time ago.
 */
@SpringBootTest(classes = Forum.class, webEnvironment = WebEnvironment.NONE)
@OnH2
abstract class ForumTest {

	static final Instant BEFORE = Instant.parse("2020-01-01T00:00:00Z");

	@Autowired
	Boards boards;

	@Autowired
	Topics topics;

	@Autowired
	Replies replies;

	@Autowired
	Owners owners;

	@Autowired
	Dogs dogs;

	@Autowired
	Nodes nodes;

	@Autowired
	AssociationOperations associations;

	@Autowired
	UnitOfWork unitOfWork;

	@Autowired
	StatementCounter statements;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	Tables tables;

	@Autowired
	JdbcTemplate jdbc;

	@BeforeEach
	void fill() {
		this.jdbc.update("update node set parent_id = null");
		this.tables.empty();
		this.jdbc.update("insert into board (id, version, name, topics_count, archived_count, updated_at) values "
				+ "(1, 0, 'news', 2, 0, '2020-01-01 00:00:00+00'), (2, 0, 'help', 1, 0, '2020-01-01 00:00:00+00'), "
				+ "(3, 0, 'empty', null, 0, '2020-01-01 00:00:00+00')");
		this.jdbc.update("insert into topic (id, title, replies_count, updated_at, board_id) values "
				+ "(1, 'rails', 2, '2020-01-01 00:00:00+00', 1), (2, 'spring', 0, '2020-01-01 00:00:00+00', 1), "
				+ "(3, 'why', 0, '2020-01-01 00:00:00+00', 2), (4, 'lost', 0, '2020-01-01 00:00:00+00', null)");
		this.jdbc.update("insert into reply (id, text, topic_id) values (1, 'yes', 1), (2, 'no', 1)");
		for (String table : List.of("board", "topic", "reply", "node")) {
			this.jdbc.execute("alter table " + table + " alter column id restart with 100");
		}
	}

	Board board(long id) {
		return this.boards.findById(id).orElseThrow();
	}

	Topic topic(long id) {
		return this.topics.findById(id).orElseThrow();
	}

	List<String> sent(Runnable work) {
		return Sent.kinds(this.statements, work);
	}

	/**
	 * Returns the counters of the boards 1 to 3 in the database.
	 */
	List<Object> counters() {
		return this.tables.column("coalesce(topics_count, 0)", "board", "id").subList(0, 3);
	}

	@Nullable Integer number(String column, String table, @Nullable Long id) {
		return this.jdbc.queryForObject("select " + column + " from " + table + " where id = ?", Integer.class,
				Objects.requireNonNull(id));
	}

	Instant time(String table, @Nullable Long id) {
		return Objects
			.requireNonNull(this.jdbc.queryForObject("select updated_at from " + table + " where id = ?",
					OffsetDateTime.class, Objects.requireNonNull(id)))
			.toInstant();
	}

	boolean isTouched(String table, @Nullable Long id) {
		return time(table, id).isAfter(BEFORE);
	}

}
