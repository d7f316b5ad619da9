package io.inverseof.it.counting;

import java.util.List;
import java.util.Objects;

import io.inverseof.AssociationOperations;
import io.inverseof.it.counting.Press.Author;
import io.inverseof.it.counting.Press.Authors;
import io.inverseof.it.counting.Press.Blog;
import io.inverseof.it.counting.Press.Blogs;
import io.inverseof.it.counting.Press.Post;
import io.inverseof.it.counting.Press.Posts;
import io.inverseof.it.saving.Sent;
import io.inverseof.it.saving.Tables;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two authors and a blog, and nothing counted yet.
 */
@SpringBootTest(classes = Press.class)
abstract class CountingTest {

	@Autowired
	Authors authors;

	@Autowired
	Posts posts;

	@Autowired
	Blogs blogs;

	@Autowired
	JdbcAggregateTemplate template;

	@Autowired
	AssociationOperations associations;

	@Autowired
	StatementCounter statements;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	Tables tables;

	Author ada = new Author();

	Author grace = new Author();

	Blog blog = new Blog();

	@BeforeEach
	void fill() {
		this.jdbc.update("update country set capital_id = null");
		this.jdbc.update("update topic set parent_id = null");
		this.tables.empty();
		this.ada = this.authors.save(Author.named("ada"));
		this.grace = this.authors.save(Author.named("grace"));
		this.blog = this.blogs.save(Blog.named("blog"));
	}

	static long id(Author author) {
		return Objects.requireNonNull(author.id);
	}

	Author read(Author author) {
		return this.authors.findById(id(author)).orElseThrow();
	}

	Post read(Post post) {
		return this.posts.findById(Objects.requireNonNull(post.id)).orElseThrow();
	}

	Post by(Author author, String title) {
		Post post = Post.titled(title);
		post.author().set(author);
		return post;
	}

	Post saved(Author author) {
		return this.posts.save(by(author, "saved"));
	}

	List<String> sent(Runnable work) {
		return Sent.texts(this.statements, work);
	}

	List<String> kinds(Runnable work) {
		return Sent.kinds(this.statements, work);
	}

	/**
	 * What is counted is what there is, in the rows and in memory.
	 */
	void assertCounts(int ada, int grace) {
		assertThat(this.tables.column("posts_count", "author", "id")).containsExactly(ada, grace);
		assertThat(this.tables.column("(select count(*) from post where author_id = author.id)", "author", "id"))
			.containsExactly((long) ada, (long) grace);
		assertThat(List.of(this.ada.postsCount, this.grace.postsCount)).containsExactly(ada, grace);
	}

}
