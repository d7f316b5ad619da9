package io.inverseof.it.saving.failing;

import java.util.List;

import io.inverseof.BelongsTo;
import io.inverseof.it.saving.failing.Blog.Author;
import io.inverseof.it.saving.failing.Blog.Comment;
import io.inverseof.it.saving.failing.Blog.Post;
import io.inverseof.it.saving.failing.Blog.Profile;
import io.inverseof.it.saving.failing.League.Locker;
import io.inverseof.it.saving.failing.League.Player;
import io.inverseof.it.saving.failing.League.Spot;
import io.inverseof.it.saving.failing.League.Team;
import org.junit.jupiter.api.Test;

/**
 * Each of these is tried with every single statement failing: nothing has changed then,
 * neither in memory nor in the database, and the next attempt writes each row once.
 */
abstract class FailingSavesTests extends FailingTest {

	@Test
	void aNewAuthorWithEverything() {
		this.trials.failing(() -> {
			Author dan = Author.named("dan");
			dan.buildPost("five").comment("fine");
			dan.buildPost("six").comment("fair");
			dan.posts.get(1).comment("foul");
			dan.profile.build((profile) -> profile.bio = "life");
			return Attempt.of(() -> this.template.save(dan), dan);
		})
			.writes("+ author dan", "+ post five of dan", "+ post six of dan", "+ comment fine on five",
					"+ comment fair on six", "+ comment foul on six", "+ profile life of dan v0");
	}

	@Test
	void newParentsThroughAChild() {
		this.trials.failing(() -> {
			Post five = Post.titled("five");
			five.author.set(Author.named("dan"));
			return Attempt.of(() -> this.template.save(five), five);
		}).writes("+ author dan", "+ post five of dan");
	}

	@Test
	void newParentsThroughARecord() {
		this.trials.failing(() -> {
			Post five = Post.titled("five");
			five.author.set(Author.named("dan"));
			Comment comment = new Comment(null, "fine", BelongsTo.to(five));
			return Attempt.of(() -> this.template.save(comment), five);
		}).writes("+ author dan", "+ post five of dan", "+ comment fine on five");
	}

	@Test
	void newRecordsOfAnExistingParent() {
		this.trials.failing(() -> {
			Post one = post(1);
			one.comment("fine");
			one.comment("fair");
			return Attempt.of(() -> this.posts.save(one), one);
		}).writes("+ comment fine on one", "+ comment fair on one");
	}

	@Test
	void severalRecordsThatShareAnUnsavedParent() {
		this.trials.failing(() -> {
			Post five = Post.titled("five");
			List<Comment> comments = List.of(new Comment(null, "fine", BelongsTo.to(five)),
					new Comment(null, "fair", BelongsTo.to(five)));
			return Attempt.of(() -> this.template.saveAll(comments), five);
		}).writes("+ post five", "+ comment fine on five", "+ comment fair on five");
	}

	@Test
	void severalAuthorsAtOnce() {
		this.trials.failing(() -> {
			Author dan = Author.named("dan");
			dan.buildPost("five").comment("fine");
			Author eve = Author.named("eve");
			eve.buildPost("six").comment("fair");
			Author ann = author(1);
			ann.buildPost("seven");
			return Attempt.of(() -> this.template.saveAll(List.of(dan, ann, eve)), dan, ann, eve);
		})
			.writes("+ author dan", "+ author eve", "+ post five of dan", "+ post six of eve", "+ post seven of ann",
					"+ comment fine on five", "+ comment fair on six");
	}

	@Test
	void newPostsOfAnExistingAuthor() {
		this.trials.failing(() -> {
			Author ann = author(1);
			ann.buildPost("five").comment("fine");
			return Attempt.of(() -> this.authors.save(ann), ann);
		}).writes("+ post five of ann", "+ comment fine on five");
	}

	@Test
	void newPostsOfALoadedList() {
		this.trials.failing(() -> {
			Author ann = author(1);
			ann.posts.get(0).comment("never saved with ann, for the post has not changed");
			ann.buildPost("five");
			return Attempt.of(() -> {
				this.authors.save(ann);
				ann.posts.get(0).comments.reload();
			}, ann);
		}).writes("+ post five of ann");
	}

	@Test
	void twoNewObjectsThatBelongToEachOther() {
		this.trials.failing(() -> {
			Team cork = Team.called("cork");
			Player lee = Player.named("lee");
			cork.players.add(lee);
			cork.captain.set(lee);
			return Attempt.of(() -> this.template.save(cork), cork);
		}).writes("+ team cork v0 led by lee", "+ player lee v0 of cork");
	}

	@Test
	void twoNewObjectsThatBelongToEachOtherFromTheOtherEnd() {
		this.trials.failing(() -> {
			Team cork = Team.called("cork");
			Player lee = Player.named("lee");
			lee.team.set(cork);
			cork.captain.set(lee);
			return Attempt.of(() -> this.template.save(lee), lee);
		}).writes("+ team cork v0 led by lee", "+ player lee v0 of cork");
	}

	@Test
	void compositeIds() {
		this.trials.failing(() -> {
			Locker blue = Locker.at("B", 7, "blue");
			Player lee = Player.named("lee");
			blue.players.add(lee);
			lee.team.set(Team.called("cork"));
			return Attempt.of(() -> this.template.save(blue), blue);
		}).writes("+ locker blue v0", "+ team cork v0", "+ player lee v0 of cork at blue");
	}

	@Test
	void movedChildren() {
		this.trials.failing(() -> {
			Author bob = author(2);
			bob.posts.add(post(1));
			bob.posts.add(post(4));
			return Attempt.of(() -> this.authors.save(bob), bob);
		}).writes("- post one of ann", "+ post one of bob", "- post four", "+ post four of bob");
	}

	@Test
	void movedChildrenThatAreSavedThemselves() {
		this.trials.failing(() -> {
			Author ann = author(1);
			Author bob = author(2);
			Post one = ann.posts.get(0);
			bob.posts.add(one);
			return Attempt.of(() -> this.posts.save(one), one, bob);
		}).writes("- post one of ann", "+ post one of bob");
	}

	@Test
	void movedChildrenWithVersions() {
		this.trials.failing(() -> {
			Team bari = this.teams.findById("bari").orElseThrow();
			bari.players.add(this.players.findById(1L).orElseThrow());
			bari.players.add(Player.named("lee"));
			return Attempt.of(() -> this.template.save(bari), bari);
		})
			.writes("- team bari v0", "+ team bari v1", "- player joe v5 of ajax at red",
					"+ player joe v6 of bari at red", "+ player lee v0 of bari");
	}

	@Test
	void movedChildrenOfCompositeParents() {
		this.trials.failing(() -> {
			Locker green = this.lockers.findById(new Spot("A", 2)).orElseThrow();
			green.players.add(this.players.findById(1L).orElseThrow());
			return Attempt.of(() -> this.template.save(green), green);
		})
			.writes("- locker green v0", "+ locker green v1", "- player joe v5 of ajax at red",
					"+ player joe v6 of ajax at green");
	}

	@Test
	void removedChildren() {
		this.trials.failing(() -> {
			Author ann = author(1);
			ann.posts.remove(0);
			return Attempt.of(() -> this.authors.save(ann), ann);
		}).writes("- post one of ann", "+ post one");
	}

	@Test
	void removedChildrenWithVersions() {
		this.trials.failing(() -> {
			Team ajax = this.teams.findById("ajax").orElseThrow();
			Player joe = ajax.players.get(0);
			ajax.players.clear();
			return Attempt.of(() -> this.template.save(ajax), ajax, joe);
		})
			.writes("- team ajax v3", "+ team ajax v4", "- player joe v5 of ajax at red", "+ player joe v6 at red",
					"- player kim v0 of ajax", "+ player kim v1");
	}

	@Test
	void replacedChildren() {
		this.trials.failing(() -> {
			Author ann = author(1);
			ann.posts.replaceWith(List.of(ann.posts.get(1), post(3), Post.titled("five")));
			return Attempt.of(() -> this.authors.save(ann), ann);
		})
			.writes("- post one of ann", "+ post one", "- post three of bob", "+ post three of ann",
					"+ post five of ann");
	}

	@Test
	void theTargetOfAHasOne() {
		this.trials.failing(() -> {
			Author ann = author(1);
			Profile bio = ann.profile.get();
			ann.profile.build((profile) -> profile.bio = "life");
			return Attempt.of(() -> this.authors.save(ann), ann, bio);
		}).writes("- profile bio of ann v0", "+ profile bio v1", "+ profile life of ann v0");
	}

	@Test
	void theUnreadTargetOfAHasOne() {
		this.trials.failing(() -> {
			Author ann = author(1);
			ann.profile.build((profile) -> profile.bio = "life");
			return Attempt.of(() -> this.authors.save(ann), ann);
		}).writes("- profile bio of ann v0", "+ profile bio v1", "+ profile life of ann v0");
	}

	@Test
	void aHasOneThatTakesTheTargetOfAnother() {
		this.trials.failing(() -> {
			Author bob = author(2);
			bob.profile.set(author(1).profile.get());
			return Attempt.of(() -> this.authors.save(bob), bob);
		}).writes("- profile bio of ann v0", "+ profile bio of bob v1");
	}

	@Test
	void anEmptiedHasOne() {
		this.trials.failing(() -> {
			Author ann = author(1);
			ann.profile.set(null);
			return Attempt.of(() -> this.authors.save(ann), ann);
		}).writes("- profile bio of ann v0", "+ profile bio v1");
	}

	@Test
	void aHasOneWhoseTargetWasSavedByItself() {
		this.trials.failing(() -> {
			Author bob = author(2);
			return Attempt.of(() -> inTransaction(() -> {
				this.profiles.save(bob.profile.build((profile) -> profile.bio = "life"));
				bob.profile.set(null);
				this.authors.save(bob);
			}), bob);
		}).writes("+ profile life v1");
	}

	@Test
	void createdChildren() {
		this.trials.failing(() -> {
			Author ann = author(1);
			return Attempt.of(() -> ann.posts.create((post) -> {
				post.title = "five";
				post.comment("fine");
			}), ann);
		}).writes("+ post five of ann", "+ comment fine on five");
	}

	@Test
	void aCreatedTargetOfAHasOne() {
		this.trials.failing(() -> {
			Author ann = author(1);
			return Attempt.of(() -> ann.profile.create((profile) -> profile.bio = "life"), ann);
		}).writes("- profile bio of ann v0", "+ profile bio v1", "+ profile life of ann v0");
	}

	@Test
	void aCreatedParent() {
		this.trials.failing(() -> {
			Post four = post(4);
			return Attempt.of(() -> inTransaction(() -> {
				four.author.create((author) -> {
					author.name = "dan";
					author.profile.build((profile) -> profile.bio = "life");
				});
				this.posts.save(four);
			}), four);
		}).writes("+ author dan", "+ profile life of dan v0", "- post four", "+ post four of dan");
	}

	@Test
	void severalCallsInOneTransaction() {
		this.trials.failing(() -> {
			Author ann = author(1);
			Author bob = author(2);
			return Attempt.of(() -> inTransaction(() -> {
				Post five = ann.buildPost("five");
				five.comment("fine");
				this.authors.save(ann);
				bob.posts.add(five);
				bob.posts.add(ann.posts.get(0));
				this.authors.save(bob);
				ann.posts.clear();
				this.authors.save(ann);
			}), ann, bob);
		})
			.writes("+ post five of bob", "+ comment fine on five", "- post one of ann", "+ post one of bob",
					"- post two of ann", "+ post two");
	}

	@Test
	void graphsThatWereLoadedInTheTransaction() {
		this.trials.failing(() -> Attempt.of(() -> inTransaction(() -> {
			Author ann = author(1);
			ann.posts.get(0).author.set(author(2));
			this.posts.save(ann.posts.get(0).author.get().posts.get(0));
			ann.buildPost("five");
			this.authors.save(ann);
		}))).writes("+ post five of ann");
	}

}
