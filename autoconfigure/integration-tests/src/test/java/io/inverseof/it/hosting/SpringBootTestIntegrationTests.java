package io.inverseof.it.hosting;

import io.inverseof.it.hosting.library.Author;
import io.inverseof.it.hosting.library.Authors;
import io.inverseof.it.hosting.library.LibraryApplication;
import io.inverseof.it.hosting.library.Post;
import io.inverseof.it.hosting.library.Posts;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = LibraryApplication.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@TestPropertySource(properties = { "spring.datasource.generate-unique-name=true", "spring.flyway.enabled=false",
		"spring.sql.init.schema-locations=classpath:io/inverseof/it/hosting/library.sql" })
class SpringBootTestIntegrationTests {

	@Autowired
	ApplicationContext context;

	@Autowired
	Authors authors;

	@Autowired
	Posts posts;

	@Test
	void associationsWork() {
		LibraryApplication.assertAssociationsWork(this.context);
	}

	@Test
	@Transactional
	void transactionalTestSharesOneUnitOfWork() {
		Author ann = this.authors.save(new Author("Ann"));
		Post saved = this.posts.save(new Post("first", ann));
		Author loaded = this.authors.findById(ann.getId()).orElseThrow();
		Post post = this.posts.findById(saved.getId()).orElseThrow();
		assertThat(post.author().get()).isSameAs(loaded);
	}

}
