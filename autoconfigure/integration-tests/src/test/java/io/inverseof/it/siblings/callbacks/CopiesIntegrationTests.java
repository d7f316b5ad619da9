package io.inverseof.it.siblings.callbacks;

import java.util.List;

import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.siblings.Truth;
import io.inverseof.it.siblings.callbacks.Copies.Author;
import io.inverseof.it.siblings.callbacks.Copies.Authors;
import io.inverseof.it.siblings.callbacks.Copies.Conversions;
import io.inverseof.it.siblings.callbacks.Copies.Note;
import io.inverseof.it.siblings.callbacks.Copies.Notes;
import io.inverseof.it.siblings.callbacks.Copies.Post;
import io.inverseof.it.siblings.callbacks.Copies.Posts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.jdbc.Sql;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Callbacks that replace what was read.
 */
class CopiesIntegrationTests {

	@Nested
	@OnH2
	class OnTheH2 extends Replacing {

	}

	@Nested
	@OnPostgres
	class OnThePostgres extends Replacing {

	}

	@SpringBootTest(classes = { Copies.class, Truth.class })
	@Sql(statements = Copies.SCHEMA)
	abstract static class Replacing {

		@Autowired
		Authors authors;

		@Autowired
		Posts posts;

		@Autowired
		Notes notes;

		@Autowired
		Conversions conversions;

		@Autowired
		Truth truth;

		@BeforeEach
		void forgetEarlierConversions() {
			this.conversions.clear();
		}

		@Test
		void copiesOfOwnersAreSiblings() {
			this.truth.of(2, 1 + 10,
					() -> this.authors.findAll().stream().map((author) -> author.name + author.posts.size()).toList());
			this.truth.of(2, 1 + 10,
					() -> this.authors.inOrder().stream().map((author) -> author.name + author.notes.size()).toList());
			this.truth.of(2, 1 + 9,
					() -> this.authors.findByIdGreaterThan(1).stream().map((author) -> author.notes.size()).toList());
		}

		@Test
		void copiesOfChildrenAreSiblings() {
			this.truth.of(2, 1 + 20,
					() -> this.posts.findAll().stream().map((post) -> post.title + post.author.get().name).toList());
			this.truth.of(2, 1 + 20,
					() -> this.posts.inOrder().stream().map((post) -> post.title + post.author.get().name).toList());
		}

		@Test
		void copiesOfRecordsAreSiblings() {
			this.truth.of(2, 1 + 20,
					() -> this.notes.findAll().stream().map((note) -> note.body() + note.author().get().name).toList());
			this.truth.of(2, 1 + 20,
					() -> this.notes.inOrder().stream().map((note) -> note.body() + note.author().get().name).toList());
		}

		@Test
		void copiesOfAggregatesCountWhatTheySavedInside() {
			this.truth.of(1 + 1 + 1, 1 + 10 + 20,
					() -> this.authors.findAll()
						.stream()
						.map((author) -> author.albums.stream().mapToInt((album) -> album.tracks().size()).sum())
						.toList());
		}

		@Test
		void copiesOfChildrenThatWereReadTogetherAreWired() {
			List<Author> all = this.authors.findAll();
			assertThat(this.truth.statements()).during(() -> {
				for (Author author : all) {
					assertThat(author.posts).hasSize(2).extracting((Post post) -> post.title).containsOnly("copy");
					assertThat(author.posts).allSatisfy((post) -> assertThat(post.author.get()).isSameAs(author));
					assertThat(author.notes).hasSize(2).extracting(Note::body).containsOnly("copy");
					assertThat(author.notes).allSatisfy((note) -> assertThat(note.author().get()).isSameAs(author));
				}
			}).total(2);
		}

		@Test
		void targetsOfSiblingsAreTheCopies() {
			assertThat(this.posts.findAll()).extracting((post) -> post.author.get().name).containsOnly("copy");
			assertThat(this.notes.inOrder()).extracting((note) -> note.author().get().name).containsOnly("copy");
		}

		@Test
		void copiesShareTheirTargets() {
			assertThat(this.posts.findAll()).extracting((post) -> post.author.get()).doesNotContainNull();
			List<Post> all = this.posts.inOrder();
			assertThat(all.stream().map((post) -> post.author.get()).distinct()).hasSize(10);
		}

		@Test
		void everyRowIsConvertedOnce() {
			List<Author> all = this.authors.findAll();
			this.conversions.clear();
			all.forEach((author) -> assertThat(author.posts).hasSize(2));
			assertThat(this.conversions.events).hasSize(20);
			assertThat(this.conversions.callbacks).hasSize(20);
		}

		@Test
		void listenersSeeTheInverseWired() {
			List<Author> all = this.authors.findAll();
			this.conversions.clear();
			all.forEach((author) -> assertThat(author.posts).hasSize(2));
			all.forEach((author) -> assertThat(author.notes).hasSize(2));
			assertThat(this.conversions.wired).hasSize(40).containsOnly(true);
		}

	}

}
