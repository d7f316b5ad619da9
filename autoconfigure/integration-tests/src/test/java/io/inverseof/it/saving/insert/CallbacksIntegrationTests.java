package io.inverseof.it.saving.insert;

import java.time.Instant;
import java.util.List;

import io.inverseof.BelongsTo;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.saving.Sent;
import io.inverseof.it.saving.Tables;
import io.inverseof.it.saving.insert.Newsroom.Clock;
import io.inverseof.it.saving.insert.Newsroom.Desk;
import io.inverseof.it.saving.insert.Newsroom.Desks;
import io.inverseof.it.saving.insert.Newsroom.Hooks;
import io.inverseof.it.saving.insert.Newsroom.Stories;
import io.inverseof.it.saving.insert.Newsroom.Story;
import io.inverseof.it.saving.insert.Newsroom.Tip;
import io.inverseof.it.saving.insert.Newsroom.Tips;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Auditing and callbacks see cascaded objects as if their own repositories had saved
 * them.
 */
@SpringBootTest(classes = Newsroom.class)
@OnH2
class CallbacksIntegrationTests {

	private static final Instant EARLIER = Instant.parse("2026-01-01T00:00:00Z");

	private static final Instant LATER = Instant.parse("2026-01-02T00:00:00Z");

	@Autowired
	Desks desks;

	@Autowired
	Stories stories;

	@Autowired
	Tips tips;

	@Autowired
	Hooks hooks;

	@Autowired
	Clock clock;

	@Autowired
	StatementCounter statements;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	Tables tables;

	@BeforeEach
	void empty() {
		this.tables.empty();
		this.hooks.clear();
		this.clock.now = EARLIER;
	}

	private List<String> sent(Runnable work) {
		return Sent.kinds(this.statements, work);
	}

	@Test
	void auditsNewChildrenAndNewParents() {
		Desk sport = Desk.named("sport");
		Story story = sport.stories().build((it) -> it.title = "one");
		this.desks.save(sport);
		assertThat(story.createdAt).isEqualTo(EARLIER);
		assertThat(story.changedAt).isEqualTo(EARLIER);
		assertThat(story.writtenBy).isEqualTo("me");
		Story other = Story.titled("two");
		Desk news = other.desk().build((desk) -> desk.name = "news");
		this.stories.save(other);
		assertThat(news.createdAt).isEqualTo(EARLIER);
	}

	@Test
	void auditsNewRecords() {
		Story story = Story.titled("one");
		story.tips().add(Tip.of(story, "look"));
		this.stories.save(story);
		assertThat(story.tips().get(0).writtenBy()).isEqualTo("me");
		assertThat(this.tables.column("written_by", "tip", "id")).containsExactly("me");
	}

	@Test
	void doesNotAuditWhatIsNotSaved() {
		Desk sport = Desk.named("sport");
		Story story = sport.stories().build((it) -> it.title = "one");
		this.desks.save(sport);
		this.clock.now = LATER;
		sport.stories().build((it) -> it.title = "two");
		this.desks.save(sport);
		assertThat(sport.changedAt).isEqualTo(LATER);
		assertThat(sport.createdAt).isEqualTo(EARLIER);
		assertThat(story.changedAt).isEqualTo(EARLIER);
	}

	@Test
	void callsBackOnceForEach() {
		Desk sport = Desk.named("sport");
		sport.stories().build((it) -> it.title = "one");
		sport.stories().build((it) -> it.title = "two");
		this.desks.save(sport);
		assertThat(this.hooks.called).containsExactlyInAnyOrder("convert desk", "saved desk", "convert story",
				"save story", "saved story", "convert story", "save story", "saved story");
	}

	@Test
	void callbacksOfCascadedChildrenSeeTheirSavedParent() {
		Desk sport = Desk.named("sport");
		sport.stories().build((it) -> it.title = "one");
		this.hooks.storyConverted = (story) -> {
			assertThat(story.desk().get()).isSameAs(sport);
			assertThat(story.desk().getId()).isNotNull();
		};
		this.desks.save(sport);
		assertThat(this.tables.rows("story")).isOne();
	}

	@Test
	void savesANewParentThatACallbackAssigns() {
		this.hooks.storyConverted = (story) -> {
			if (!story.desk().isPresent()) {
				story.desk().set(Desk.named("default"));
			}
		};
		Story story = Story.titled("one");
		assertThat(sent(() -> this.stories.save(story))).containsExactly("insert into desk", "insert into story");
		assertThat(this.tables.column("desk_id", "story", "id")).containsExactly(story.desk().getId());
		assertThat(story.desk().get().name).isEqualTo("default");
	}

	@Test
	void savesANewParentThatACallbackAssignsToACascadedChild() {
		this.hooks.deskConverted = (desk) -> desk.name = "renamed";
		this.hooks.storyConverted = (story) -> story.desk().set(Desk.named("other"));
		Desk sport = Desk.named("sport");
		Story story = sport.stories().build((it) -> it.title = "one");
		this.desks.save(sport);
		assertThat(this.tables.rows("desk")).isEqualTo(2);
		assertThat(this.tables.column("desk_id", "story", "id")).containsExactly(story.desk().get().id);
		assertThat(story.desk().get()).isNotSameAs(sport);
		assertThat(sport.stories()).isEmpty();
	}

	@Test
	void savesChildrenThatACallbackAdds() {
		this.hooks.deskConverted = (desk) -> desk.stories().add(Story.titled("welcome"));
		Desk sport = Desk.named("sport");
		assertThat(sent(() -> this.desks.save(sport))).containsExactly("insert into desk", "insert into story");
		assertThat(this.tables.column("desk_id", "story", "id")).containsExactly(sport.id);
	}

	@Test
	void savesChildrenThatACallbackAddsToACascadedChild() {
		this.hooks.storyConverted = (story) -> story.tips().add(Tip.of(story, "look"));
		Desk sport = Desk.named("sport");
		sport.stories().build((it) -> it.title = "one");
		sport.stories().build((it) -> it.title = "two");
		assertThat(sent(() -> this.desks.save(sport))).containsExactly("insert into desk", "insert into story",
				"insert into tip");
		assertThat(this.tables.rows("tip")).isEqualTo(2);
	}

	@Test
	void takesTheCopyThatACallbackMakesOfACascadedRecord() {
		this.hooks.tipSaved = (tip) -> new Tip(tip.id(), "copy", tip.writtenBy(), tip.story());
		Story story = Story.titled("one");
		story.tips().add(Tip.of(story, "look"));
		this.stories.save(story);
		assertThat(story.tips()).singleElement().satisfies((tip) -> {
			assertThat(tip.text()).isEqualTo("copy");
			assertThat(tip.story().get()).isSameAs(story);
		});
	}

	@Test
	void takesTheCopyThatACallbackMakesOfAChild() {
		this.hooks.storySaved = CallbacksIntegrationTests::copy;
		Desk sport = Desk.named("sport");
		Story story = sport.stories().build((it) -> it.title = "one");
		this.desks.save(sport);
		assertThat(sport.stories()).singleElement().satisfies((found) -> {
			assertThat(found).isNotSameAs(story);
			assertThat(found.title).isEqualTo("one copied");
			assertThat(found.desk().get()).isSameAs(sport);
		});
		assertThat(sent(() -> this.desks.save(sport))).containsExactly("update desk");
	}

	private static Story copy(Story story) {
		Story copy = Story.titled(story.title + " copied");
		copy.id = story.id;
		copy.desk().set(story.desk().get());
		return copy;
	}

	@Test
	void takesTheCopyThatACallbackMakesOfANewParent() {
		this.hooks.deskSaved = (desk) -> {
			Desk copy = Desk.named(desk.name + " copied");
			copy.id = desk.id;
			return copy;
		};
		Story story = Story.titled("one");
		story.desk().build((desk) -> desk.name = "sport");
		this.stories.save(story);
		assertThat(story.desk().get().name).isEqualTo("sport copied");
		assertThat(story.desk().get().id).isNotNull();
	}

	@Test
	void savesTheChildrenOfAParentThatACallbackCopies() {
		this.hooks.deskSaved = (desk) -> {
			Desk copy = Desk.named("copy");
			copy.id = desk.id;
			return copy;
		};
		Desk sport = Desk.named("sport");
		Story story = sport.stories().build((it) -> it.title = "one");
		Desk saved = this.desks.save(sport);
		assertThat(saved.name).isEqualTo("copy");
		assertThat(this.tables.column("desk_id", "story", "id")).containsExactly(saved.id);
		assertThat(story.id).isNotNull();
	}

	@Test
	void savingInsideACallbackInsertsOnce() {
		this.hooks.storyConverted = (story) -> {
			Desk desk = story.desk().orNull();
			if (desk != null && desk.id == null) {
				this.desks.save(desk);
			}
		};
		Story story = Story.titled("one");
		story.desk().set(Desk.named("sport"));
		this.stories.save(story);
		assertThat(this.tables.rows("desk")).isOne();
		assertThat(this.tables.rows("story")).isOne();
		assertThat(this.tables.column("desk_id", "story", "id")).containsExactly(story.desk().getId());
	}

	@Test
	void savingTheParentAgainInsideACallbackOfItsChildTerminates() {
		this.hooks.storySaved = (story) -> {
			this.desks.save(story.desk().get());
			return story;
		};
		Desk sport = Desk.named("sport");
		sport.stories().build((it) -> it.title = "one");
		sport.stories().build((it) -> it.title = "two");
		this.desks.save(sport);
		assertThat(this.tables.rows("desk")).isOne();
		assertThat(this.tables.rows("story")).isEqualTo(2);
		assertThat(this.tables.column("desk_id", "story", "id")).containsExactly(sport.id, sport.id);
	}

	@Test
	void savingAnotherGraphInsideACallbackLeavesBothWhole() {
		this.hooks.deskSaved = (desk) -> {
			if ("sport".equals(desk.name)) {
				Desk other = Desk.named("other");
				other.stories().add(Story.titled("inner"));
				this.desks.save(other);
			}
			return desk;
		};
		Desk sport = Desk.named("sport");
		sport.stories().add(Story.titled("outer"));
		this.desks.save(sport);
		assertThat(this.tables.rows("desk")).isEqualTo(2);
		assertThat(this.tables.column("title", "story", "title")).containsExactly("inner", "outer");
		assertThat(this.tables.column("desk_id", "story", "id")).doesNotContainNull().doesNotHaveDuplicates();
	}

	@Test
	void aCallbackThatFailsLeavesNothing() {
		this.hooks.storySaved = (story) -> {
			throw new IllegalStateException("no");
		};
		Desk sport = Desk.named("sport");
		Story story = sport.stories().build((it) -> it.title = "one");
		assertThatIllegalStateException().isThrownBy(() -> this.desks.save(sport)).withMessage("no");
		assertThat(this.tables.rows()).isZero();
		assertThat(story.id).isNull();
		this.hooks.clear();
		this.desks.save(sport);
		assertThat(this.tables.rows()).isEqualTo(2);
	}

	@Test
	void aFailureInsideATransactionThatIsCaughtLeavesTheChoiceToTheCaller() {
		Desk sport = Desk.named("sport");
		sport.stories().add(Story.titled(null));
		this.transaction.executeWithoutResult((status) -> {
			assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.desks.save(sport));
			status.setRollbackOnly();
		});
		assertThat(this.tables.rows()).isZero();
		assertThat(sport.stories().get(0).id).isNull();
	}

	@Test
	void aCallbackMayPointAnUnsavedRecordAtItsParent() {
		Story story = this.stories.save(Story.titled("one"));
		Tip saved = this.tips.save(new Tip(null, "look", null, BelongsTo.to(story)));
		assertThat(saved.story().get()).isSameAs(story);
		assertThat(saved.writtenBy()).isEqualTo("me");
	}

}
