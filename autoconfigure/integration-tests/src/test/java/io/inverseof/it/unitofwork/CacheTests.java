package io.inverseof.it.unitofwork;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an unread belongs-to finds in the unit of a transaction.
 */
class CacheTests extends UnitOfWorkTest {

	@Autowired
	Badges badges;

	@Autowired
	Awards awards;

	@Autowired
	JdbcAggregateOperations template;

	@Test
	void findsWhatWasLoadedBefore() {
		inTransaction(() -> {
			Author ann = author(1);
			Post post = post(1);
			assertThat(this.statements).during(() -> assertThat(post.author.get()).isSameAs(ann)).none();
		});
		assertThat(this.observations.avoided()).containsExactly("Post.author cache");
	}

	@Test
	void countsTheFirstReadOnly() {
		inTransaction(() -> {
			author(1);
			Post post = post(1);
			post.author.get();
			post.author.get();
			post.author.isPresent();
		});
		assertThat(this.observations.avoided()).containsExactly("Post.author cache");
	}

	@Test
	void findsWhatAnAssociationLoadedBefore() {
		inTransaction(() -> {
			Author ann = post(1).author.get();
			Post other = post(2);
			assertThat(this.statements).during(() -> assertThat(other.author.get()).isSameAs(ann)).none();
		});
	}

	@Test
	void findsAWholeRowOfAQuery() {
		inTransaction(() -> {
			Author ann = this.authors.findWhole(1L).orElseThrow();
			assertThat(post(1).author.get()).isSameAs(ann);
		});
	}

	@Test
	void doesNotFindAnIncompleteRow() {
		inTransaction(() -> {
			Author incomplete = this.authors.findIncomplete(1L).orElseThrow();
			Post post = post(1);
			assertThat(this.statements)
				.during(() -> assertThat(post.author.get()).isNotSameAs(incomplete)
					.extracting((author) -> author.name)
					.isEqualTo("Ann"))
				.selects(1);
		});
		assertThat(this.observations.avoided()).isEmpty();
	}

	@Test
	void anIncompleteRowDoesNotReplaceAWholeOne() {
		inTransaction(() -> {
			Author ann = author(1);
			this.authors.findIncomplete(1L);
			assertThat(post(1).author.get()).isSameAs(ann);
		});
	}

	@Test
	void doesNotFindWhatIsBehindADto() {
		inTransaction(() -> {
			assertThat(this.authors.findDtoById(1L)).contains(new Authors.AuthorName("Ann"));
			Post post = post(1);
			assertThat(this.statements).during(post.author::get).selects(1);
		});
	}

	@Test
	void doesNotFindWhatIsBehindAProjection() {
		inTransaction(() -> {
			assertThat(this.authors.findNamedById(1L).map(Authors.Named::getName)).contains("Ann");
			Post post = post(1);
			assertThat(this.statements).during(post.author::get).selects(1);
		});
	}

	@Test
	void findersAlwaysQueryAndHandOutFreshObjects() {
		inTransaction(() -> {
			Author first = author(1);
			assertThat(this.statements).during(() -> assertThat(author(1)).isNotSameAs(first)).selects(1);
		});
	}

	@Test
	void theMostRecentlyLoadedWins() {
		inTransaction(() -> {
			author(1);
			Author second = author(1);
			assertThat(post(1).author.get()).isSameAs(second);
		});
	}

	@Test
	void aHolderThatWasReadKeepsItsObject() {
		inTransaction(() -> {
			Author first = author(1);
			Post post = post(1);
			assertThat(post.author.get()).isSameAs(first);
			author(1);
			assertThat(post.author.get()).isSameAs(first);
		});
	}

	@Test
	void theOwnerOnTheOtherSideBeatsTheMostRecent() {
		inTransaction(() -> {
			Author first = author(1);
			Post post = first.posts.get(0);
			author(1);
			assertThat(post.author.get()).isSameAs(first);
		});
		assertThat(this.observations.avoided()).containsExactly("Post.author inverse");
	}

	@Test
	void findsWhatWasSaved() {
		inTransaction(() -> {
			Author carl = this.authors.save(Author.named("Carl"));
			this.jdbc.update("update post set author_id = ? where id = 4", carl.id);
			Post post = post(4);
			assertThat(this.statements).during(() -> assertThat(post.author.get()).isSameAs(carl)).none();
		});
	}

	@Test
	void theMostRecentlySavedWins() {
		inTransaction(() -> {
			Author first = author(1);
			author(1);
			first.name = "Anna";
			this.authors.save(first);
			assertThat(post(1).author.get()).isSameAs(first);
		});
	}

	@Test
	void doesNotTakeARowFromSaveThatTheDatabaseCompletes() {
		inTransaction(() -> {
			Badge badge = new Badge();
			badge.label = "best";
			this.badges.save(badge);
			Award award = new Award();
			award.badge.setId(badge.id);
			this.awards.save(award);
			Award read = this.awards.findById(award.id).orElseThrow();
			assertThat(read.badge.get()).isNotSameAs(badge).extracting((found) -> found.printed).isEqualTo("printed");
		});
	}

	@Test
	void savingForgetsAnOlderReadThatTheDatabaseCompletes() {
		this.jdbc.update("insert into badge (id, label) values (1, 'old')");
		this.jdbc.update("insert into award (id, badge_id) values (1, 1)");
		inTransaction(() -> {
			this.badges.findById(1L);
			Badge other = new Badge();
			other.id = 1L;
			other.label = "new";
			this.badges.save(other);
			assertThat(this.awards.findById(1L).orElseThrow().badge.get().label).isEqualTo("new");
		});
	}

	@Test
	void deletingForgets() {
		assertForgets(() -> this.authors.delete(author(1)));
	}

	@Test
	void deletingByIdForgets() {
		assertForgets(() -> this.authors.deleteById(1L));
	}

	@Test
	void deletingSomeForgets() {
		assertForgets(() -> this.authors.deleteAllById(List.of(1L)));
	}

	@Test
	void deletingAllForgets() {
		assertForgets(this.authors::deleteAll);
	}

	@Test
	void deletingByQueryForgets() {
		assertForgets(() -> this.authors.deleteByName("Ann"));
	}

	@Test
	void deletingByTheTemplateForgets() {
		assertForgets(() -> this.template.deleteById(1L, Author.class));
	}

	private void assertForgets(Runnable deletion) {
		inTransaction(() -> {
			author(1);
			Post post = post(1);
			deletion.run();
			assertThat(post.author.orNull()).isNull();
			assertThat(post(2).author.optional()).isEqualTo(Optional.empty());
		});
	}

	@Test
	void aModifyingQueryForgets() {
		inTransaction(() -> {
			author(1);
			Post post = post(1);
			this.authors.rename(1L, "Anna");
			assertThat(post.author.get().name).isEqualTo("Anna");
		});
	}

	@Test
	void clearForgets() {
		inTransaction(() -> {
			Author ann = author(1);
			List<Post> both = this.posts.findAllById(List.of(1L, 2L));
			assertThat(both.get(0).author.get()).isSameAs(ann);
			this.jdbc.update("update author set name = 'Anna' where id = 1");
			this.unitOfWork.clear();
			assertThat(both.get(1).author.get()).isNotSameAs(ann).extracting((author) -> author.name).isEqualTo("Anna");
			assertThat(both.get(0).author.get()).isSameAs(ann);
		});
	}

	@Test
	void clearOutsideAUnitDoesNothing() {
		this.unitOfWork.clear();
		assertThat(this.observations.endedUnits()).isEmpty();
	}

	@Test
	void aLockingFinderReplacesTheObjectBefore() {
		inTransaction(() -> {
			Author before = author(1);
			Post post = post(1);
			Author locked = this.authors.findLockedById(1L).orElseThrow();
			assertThat(locked).isNotSameAs(before);
			assertThat(post.author.get()).isSameAs(locked);
		});
	}

	@Test
	void anIdThatChangedIsNotServed() {
		inTransaction(() -> {
			Author ann = author(1);
			Post post = post(1);
			ann.id = 99L;
			assertThat(post.author.get()).isNotSameAs(ann).extracting((author) -> author.id).isEqualTo(1L);
		});
	}

	@Test
	void reloadQueriesAgain() {
		inTransaction(() -> {
			Author ann = author(1);
			Post post = post(1);
			assertThat(post.author.get()).isSameAs(ann);
			post.author.reload();
			assertThat(this.statements).during(() -> assertThat(post.author.get()).isNotSameAs(ann)).selects(1);
		});
	}

	@Test
	void siblingsOfOneQueryShareInTheUnit() {
		inTransaction(() -> {
			List<Post> all = this.posts.findAllById(List.of(1L, 2L));
			assertThat(this.statements)
				.during(() -> assertThat(all.get(0).author.get()).isSameAs(all.get(1).author.get()))
				.selects(1);
		});
	}

	@Test
	void reportsHowManyAggregatesTheUnitHeld() {
		inTransaction(() -> {
			author(1);
			author(1);
			author(2);
		});
		assertThat(this.observations.endedUnits()).containsExactly(2);
	}

}
