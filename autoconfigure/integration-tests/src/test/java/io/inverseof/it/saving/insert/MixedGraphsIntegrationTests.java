package io.inverseof.it.saving.insert;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import io.inverseof.RowNotFoundException;
import io.inverseof.UnitOfWork;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.saving.Sent;
import io.inverseof.it.saving.Tables;
import io.inverseof.it.saving.insert.Press.Author;
import io.inverseof.it.saving.insert.Press.Authors;
import io.inverseof.it.saving.insert.Press.Note;
import io.inverseof.it.saving.insert.Press.Notes;
import io.inverseof.it.saving.insert.Press.Post;
import io.inverseof.it.saving.insert.Press.Posts;
import io.inverseof.it.saving.insert.Press.Review;
import io.inverseof.it.saving.insert.Press.Reviews;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * New, moved and deleted objects that meet in one save.
 */
@SpringBootTest(classes = Press.class)
@OnH2
class MixedGraphsIntegrationTests {

	@Autowired
	Authors authors;

	@Autowired
	Posts posts;

	@Autowired
	Notes notes;

	@Autowired
	Reviews reviews;

	@Autowired
	JdbcAggregateOperations template;

	@Autowired
	UnitOfWork unitOfWork;

	@Autowired
	StatementCounter statements;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	Tables tables;

	@BeforeEach
	void empty() {
		this.tables.empty();
	}

	private List<String> sent(Runnable work) {
		return Sent.kinds(this.statements, work);
	}

	private Author ann(String... titles) {
		Author ann = Author.named("Ann");
		for (String title : titles) {
			ann.posts().add(Post.titled(title));
		}
		return this.authors.findById(Objects.requireNonNull(this.authors.save(ann).id)).orElseThrow();
	}

	@Test
	void newChildrenOfAMovedChildAreInserted() {
		Post post = ann("one").posts().get(0);
		Author bob = Author.named("Bob");
		bob.posts().add(post);
		post.notes().add(Note.on(post, "good"));
		assertThat(sent(() -> this.authors.save(bob))).containsExactly("insert into author", "update post",
				"insert into note");
		assertThat(this.tables.column("post_id", "note", "id")).containsExactly(post.id);
	}

	@Test
	void aNewParentOfAChildTakesPersistedChildrenAlong() {
		Post old = ann("one").posts().get(0);
		Post post = Post.titled("two");
		Author bob = post.author().build((it) -> it.name = "Bob");
		bob.posts().add(old);
		assertThat(sent(() -> this.posts.save(post))).containsExactly("insert into author", "insert into post",
				"update post");
		assertThat(this.tables.column("author_id", "post", "id")).containsExactly(bob.id, bob.id);
	}

	@Test
	void twoNewChildrenShareANewParentOfTheirOwn() {
		Author ann = ann();
		Post post = Post.titled("one");
		for (int stars = 1; stars <= 2; stars++) {
			Review review = ann.reviews().build((it) -> {
			});
			review.post().set(post);
		}
		assertThat(sent(() -> this.authors.save(ann))).containsExactly("update author", "insert into post",
				"insert into review");
		assertThat(this.tables.column("post_id", "review", "id")).containsExactly(post.id, post.id);
	}

	@Test
	void aDeletedChildThatIsStillListedIsNotInsertedAgain() {
		Author ann = ann("one", "two");
		Post one = ann.posts().get(0);
		this.posts.delete(one);
		assertThat(sent(() -> this.authors.save(ann))).containsExactly("update author");
		assertThat(this.tables.column("title", "post", "id")).containsExactly("two");
	}

	@Test
	void aChildThatSomebodyDeletedIsNotMoved() {
		Post post = ann("one").posts().get(0);
		Author bob = ann();
		this.jdbc.update("delete from post");
		bob.posts().add(post);
		assertThatExceptionOfType(RowNotFoundException.class).isThrownBy(() -> this.authors.save(bob))
			.withMessage(
					"Post %s was added to Author.posts of Author %s, but there is no such row. It was deleted, or its "
							+ "id was assigned before it was saved: then let Post implement Persistable, or have a @Version.",
					post.id, bob.id);
	}

	@Test
	void anUpdateOfAParentThatIsNotThereInsertsNoChild() {
		Author ann = Author.named("Ann");
		ann.id = 999L;
		ann.posts().add(Post.titled("one"));
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.template.update(ann));
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.authors.save(ann));
		assertThat(this.tables.rows()).isZero();
	}

	@Test
	@SuppressWarnings("NullAway")
	void nothingCannotBeSaved() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.authors.save(null));
		assertThatIllegalArgumentException().isThrownBy(() -> this.template.save(null));
		assertThatIllegalArgumentException().isThrownBy(() -> this.template.saveAll(null));
	}

	@Test
	void savesInAPieceOfWorkThatSharesNothing() {
		Author ann = Author.named("Ann");
		Post post = ann.posts().build((it) -> it.title = "one");
		this.unitOfWork.naive().run(() -> this.authors.save(ann));
		assertThat(this.tables.column("author_id", "post", "id")).containsExactly(ann.id);
		assertThat(post.author().get()).isSameAs(ann);
	}

	@Test
	void savesInAUnitOfWorkWithoutATransactionAtomically() {
		Author ann = Author.named("Ann");
		ann.posts().add(Post.titled(null));
		Author bob = Author.named("Bob");
		bob.posts().add(Post.titled("one"));
		this.unitOfWork.run(() -> {
			assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.authors.save(ann));
			this.authors.save(bob);
		});
		assertThat(this.tables.column("name", "author", "id")).containsExactly("Bob");
		assertThat(this.tables.column("author_id", "post", "id")).containsExactly(bob.id);
		ann.posts().get(0).title = "two";
		this.authors.save(ann);
		assertThat(this.tables.rows("post")).isEqualTo(2);
	}

	@Test
	void aGraphThatIsReadInItsTransactionIsTheOneThatWasSaved() {
		this.transaction.executeWithoutResult((status) -> {
			Author ann = Author.named("Ann");
			Post post = ann.posts().build((it) -> it.title = "one");
			this.authors.save(ann);
			Post read = this.posts.findById(Objects.requireNonNull(post.id)).orElseThrow();
			assertThat(this.statements).during(() -> assertThat(read.author().get()).isSameAs(ann)).none();
		});
	}

	@Test
	void fiveThousandRecordsTakeTwoStatements() {
		Post post = Post.titled("one");
		IntStream.range(0, 5000).forEach((i) -> post.notes().add(Note.on(post, "n" + i)));
		assertThat(sent(() -> this.posts.save(post))).containsExactly("insert into post", "insert into note");
		assertThat(post.notes()).hasSize(5000).extracting(Note::id).doesNotContainNull().doesNotHaveDuplicates();
	}

	@Test
	void aThousandParentsWithOneChildEachTakeTwoStatements() {
		List<Author> authors = IntStream.range(0, 1000).mapToObj((i) -> {
			Author author = Author.named("a" + i);
			author.posts().add(Post.titled("p" + i));
			return author;
		}).toList();
		assertThat(sent(() -> this.authors.saveAll(authors))).containsExactly("insert into author", "insert into post");
		assertThat(this.jdbc.queryForObject("select count(*) from post p join author a on a.id = p.author_id "
				+ "where substring(a.name, 2) = substring(p.title, 2)", Long.class))
			.isEqualTo(1000);
	}

}
