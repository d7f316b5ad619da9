package io.inverseof.it.reading.plainid;

import java.util.List;
import java.util.Objects;

import io.inverseof.ImmutableForeignKeyException;
import io.inverseof.UnreadKeyException;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.reading.plainid.Legacy.Author;
import io.inverseof.it.reading.plainid.Legacy.Authors;
import io.inverseof.it.reading.plainid.Legacy.Meta;
import io.inverseof.it.reading.plainid.Legacy.NarrowView;
import io.inverseof.it.reading.plainid.Legacy.Note;
import io.inverseof.it.reading.plainid.Legacy.Notes;
import io.inverseof.it.reading.plainid.Legacy.Page;
import io.inverseof.it.reading.plainid.Legacy.Pages;
import io.inverseof.it.reading.plainid.Legacy.Post;
import io.inverseof.it.reading.plainid.Legacy.Posts;
import io.inverseof.it.reading.plainid.Legacy.Tag;
import io.inverseof.it.reading.plainid.Legacy.Tags;
import io.inverseof.test.StatementCounter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.jdbc.Sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A belongs-to that follows a property, which alone is mapped.
 */
class PlainIdPropertiesIntegrationTests {

	@Nested
	@OnH2
	class OnTheH2 extends PlainIdProperties {

	}

	@Nested
	@OnPostgres
	class OnThePostgres extends PlainIdProperties {

	}

	@SpringBootTest(classes = Legacy.class)
	@Sql(statements = Legacy.SCHEMA)
	abstract static class PlainIdProperties {

		@Autowired
		Authors authors;

		@Autowired
		Posts posts;

		@Autowired
		Notes notes;

		@Autowired
		Tags tags;

		@Autowired
		Pages pages;

		@Autowired
		JdbcAggregateTemplate template;

		@Autowired
		StatementCounter statements;

		@Autowired
		JdbcTemplate jdbc;

		@Test
		void followsThePropertyThatWasRead() {
			Post post = post(1);
			assertThat(post.getAuthorId()).isEqualTo(1L);
			assertThat(post.getAuthor().getId()).isEqualTo(1L);
			assertThat(post.getAuthor().get().name).isEqualTo("Ann");
		}

		@Test
		void isEmptyWhereThePropertyIsNull() {
			assertThat(post(4).getAuthor().getId()).isNull();
			assertThat(post(4).getAuthor().orNull()).isNull();
		}

		@Test
		void danglesWhereThePropertyDoes() {
			assertThat(post(5).getAuthor().getId()).isEqualTo(99L);
			assertThat(post(5).getAuthor().orNull()).isNull();
		}

		@Test
		void selectsTheColumnOnce() {
			List<String> sent = this.statements.countDuring(() -> post(1)).statements();
			assertThat(sent).singleElement()
				.satisfies((sql) -> assertThat(sql.toLowerCase()).containsOnlyOnce("as \"author_id\""));
		}

		@Test
		void followsTheSetter() {
			Post post = post(1);
			assertThat(post.getAuthor().get().name).isEqualTo("Ann");
			post.setAuthorId(2L);
			assertThat(post.getAuthor().getId()).isEqualTo(2L);
			assertThat(post.getAuthor().isLoaded()).isFalse();
			assertThat(post.getAuthor().get().name).isEqualTo("Bob");
			post.setAuthorId(null);
			assertThat(post.getAuthor().orNull()).isNull();
		}

		@Test
		void setterThatChangesNothingKeepsTheTarget() {
			Post post = post(1);
			Author ann = post.getAuthor().get();
			post.setAuthorId(1L);
			assertThat(this.statements).during(() -> assertThat(post.getAuthor().get()).isSameAs(ann)).none();
		}

		@Test
		void setWritesTheProperty() {
			Post post = post(1);
			post.getAuthor().set(author(2));
			assertThat(post.getAuthorId()).isEqualTo(2L);
			post.getAuthor().set(null);
			assertThat(post.getAuthorId()).isNull();
			post.getAuthor().setId(1L);
			assertThat(post.getAuthorId()).isEqualTo(1L);
		}

		@Test
		void savesTheColumnOnce() {
			Post post = post(1);
			post.getAuthor().set(author(2));
			List<String> sent = this.statements.countDuring(() -> this.posts.save(post)).statements();
			assertThat(sent).singleElement()
				.satisfies((sql) -> assertThat(sql.toLowerCase()).containsOnlyOnce("author_id"));
			assertThat(key("post", 1)).isEqualTo(2L);
		}

		@Test
		void insertsTheColumnOnce() {
			Post post = new Post();
			post.getAuthor().set(author(2));
			List<String> sent = this.statements.countDuring(() -> this.posts.save(post)).statements();
			assertThat(sent).singleElement()
				.satisfies((sql) -> assertThat(sql.toLowerCase()).containsOnlyOnce("author_id"));
			assertThat(key("post", 6)).isEqualTo(2L);
		}

		@Test
		void savesTheIdThatTheTargetGotAfterItHadBeenAssigned() {
			Post post = post(1);
			Author unsaved = new Author();
			post.getAuthor().set(unsaved);
			assertThat(post.getAuthorId()).isNull();
			this.posts.save(post);
			assertThat(key("post", 1)).isEqualTo(unsaved.id).isEqualTo(3L);
			assertThat(post.getAuthorId()).isEqualTo(3L);
			assertThat(post.getAuthor().get()).isSameAs(unsaved);
		}

		@Test
		void propertyWinsOverATargetThatWasAssignedBefore() {
			Post post = post(1);
			post.getAuthor().set(author(2));
			post.setAuthorId(1L);
			this.posts.save(post);
			assertThat(key("post", 1)).isEqualTo(1L);
			assertThat(post.getAuthor().get().name).isEqualTo("Ann");
		}

		@Test
		void findsByTheProperty() {
			assertThat(this.posts.findByAuthorId(1L)).hasSize(2);
			assertThat(this.posts.findByAuthorIdIsNull()).hasSize(1);
			Query query = Query.query(Criteria.where("authorId").is(2L));
			assertThat(this.template.findAll(query, Post.class)).singleElement()
				.satisfies((post) -> assertThat(post.getAuthor().get().name).isEqualTo("Bob"));
		}

		@Test
		void projectionsWithThePropertyHandOutLiveAssociations() {
			assertThat(this.posts.findViewByTitleStartingWithOrderById("a"))
				.extracting((view) -> view.getAuthor().get().name)
				.containsExactly("Ann", "Ann");
		}

		@Test
		void projectionsWithoutThePropertyDoNotKnowTheKey() {
			NarrowView view = this.posts.findNarrowViewByTitleStartingWithOrderById("b").get(0);
			assertThatExceptionOfType(UnreadKeyException.class).isThrownBy(view.getAuthor()::getId)
				.withMessageStartingWith(
						"Post.author is unknown: the query that loaded the row did not read author_id.");
		}

		@Test
		void childrenKnowTheirOwner() {
			Author ann = author(1);
			List<String> sent = this.statements.countDuring(() -> {
				assertThat(ann.posts).hasSize(2).allSatisfy((post) -> assertThat(post.getAuthor().get()).isSameAs(ann));
				assertThat(ann.notes).singleElement().satisfies((note) -> assertThat(note.author.get()).isSameAs(ann));
			}).statements();
			assertThat(sent).hasSize(2);
		}

		@Test
		void childThatIsAddedGetsTheKeyOfItsOwner() {
			Author ann = author(1);
			Post post = new Post();
			ann.posts.add(post);
			assertThat(post.getAuthorId()).isEqualTo(1L);
			assertThat(post.getAuthor().get()).isSameAs(ann);
		}

		@Test
		void childWhosePropertyChangesIsNoLongerAnsweredWithItsOldOwner() {
			Author ann = author(1);
			Post post = ann.posts.get(0);
			post.setAuthorId(2L);
			assertThat(post.getAuthor().get().name).isEqualTo("Bob");
			assertThat(ann.posts).hasSize(1);
		}

		@Test
		void finalPropertyIsFollowed() {
			assertThat(note().author.get().name).isEqualTo("Ann");
			Note saved = this.notes.save(new Note(2L));
			assertThat(saved.author.get().name).isEqualTo("Bob");
		}

		@Test
		void finalPropertyCannotBeAssigned() {
			Note note = note();
			Author bob = author(2);
			assertThatExceptionOfType(ImmutableForeignKeyException.class).isThrownBy(() -> note.author.set(bob))
				.withMessage(
						"Note.author follows the property authorId, which is final and cannot be written. Create the "
								+ "Note with the right authorId, or make the field mutable.");
			assertThat(note.author.get().name).isEqualTo("Ann");
			assertThat(note.authorId()).isEqualTo(1L);
		}

		@Test
		void primitivePropertyIsFollowedAndWritten() {
			Tag tag = this.tags.findById(1L).orElseThrow();
			assertThat(tag.author.get().name).isEqualTo("Ann");
			tag.author.set(author(2));
			assertThat(tag.authorId).isEqualTo(2L);
		}

		@Test
		void primitivePropertyCannotBeEmptied() {
			Tag tag = this.tags.findById(1L).orElseThrow();
			assertThatExceptionOfType(ImmutableForeignKeyException.class).isThrownBy(() -> tag.author.set(null))
				.withMessage(
						"Tag.author follows the property authorId, which is a primitive long and cannot be emptied. "
								+ "Declare it as Long.");
			assertThat(tag.author.get().name).isEqualTo("Ann");
		}

		@Test
		void primitivePropertyThatIsZeroIsEmpty() {
			assertThat(new Tag().author.getId()).isNull();
			assertThat(new Tag().author.orNull()).isNull();
		}

		@Test
		void propertyInAnEmbeddedObjectIsFollowed() {
			Page page = this.pages.findById(1L).orElseThrow();
			Meta meta = Objects.requireNonNull(page.meta);
			assertThat(meta.author.get().name).isEqualTo("Bob");
			meta.author.set(author(1));
			assertThat(meta.authorId).isEqualTo(1L);
			this.pages.save(page);
			assertThat(this.jdbc.queryForObject("select meta_author_id from page", Long.class)).isEqualTo(1L);
		}

		private @Nullable Long key(String table, long id) {
			return this.jdbc.queryForObject("select author_id from " + table + " where id = ?", Long.class, id);
		}

		private Author author(long id) {
			return this.authors.findById(id).orElseThrow();
		}

		private Post post(long id) {
			return this.posts.findById(id).orElseThrow();
		}

		private Note note() {
			return this.notes.findById(1L).orElseThrow();
		}

	}

}
