package io.inverseof.it.lazyloading;

import org.springframework.data.repository.ListCrudRepository;

interface Authors extends ListCrudRepository<Author, Long> {

}
