package io.inverseof.it.unitofwork;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.data.repository.ListCrudRepository;

interface Posts extends ListCrudRepository<Post, Long> {

	List<Post> findByTitle(String title);

	List<Post> findByIdLessThanOrderById(Long id);

	Stream<Post> streamAllBy();

}
