package io.inverseof.it.hosting.library;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.data.repository.ListCrudRepository;

public interface Posts extends ListCrudRepository<Post, Long> {

	List<Post> findByAuthorId(@Nullable Long id);

}
