package io.inverseof.it.lazyloading;

import org.springframework.data.repository.ListCrudRepository;

interface Posts extends ListCrudRepository<Post, Long> {

}
