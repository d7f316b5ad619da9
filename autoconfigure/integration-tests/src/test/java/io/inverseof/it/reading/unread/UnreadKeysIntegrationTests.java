package io.inverseof.it.reading.unread;

import java.util.Objects;

import io.inverseof.AssociationOperations;
import io.inverseof.BelongsTo;
import io.inverseof.UnreadKeyException;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.reading.unread.Unread.Authors;
import io.inverseof.it.reading.unread.Unread.Legacies;
import io.inverseof.it.reading.unread.Unread.Legacy;
import io.inverseof.it.reading.unread.Unread.Note;
import io.inverseof.it.reading.unread.Unread.Notes;
import io.inverseof.it.reading.unread.Unread.Post;
import io.inverseof.it.reading.unread.Unread.Posts;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.jdbc.Sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A key that the query did not read is not the same as no key.
 */
class UnreadKeysIntegrationTests {

	@Nested
	@OnH2
	class OnTheH2 extends UnreadKeys {

	}

	@Nested
	@OnPostgres
	class OnThePostgres extends UnreadKeys {

	}

	@SpringBootTest(classes = Unread.class)
	@Sql(statements = Unread.SCHEMA)
	abstract static class UnreadKeys {

		static final String AUTHOR_IS_UNKNOWN = "Post.author of Post 1 is unknown: the query that loaded the row did not "
				+ "read %s. Add the column to the query, or load the whole row before you read or save the association.";

		@Autowired
		Authors authors;

		@Autowired
		Posts posts;

		@Autowired
		Notes notes;

		@Autowired
		Legacies legacies;

		@Autowired
		StatementCounter statements;

		@Autowired
		JdbcTemplate jdbc;

		@Test
		void unreadKeyIsNotHandedOut() {
			Post post = post();
			assertThatExceptionOfType(UnreadKeyException.class).isThrownBy(post.author::getId)
				.withMessageMatching(AUTHOR_IS_UNKNOWN.formatted("(AUTHOR_ID|author_id)"));
		}

		@Test
		void targetOfAnUnreadKeyIsNotHandedOut() {
			Post post = post();
			assertThatExceptionOfType(UnreadKeyException.class).isThrownBy(post.author::get);
			assertThatExceptionOfType(UnreadKeyException.class).isThrownBy(post.author::orNull);
			assertThatExceptionOfType(UnreadKeyException.class).isThrownBy(post.author::isPresent);
			assertThatExceptionOfType(UnreadKeyException.class).isThrownBy(post.author::optional);
		}

		@Test
		void unreadKeyIsPrintedAndComparedWithoutTrouble() {
			Post post = post();
			assertThat(post.author).hasToString("Post.author[unknown]").isNotEqualTo(post().author);
			assertThat(post.author.isLoaded()).isFalse();
		}

		@Test
		void rowWithAnUnreadKeyIsNotSaved() {
			Post post = post();
			post.title = "changed";
			assertThat(this.statements)
				.during(() -> assertThatExceptionOfType(UnreadKeyException.class)
					.isThrownBy(() -> this.posts.save(post))
					.withMessageMatching(AUTHOR_IS_UNKNOWN.formatted("(AUTHOR_ID|author_id)")))
				.none();
			assertThat(this.jdbc.queryForMap("select title, author_id, editor_id from post").values())
				.containsExactly("p", 1L, 2L);
		}

		@Test
		void rowIsSavedOnceTheKeysAreAssigned() {
			Post post = post();
			post.author.set(this.authors.findById(2L).orElseThrow());
			post.editor.setId(null);
			Objects.requireNonNull(post.meta).author.setId(2L);
			this.posts.save(post);
			assertThat(this.jdbc.queryForMap("select author_id, editor_id, meta_author_id from post").values())
				.containsExactly(2L, null, 2L);
		}

		@Test
		void unreadKeyOfAnEmbeddedObjectIsUnknown() {
			Post post = post();
			post.author.setId(1L);
			post.editor.setId(1L);
			BelongsTo<?, ?> author = Objects.requireNonNull(post.meta).author;
			assertThatExceptionOfType(UnreadKeyException.class).isThrownBy(author::getId)
				.withMessageStartingWith("Post.meta.author of Post 1 is unknown");
			assertThatExceptionOfType(UnreadKeyException.class).isThrownBy(() -> this.posts.save(post));
		}

		@Test
		void unreadKeyOfARecordIsUnknown() {
			Note note = this.notes.findWithoutKeys().orElseThrow();
			assertThatExceptionOfType(UnreadKeyException.class).isThrownBy(() -> note.author().getId());
			assertThatExceptionOfType(UnreadKeyException.class).isThrownBy(() -> this.notes.save(note));
			assertThat(this.jdbc.queryForObject("select author_id from note", Long.class)).isEqualTo(1L);
		}

		@Test
		void unreadColumnOfAFollowedPropertyIsUnknown() {
			Legacy legacy = this.legacies.findWithoutKeys().orElseThrow();
			assertThatExceptionOfType(UnreadKeyException.class).isThrownBy(legacy.author::getId);
			assertThatExceptionOfType(UnreadKeyException.class).isThrownBy(() -> this.legacies.save(legacy));
			assertThat(this.jdbc.queryForObject("select author_id from legacy", Long.class)).isEqualTo(1L);
		}

		@Test
		void unreadFollowedPropertyIsKnownOnceItIsSet() {
			Legacy legacy = this.legacies.findWithoutKeys().orElseThrow();
			legacy.authorId = 2L;
			assertThat(legacy.author.getId()).isEqualTo(2L);
			assertThat(legacy.author.get().name).isEqualTo("Bob");
			this.legacies.save(legacy);
			assertThat(this.jdbc.queryForObject("select author_id from legacy", Long.class)).isEqualTo(2L);
		}

		@Test
		void reloadingTheRowMakesTheKeyKnown(@Autowired AssociationOperations associations) {
			Post post = post();
			associations.reload(post);
			assertThat(post.author.getId()).isEqualTo(1L);
			assertThat(post.author.get().name).isEqualTo("Ann");
		}

		@Test
		void keyThatWasReadAsNullIsEmpty() {
			Post post = this.posts.findWithNull().orElseThrow();
			assertThat(post.author.getId()).isNull();
			assertThat(post.editor.getId()).isEqualTo(2L);
		}

		@Test
		void keysThatWereReadAreKnown() {
			Post post = this.posts.findWithKeys().orElseThrow();
			assertThat(post.author.get().name).isEqualTo("Ann");
			assertThat(post.editor.get().name).isEqualTo("Bob");
		}

		private Post post() {
			return this.posts.findWithoutKeys().get(0);
		}

	}

}
