package io.inverseof.it.counting;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import io.inverseof.it.counting.Press.Author;
import io.inverseof.it.counting.Press.Blog;
import io.inverseof.it.counting.Press.Post;
import io.inverseof.it.reading.OnH2;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random programs, in and outside of transactions, some of which are rolled back: after
 * each step counters say what there is.
 */
@OnH2
class ProgramsIntegrationTests extends CountingTest {

	private static final int STEPS = 40;

	private final List<Post> held = new ArrayList<>();

	private List<Author> writers = List.of();

	private List<Blog> papers = List.of();

	private Random random = new Random(0);

	@BeforeEach
	void hold() {
		this.held.clear();
		this.writers = List.of(this.ada, this.grace, this.authors.save(Author.named("linus")));
		this.papers = List.of(this.blog, this.blogs.save(Blog.named("paper")));
	}

	static List<Integer> seeds() {
		return java.util.stream.IntStream.range(0, 60).boxed().toList();
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void countersSayWhatThereIs(int seed) {
		this.random = new Random(seed);
		List<String> program = new ArrayList<>();
		for (int i = 0; i < STEPS; i++) {
			program.add(step());
			assertRight(program);
		}
	}

	private String step() {
		int kind = this.random.nextInt(10);
		if (kind == 0) {
			return rolledBack();
		}
		if (kind == 1) {
			List<String> steps = new ArrayList<>();
			this.transaction.executeWithoutResult((status) -> {
				for (int i = 0; i < 4; i++) {
					steps.add(simple());
				}
			});
			return steps.toString();
		}
		return simple();
	}

	/**
	 * Objects that were changed in a transaction that was rolled back may be new again,
	 * so that nobody holds any afterwards.
	 */
	private String rolledBack() {
		List<String> steps = new ArrayList<>();
		this.transaction.executeWithoutResult((status) -> {
			for (int i = 0; i < 4; i++) {
				steps.add(simple());
			}
			status.setRollbackOnly();
		});
		this.held.clear();
		return "rolled back " + steps;
	}

	private String simple() {
		return switch (this.random.nextInt(12)) {
			case 0, 1 -> create();
			case 2 -> createByAuthor();
			case 3, 4 -> move();
			case 5 -> moveByAuthor();
			case 6 -> remove();
			case 7 -> delete();
			case 8 -> deleteByIds();
			case 9 -> rename();
			case 10 -> load();
			default -> saveAll();
		};
	}

	private Author writer() {
		return this.writers.get(this.random.nextInt(this.writers.size()));
	}

	private Post newPost() {
		Post post = by(writer(), "new");
		if (this.random.nextBoolean()) {
			post.editor().setId(id(writer()));
		}
		if (this.random.nextBoolean()) {
			post.blog().set(this.papers.get(this.random.nextInt(2)));
		}
		return post;
	}

	private String create() {
		this.held.add(this.posts.save(newPost()));
		return "create";
	}

	private String createByAuthor() {
		Author author = writer();
		author.posts().add(Post.titled("one"));
		this.held.add(author.posts().build((post) -> post.title = "two"));
		this.authors.save(author);
		return "create by author";
	}

	private Post post() {
		if (this.held.isEmpty()) {
			create();
		}
		return this.held.get(this.random.nextInt(this.held.size()));
	}

	private String move() {
		Post post = post();
		switch (this.random.nextInt(4)) {
			case 0 -> post.author().set(writer());
			case 1 -> post.author().setId(id(writer()));
			case 2 -> post.editor().set(writer());
			default -> post.author().set(null);
		}
		this.posts.save(post);
		return "move";
	}

	private String moveByAuthor() {
		Author author = writer();
		Post post = post();
		if (!exists(post)) {
			return "nothing";
		}
		author.posts().add(post);
		this.authors.save(author);
		return "move by author";
	}

	private boolean exists(Post post) {
		return this.posts.existsById(Objects.requireNonNull(post.id));
	}

	private String remove() {
		Author author = writer();
		author.posts().reload();
		if (!author.posts().isEmpty()) {
			author.posts().remove(this.random.nextInt(author.posts().size()));
		}
		this.authors.save(author);
		return "remove";
	}

	private String delete() {
		Post post = post();
		this.held.remove(post);
		this.posts.delete(post);
		return "delete";
	}

	private String deleteByIds() {
		Post post = post();
		Post other = post();
		this.held.remove(post);
		this.held.remove(other);
		this.posts.deleteAllById(List.of(Objects.requireNonNull(post.id), Objects.requireNonNull(other.id)));
		return "delete by ids";
	}

	private String rename() {
		Post post = post();
		post.title = "renamed";
		this.posts.save(post);
		return "rename";
	}

	private String load() {
		this.held.clear();
		this.held.addAll(this.posts.findAll());
		return "load";
	}

	private String saveAll() {
		List<Post> all = new ArrayList<>(List.of(newPost(), newPost()));
		all.add(post());
		this.held.addAll(this.posts.saveAll(all).subList(0, 2));
		return "save all";
	}

	private void assertRight(List<String> program) {
		assertCounter("author", "posts_count", "author_id", program);
		assertCounter("author", "edited_count", "editor_id", program);
		assertCounter("blog", "posts_count", "blog_id", program);
	}

	private void assertCounter(String table, String column, String key, List<String> program) {
		List<Object> there = this.tables.column("(select count(*) from post where %s = %s.id)".formatted(key, table),
				table, "id");
		assertThat(this.tables.column(column, table, "id")).extracting((value) -> String.valueOf(value))
			.as("%s.%s after %s", table, column, program)
			.isEqualTo(there.stream().map(String::valueOf).toList());
	}

}
