package io.inverseof.demo;

import org.springframework.data.repository.ListCrudRepository;

/**
 * The repository of authors: plain Spring Data.
 */
interface Authors extends ListCrudRepository<Author, Long> {

}
