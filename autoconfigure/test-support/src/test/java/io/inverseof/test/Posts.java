package io.inverseof.test;

import org.springframework.data.repository.ListCrudRepository;

interface Posts extends ListCrudRepository<Post, Long> {

}
