package io.inverseof.it.docs;

import java.util.List;

import io.inverseof.BelongsTo;
import io.inverseof.Preload;

import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface Posts extends ListCrudRepository<Post, Long> {

	// tag::finders[]
	List<Post> findByAuthor(BelongsTo<Author, Long> author);

	List<Post> findByAuthorId(Long authorId);

	// end::finders[]
	// tag::preload[]
	@Preload("author")
	List<Post> findByTitleStartingWith(String prefix);

	// end::preload[]
	@Query("SELECT id, title FROM post")
	List<Post> findTitles();

}
