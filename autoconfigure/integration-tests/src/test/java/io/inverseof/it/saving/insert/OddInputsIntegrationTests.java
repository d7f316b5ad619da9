package io.inverseof.it.saving.insert;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.IllegalTargetException;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.saving.Sent;
import io.inverseof.it.saving.Tables;
import io.inverseof.it.saving.insert.Press.Author;
import io.inverseof.it.saving.insert.Press.Authors;
import io.inverseof.it.saving.insert.Press.Note;
import io.inverseof.it.saving.insert.Press.Notes;
import io.inverseof.it.saving.insert.Press.Post;
import io.inverseof.it.saving.insert.Press.Posts;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What nobody plans to do, and somebody does.
 */
@SpringBootTest(classes = Press.class)
@OnH2
class OddInputsIntegrationTests {

	@Autowired
	Authors authors;

	@Autowired
	Posts posts;

	@Autowired
	Notes notes;

	@Autowired
	StatementCounter statements;

	@Autowired
	PlatformTransactionManager transactionManager;

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

	@Test
	@SuppressWarnings("NullAway")
	void refusesANullChild() {
		Author ann = Author.named("Ann");
		assertThatIllegalArgumentException().isThrownBy(() -> ann.posts().add(null))
			.withMessage("'child' must not be null");
		this.authors.save(ann);
		assertThat(this.tables.rows()).isOne();
	}

	@Test
	@SuppressWarnings("unchecked")
	void refusesAChildOfAnotherClass() {
		Author ann = Author.named("Ann");
		HasMany<Object> posts = (HasMany<Object>) (HasMany<?>) ann.posts();
		assertThatExceptionOfType(IllegalTargetException.class).isThrownBy(() -> posts.add(Author.named("Bob")));
		this.authors.save(ann);
		assertThat(this.tables.rows()).isOne();
	}

	@Test
	void savesAChildThatWasAddedTwiceOnce() {
		Author ann = Author.named("Ann");
		Post post = Post.titled("one");
		assertThat(ann.posts().add(post)).isTrue();
		assertThat(ann.posts().add(post)).isFalse();
		post.author().set(ann);
		this.authors.save(ann);
		assertThat(this.tables.rows("post")).isOne();
		assertThat(ann.posts()).containsExactly(post);
	}

	@Test
	void aNewChildOfTwoParentsBelongsToTheLast() {
		Author ann = Author.named("Ann");
		Author bob = Author.named("Bob");
		Post post = Post.titled("one");
		ann.posts().add(post);
		bob.posts().add(post);
		assertThat(ann.posts()).isEmpty();
		this.authors.saveAll(List.of(ann, bob));
		assertThat(this.tables.column("author_id", "post", "id")).containsExactly(bob.id);
		assertThat(bob.posts()).containsExactly(post);
		assertThat(this.authors.findById(Objects.requireNonNull(ann.id)).orElseThrow().posts()).isEmpty();
	}

	@Test
	void theSameParentTwiceInOneCallIsSavedOnce() {
		Author ann = Author.named("Ann");
		ann.posts().add(Post.titled("one"));
		this.authors.saveAll(List.of(ann, ann));
		assertThat(this.tables.rows("post")).isOne();
		assertThat(this.tables.column("author_id", "post", "id")).containsExactly(ann.id);
	}

	@Test
	void aParentAndItsChildInOneTransactionInAnyOrder() {
		Author ann = Author.named("Ann");
		Post post = ann.posts().build((it) -> it.title = "one");
		Note note = Note.on(post, "good");
		this.transaction.executeWithoutResult((status) -> {
			this.notes.save(note);
			this.posts.save(post);
			this.authors.save(ann);
		});
		assertThat(this.tables.rows()).isEqualTo(3);
	}

	@Test
	void aRecordThatWasAddedAndSavedByItselfIsInsertedOnceInATransaction() {
		Post post = this.posts.save(Post.titled("one"));
		Note note = Note.on(post, "good");
		post.notes().add(note);
		this.transaction.executeWithoutResult((status) -> {
			this.notes.save(note);
			this.posts.save(post);
		});
		assertThat(this.tables.rows("note")).isOne();
	}

	@Test
	void aTransactionThatOnlyReadsIsJoined() {
		TransactionTemplate readOnly = new TransactionTemplate(this.transactionManager);
		readOnly.setReadOnly(true);
		Author ann = Author.named("Ann");
		ann.posts().add(Post.titled("one"));
		readOnly.executeWithoutResult((status) -> {
			this.authors.save(ann);
			status.setRollbackOnly();
		});
		assertThat(this.tables.rows()).isZero();
	}

	@Test
	void aSaveLeavesNothingBoundToTheThread() {
		Author ann = Author.named("Ann");
		ann.posts().add(Post.titled("one"));
		this.authors.save(ann);
		assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
		assertThat(TransactionSynchronizationManager.isSynchronizationActive()).isFalse();
		assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isFalse();
	}

	@Test
	void aSaveInATransactionOfItsOwnIsKeptWhenTheOuterOneIsNot() {
		TransactionTemplate own = new TransactionTemplate(this.transactionManager);
		own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		Author ann = Author.named("Ann");
		ann.posts().add(Post.titled("one"));
		this.transaction.executeWithoutResult((status) -> {
			own.executeWithoutResult((inner) -> this.authors.save(ann));
			status.setRollbackOnly();
		});
		assertThat(this.tables.column("author_id", "post", "id")).containsExactly(ann.id);
		assertThat(ann.posts().get(0).id).isNotNull();
	}

	@Test
	void severalThreadsSaveTheirGraphs() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(4);
		try {
			List<Callable<Author>> saves = new ArrayList<>();
			IntStream.range(0, 40).forEach((i) -> saves.add(() -> this.authors.save(withTenPosts(i))));
			for (Future<Author> future : threads.invokeAll(saves)) {
				Author author = future.get();
				assertThat(author.posts()).hasSize(10)
					.allSatisfy((post) -> assertThat(post.author().getId()).isEqualTo(author.id));
			}
		}
		finally {
			threads.shutdown();
		}
		assertThat(this.tables.rows("post")).isEqualTo(400);
		assertThat(this.jdbc.queryForList("select count(*) from post group by author_id", Long.class)).hasSize(40)
			.containsOnly(10L);
	}

	private static Author withTenPosts(int number) {
		Author author = Author.named("a" + number);
		IntStream.range(0, 10).forEach((i) -> author.posts().add(Post.titled("p" + i)));
		return author;
	}

	@Test
	void aReferenceToAnIdNeedsNoParentInMemory() {
		Author ann = this.authors.save(Author.named("Ann"));
		Post post = Post.titled("one");
		post.author().setId(ann.id);
		assertThat(sent(() -> this.posts.save(post))).containsExactly("insert into post");
		Note note = new Note(null, "good", BelongsTo.toId(Objects.requireNonNull(post.id)));
		assertThat(sent(() -> this.notes.save(note))).containsExactly("insert into note");
		assertThat(post.author().get().name).isEqualTo("Ann");
	}

}
