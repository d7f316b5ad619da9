package io.inverseof.demo;

import java.util.List;

import io.inverseof.Preload;

import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.ListCrudRepository;

/**
 * The repository of posts: plain Spring Data, and what a list of posts is going to read.
 */
interface Posts extends ListCrudRepository<Post, Long> {

	@Preload({ "author", "comments" })
	List<Post> findAllBy(Pageable page);

}
