package io.inverseof.it.parity.counting;

import java.time.Instant;
import java.util.Objects;

import io.inverseof.it.parity.counting.Forum.Board;
import io.inverseof.it.parity.counting.Forum.Node;
import io.inverseof.it.parity.counting.Forum.Reply;
import io.inverseof.it.parity.counting.Forum.Topic;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/**
 * What is about belongs-to in Rails' {@code timestamp_test.rb},
 * {@code touch_later_test.rb} and {@code belongs_to_associations_test.rb}.
 */
class TouchParityTests extends ForumTest {

	@Test
	void anInsertedChildTouchesItsOwner() {
		Board news = board(1);
		news.topics.create((topic) -> topic.title = "java");
		assertThat(news.updatedAt).isAfter(BEFORE).isEqualTo(time("board", 1L));
	}

	@Test
	void aChangedChildTouchesItsOwner() {
		Topic topic = topic(2);
		topic.title = "boot";
		assertThat(sent(() -> this.topics.save(topic))).filteredOn((kind) -> kind.startsWith("update"))
			.containsExactly("update topic", "update board");
		assertThat(isTouched("board", 1L)).isTrue();
		assertThat(isTouched("board", 2L)).isFalse();
	}

	@Test
	void aDeletedChildTouchesItsOwner() {
		this.topics.delete(topic(2));
		assertThat(isTouched("board", 1L)).isTrue();
	}

	@Test
	void aChildThatIsDeletedByItsIdTouchesItsOwner() {
		this.topics.deleteById(2L);
		assertThat(isTouched("board", 1L)).isTrue();
	}

	@Test
	void severalChildrenOfOneUnitTouchTheirOwnerOnce() {
		assertThat(sent(() -> this.transaction.executeWithoutResult((status) -> {
			for (Topic topic : board(1).topics) {
				this.topics.save(topic);
			}
		}))).filteredOn("update board"::equals).hasSize(1);
	}

	@Test
	void aMovedChildTouchesBothOwners() {
		Topic topic = topic(2);
		topic.board.setId(2L);
		this.topics.save(topic);
		assertThat(isTouched("board", 1L)).isTrue();
		assertThat(isTouched("board", 2L)).isTrue();
		assertThat(isTouched("board", 3L)).isFalse();
	}

	@Test
	void aChildThatIsLetGoOfTouchesItsFormerOwner() {
		Topic topic = topic(2);
		topic.board.set(null);
		this.topics.save(topic);
		assertThat(isTouched("board", 1L)).isTrue();
	}

	@Test
	void aTouchedOwnerTouchesItsOwn() {
		Reply reply = this.replies.findById(1L).orElseThrow();
		this.replies.save(reply);
		assertThat(isTouched("topic", 1L)).isTrue();
		assertThat(isTouched("board", 1L)).isTrue();
		assertThat(time("topic", 1L)).isEqualTo(time("board", 1L));
	}

	@Test
	void aTreeIsTouchedUpToItsRoot() {
		Node root = Node.named("root");
		Node branch = root.children.build((node) -> node.name = "branch");
		Node twig = branch.children.build((node) -> node.name = "twig");
		this.nodes.save(root);
		this.jdbc.update("update node set updated_at = '2020-01-01 00:00:00+00'");
		Node found = this.nodes.findById(id(twig)).orElseThrow();
		found.children.create((node) -> node.name = "leaf");
		assertThat(isTouched("node", twig.id)).isTrue();
		assertThat(isTouched("node", branch.id)).isTrue();
		assertThat(isTouched("node", root.id)).isTrue();
	}

	@Test
	void touchingGoesAroundACircleOnce() {
		Node one = this.nodes.save(Node.named("one"));
		Node two = this.nodes.save(Node.named("two"));
		this.jdbc.update("update node set parent_id = ? where id = ?", two.id, one.id);
		this.jdbc.update("update node set parent_id = ? where id = ?", one.id, two.id);
		this.jdbc.update("update node set updated_at = '2020-01-01 00:00:00+00'");
		Node found = this.nodes.findById(id(one)).orElseThrow();
		assertThatCode(() -> this.nodes.save(found)).doesNotThrowAnyException();
		assertThat(isTouched("node", two.id)).isTrue();
	}

	@Test
	void theChildOfADeletedOwnerCanBeDeleted() {
		Topic topic = topic(3);
		assertThat(topic.board.get().name).isEqualTo("help");
		this.jdbc.update("update topic set board_id = null where id = 3");
		this.boards.deleteById(2L);
		assertThatCode(() -> this.topics.delete(topic)).doesNotThrowAnyException();
		assertThat(this.topics.existsById(3L)).isFalse();
	}

	@Test
	void anOwnerThatWasNotReadIsTouchedWithoutReadingIt() {
		Topic topic = topic(2);
		assertThat(sent(() -> this.topics.delete(topic))).filteredOn((kind) -> kind.equals("select from board"))
			.isEmpty();
		assertThat(isTouched("board", 1L)).isTrue();
	}

	@Test
	void otherChangesOfTheOwnerStayUnsaved() {
		Board news = board(1);
		news.name = "renamed";
		this.topics.save(news.topics.get(0));
		assertThat(isTouched("board", 1L)).isTrue();
		assertThat(board(1).name).isEqualTo("news");
		assertThat(news.name).isEqualTo("renamed");
	}

	@Test
	void aNewOwnerIsSavedWithItsChild() {
		Topic topic = Topic.titled("java");
		Board built = topic.board.build((board) -> board.name = "new");
		assertThatCode(() -> this.topics.save(topic)).doesNotThrowAnyException();
		assertThat(built.id).isNotNull();
	}

	@Test
	void savingAChildWithoutChangesTouchesItsOwner() {
		this.topics.save(topic(2));
		assertThat(isTouched("board", 1L)).isTrue();
	}

	@Test
	void aRollbackTakesTheTouchBack() {
		Board news = board(1);
		this.transaction.executeWithoutResult((status) -> {
			this.topics.save(news.topics.get(0));
			status.setRollbackOnly();
		});
		assertThat(news.updatedAt).isEqualTo(BEFORE);
		assertThat(isTouched("board", 1L)).isFalse();
	}

	@Test
	void everyUnitTouchesAgain() {
		Topic topic = topic(2);
		this.topics.save(topic);
		Instant first = time("board", 1L);
		this.topics.save(topic);
		assertThat(time("board", 1L)).isAfterOrEqualTo(first);
		assertThat(number("version", "board", 1L)).isEqualTo(2);
	}

	private static Long id(Node node) {
		return Objects.requireNonNull(node.id);
	}

}
