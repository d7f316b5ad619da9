package io.inverseof.demo;

import org.springframework.data.repository.ListCrudRepository;

/**
 * The repository of posts: plain Spring Data.
 */
interface Posts extends ListCrudRepository<Post, Long> {

}
