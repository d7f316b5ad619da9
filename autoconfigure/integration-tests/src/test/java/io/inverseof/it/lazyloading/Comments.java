package io.inverseof.it.lazyloading;

import org.springframework.data.repository.ListCrudRepository;

interface Comments extends ListCrudRepository<Comment, Long> {

}
