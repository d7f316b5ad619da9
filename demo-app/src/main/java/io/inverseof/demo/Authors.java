package io.inverseof.demo;

import java.util.List;

import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.ListCrudRepository;

/**
 * The repository of authors: plain Spring Data.
 */
interface Authors extends ListCrudRepository<Author, Long> {

	List<Author> findAllBy(Pageable page);

}
