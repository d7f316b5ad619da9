package io.inverseof.it.parity.counting;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.inverseof.MissingCounterException;
import io.inverseof.it.parity.counting.Forum.Board;
import io.inverseof.it.parity.counting.Forum.Dog;
import io.inverseof.it.parity.counting.Forum.Node;
import io.inverseof.it.parity.counting.Forum.Owner;
import io.inverseof.it.parity.counting.Forum.Reply;
import io.inverseof.it.parity.counting.Forum.Topic;
import org.junit.jupiter.api.Test;

import org.springframework.dao.OptimisticLockingFailureException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Rails' {@code counter_cache_test.rb}, and what is about counters in its tests of
 * belongs-to, has-many and locking.
 */
class CounterCacheParityTests extends ForumTest {

	@Test
	void aCreatedChildIsCountedInMemoryAndInTheRow() {
		Board news = board(1);
		news.topics.create((topic) -> topic.title = "java");
		assertThat(news.topicsCount).isEqualTo(3);
		assertThat(counters()).containsExactly(3, 1, 0);
	}

	@Test
	void anInsertedChildIsCounted() {
		Topic topic = Topic.titled("java");
		topic.board.setId(1L);
		this.topics.save(topic);
		assertThat(counters()).containsExactly(3, 1, 0);
	}

	@Test
	void aDeletedChildIsNotCountedAnyMore() {
		this.topics.delete(topic(2));
		assertThat(counters()).containsExactly(1, 1, 0);
		this.topics.deleteById(3L);
		assertThat(counters()).containsExactly(1, 0, 0);
	}

	@Test
	void childrenThatAreDeletedTogetherAreNotCountedAnyMore() {
		this.replies.deleteAll();
		this.topics.deleteAllById(List.of(1L, 3L));
		assertThat(counters()).containsExactly(1, 0, 0);
		this.topics.deleteAll();
		assertThat(counters()).containsExactly(0, 0, 0);
	}

	@Test
	void assigningNothingCountsWithTheNextSave() {
		Topic topic = topic(2);
		topic.board.set(null);
		assertThat(counters()).containsExactly(2, 1, 0);
		this.topics.save(topic);
		assertThat(counters()).containsExactly(1, 1, 0);
	}

	@Test
	void aMovedChildIsCountedAtItsNewOwner() {
		Board news = board(1);
		Board help = board(2);
		Topic topic = news.topics.get(0);
		topic.board.set(help);
		assertThat(this.statements).during(() -> topic.board.set(help)).none();
		this.topics.save(topic);
		assertThat(counters()).containsExactly(1, 2, 0);
		assertThat(news.topicsCount).isEqualTo(1);
		assertThat(help.topicsCount).isEqualTo(2);
	}

	@Test
	void aMovedChildIsCountedAtAnOwnerThatIsSavedWithIt() {
		Topic topic = topic(2);
		Board built = topic.board.build((board) -> board.name = "new");
		this.topics.save(topic);
		assertThat(counters()).containsExactly(1, 1, 0);
		assertThat(number("topics_count", "board", built.id)).isEqualTo(1);
		assertThat(built.topicsCount).isEqualTo(1);
	}

	@Test
	void onlyTheLastOfSeveralAssignmentsCounts() {
		Topic topic = topic(2);
		topic.board.set(board(2));
		topic.board.set(board(3));
		this.topics.save(topic);
		assertThat(counters()).containsExactly(1, 1, 1);
		topic.board.set(board(1));
		topic.board.set(board(3));
		this.topics.save(topic);
		assertThat(counters()).containsExactly(1, 1, 1);
	}

	@Test
	void aKeyThatIsSetCounts() {
		Topic topic = topic(2);
		topic.board.setId(2L);
		this.topics.save(topic);
		assertThat(counters()).containsExactly(1, 2, 0);
		topic.board.setId(null);
		this.topics.save(topic);
		assertThat(counters()).containsExactly(1, 1, 0);
	}

	@Test
	void childrenThatChangePlacesLeaveTheCountersAlone() {
		Topic spring = topic(2);
		Topic why = topic(3);
		spring.board.setId(2L);
		why.board.setId(1L);
		this.topics.saveAll(List.of(spring, why));
		assertThat(counters()).containsExactly(2, 1, 0);
	}

	@Test
	void savingTheOwnerAfterwardsDoesNotWriteTheCounter() {
		Board news = board(1);
		news.topics.create((topic) -> topic.title = "java");
		news.topicsCount = 77;
		this.boards.save(news);
		assertThat(counters()).containsExactly(3, 1, 0);
	}

	@Test
	void savingAChildAgainCountsNothing() {
		Topic topic = topic(2);
		topic.title = "boot";
		this.topics.save(topic);
		this.topics.save(topic);
		assertThat(counters()).containsExactly(2, 1, 0);
	}

	@Test
	void aRowThatIsGoneIsNotCountedTwice() {
		Topic topic = topic(2);
		Topic copy = topic(2);
		this.topics.delete(topic);
		this.topics.delete(topic);
		this.topics.delete(copy);
		this.topics.deleteById(2L);
		assertThat(counters()).containsExactly(1, 1, 0);
	}

	@Test
	void aChildThatIsAddedIsCountedOnceWhicheverSidesWereTouched() {
		Board news = board(1);
		Topic lost = topic(4);
		news.topics.add(lost);
		lost.board.set(news);
		this.boards.save(news);
		this.topics.save(lost);
		this.boards.save(news);
		assertThat(counters()).containsExactly(3, 1, 0);
		assertThat(news.topicsCount).isEqualTo(3);
	}

	@Test
	void aChildThatIsAddedToALoadedCollectionIsCountedOnce() {
		Board news = board(1);
		assertThat(news.topics).hasSize(2);
		news.topics.add(topic(4));
		this.boards.save(news);
		assertThat(counters()).containsExactly(3, 1, 0);
	}

	@Test
	void childrenThatLeaveTheirCollectionAreNotCountedAnyMore() {
		Board news = board(1);
		news.topics.remove(news.topics.get(0));
		this.boards.save(news);
		assertThat(counters()).containsExactly(1, 1, 0);
		news.topics.clear();
		this.boards.save(news);
		assertThat(counters()).containsExactly(0, 1, 0);
		assertThat(news.topicsCount).isZero();
	}

	@Test
	void replacingCountsTheDifference() {
		Board news = board(1);
		news.topics.replaceWith(List.of(news.topics.get(0), topic(3), topic(4), Topic.titled("java")));
		this.boards.save(news);
		assertThat(counters()).containsExactly(4, 0, 0);
		assertThat(news.topicsCount).isEqualTo(4);
	}

	@Test
	void aNewOwnerCountsItsNewChildren() {
		Board board = Board.named("new");
		board.topicsCount = 7;
		board.topics.build((topic) -> topic.title = "one");
		board.topics.build((topic) -> topic.title = "two");
		this.boards.save(board);
		assertThat(number("topics_count", "board", board.id)).isEqualTo(2);
		assertThat(board.topicsCount).isEqualTo(2);
	}

	@Test
	void anEmptyCounterCountsFromNothing() {
		Board empty = board(3);
		assertThat(empty.topicsCount).isNull();
		empty.topics.create((topic) -> topic.title = "first");
		assertThat(number("topics_count", "board", 3L)).isEqualTo(1);
		assertThat(empty.topicsCount).isEqualTo(1);
	}

	@Test
	void twoCountersOfOneClassAreKeptApart() {
		Owner ann = this.owners.save(Owner.named("Ann"));
		Owner bob = this.owners.save(Owner.named("Bob"));
		Dog rex = new Dog();
		rex.breeder.set(ann);
		rex.trainer.set(bob);
		this.dogs.save(rex);
		assertThat(dogs(ann)).containsExactly(1, 0);
		assertThat(dogs(bob)).containsExactly(0, 1);
		rex.trainer.set(ann);
		this.dogs.save(rex);
		assertThat(dogs(ann)).containsExactly(1, 1);
		assertThat(dogs(bob)).containsExactly(0, 0);
	}

	@Test
	void anAssociationWithoutInverseCounts() {
		Owner ann = this.owners.save(Owner.named("Ann"));
		ann.trainedDogs.build((dog) -> dog.name = "Rex");
		this.owners.save(ann);
		assertThat(dogs(ann)).containsExactly(0, 1);
		assertThat(ann.trainedDogsCount).isEqualTo(1);
	}

	private List<Integer> dogs(Owner owner) {
		return List.of(Objects.requireNonNull(number("bred_dogs_count", "owner", owner.id)),
				Objects.requireNonNull(number("trained_dogs_count", "owner", owner.id)));
	}

	@Test
	void aTreeCountsItsChildren() {
		Node root = Node.named("root");
		Node leaf = root.children.build((node) -> node.name = "leaf");
		this.nodes.save(root);
		assertThat(number("children_count", "node", root.id)).isEqualTo(1);
		leaf.parent.set(null);
		this.nodes.save(leaf);
		assertThat(number("children_count", "node", root.id)).isZero();
	}

	@Test
	void aColumnThatIsOnlyNamedLikeACounterIsOrdinary() {
		Board news = board(1);
		news.archivedCount = 10;
		this.boards.save(news);
		news.topics.create((topic) -> topic.title = "java");
		assertThat(number("archived_count", "board", 1L)).isEqualTo(10);
	}

	@Test
	void theVersionOfTheOwnerGoesUpAndItCanBeSavedAfterwards() {
		Board news = board(1);
		news.topics.create((topic) -> topic.title = "java");
		assertThat(news.version).isEqualTo(1).isEqualTo(number("version", "board", 1L));
		news.name = "old news";
		assertThatCode(() -> this.boards.save(news)).doesNotThrowAnyException();
		assertThat(board(1).name).isEqualTo("old news");
	}

	@Test
	void aStaleOwnerCannotBeSaved() {
		Board stale = board(1);
		board(1).topics.create((topic) -> topic.title = "java");
		assertThatExceptionOfType(OptimisticLockingFailureException.class).isThrownBy(() -> this.boards.save(stale));
	}

	@Test
	void countingAndTouchingTakeOneUpdate() {
		Board news = board(1);
		assertThat(sent(() -> news.topics.create((topic) -> topic.title = "java")))
			.filteredOn((kind) -> kind.startsWith("update"))
			.containsExactly("update board");
	}

	@Test
	void aRollbackTakesTheCountBack() {
		Board news = board(1);
		this.transaction.executeWithoutResult((status) -> {
			news.topics.create((topic) -> topic.title = "java");
			assertThat(news.topicsCount).isEqualTo(3);
			status.setRollbackOnly();
		});
		assertThat(news.topicsCount).isEqualTo(2);
		assertThat(counters()).containsExactly(2, 1, 0);
	}

	@Test
	void childrenThatAreDeletedWithTheirOwnerCauseNoError() {
		Topic rails = topic(1);
		assertThatCode(() -> this.topics.delete(rails)).doesNotThrowAnyException();
		assertThat(this.tables.rows("reply")).isZero();
		assertThat(counters()).containsExactly(1, 1, 0);
	}

	@Test
	void countingAsksTheDatabase() {
		Topic rails = topic(1);
		this.jdbc.update("update topic set replies_count = 100 where id = 1");
		assertThat(rails.replies.count()).isEqualTo(2);
	}

	@Test
	void aWrongCounterIsPutRight() {
		this.jdbc.update("update board set topics_count = 77");
		Board news = board(1);
		this.associations.resetCounters(news);
		assertThat(news.topicsCount).isEqualTo(2);
		assertThat(counters()).containsExactly(2, 77, 77);
		this.associations.resetCounters(Board.class);
		assertThat(counters()).containsExactly(2, 1, 0);
	}

	@Test
	void aClassWithoutCountersCannotBeCountedAgain() {
		assertThatExceptionOfType(MissingCounterException.class)
			.isThrownBy(() -> this.associations.resetCounters(Reply.class))
			.withMessageContaining("Reply");
	}

	@Test
	void concurrentCreatesLoseNoCount() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(4);
		try {
			List<Future<?>> futures = new ArrayList<>();
			for (int i = 0; i < 40; i++) {
				futures.add(threads.submit(() -> topic(3).replies.create((reply) -> reply.text = "same here")));
			}
			for (Future<?> future : futures) {
				future.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(number("replies_count", "topic", 3L)).isEqualTo(40);
	}

	@Test
	void concurrentDeletesOfOneRowCountOnce() {
		Reply reply = this.replies.findById(1L).orElseThrow();
		this.jdbc.update("delete from reply where id = 1");
		this.jdbc.update("update topic set replies_count = 1 where id = 1");
		this.replies.delete(reply);
		assertThat(number("replies_count", "topic", 1L)).isEqualTo(1);
	}

}
