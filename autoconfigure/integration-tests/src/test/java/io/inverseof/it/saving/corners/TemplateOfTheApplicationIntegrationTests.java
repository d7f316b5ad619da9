package io.inverseof.it.saving.corners;

import io.inverseof.it.saving.corners.Corners.Author;
import io.inverseof.it.saving.corners.Corners.Head;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A template that the application made itself, which knows nothing of graphs.
 */
class TemplateOfTheApplicationIntegrationTests extends CornersTest {

	@Autowired
	ApplicationContext context;

	@Autowired
	JdbcAggregateTemplate template;

	@Test
	void insertsAnOwnerOnceThatStillCallsItselfNew() {
		Head head = new Head();
		head.tails.build((tail) -> tail.name = "built");
		own().insert(head);
		assertThat(this.tables.rows("head")).isEqualTo(1);
		assertThat(keys("head_id", "tail")).containsExactly("head");
	}

	@Test
	void insertsAnOwnerWithItsChildren() {
		Author author = new Author();
		author.posts.build((post) -> post.title = "built");
		own().save(author);
		assertThat(keys("author_id", "post")).containsExactly(author.id);
	}

	private JdbcAggregateTemplate own() {
		return new JdbcAggregateTemplate(this.context, this.template.getConverter().getMappingContext(),
				this.template.getConverter(), this.template.getDataAccessStrategy());
	}

}
