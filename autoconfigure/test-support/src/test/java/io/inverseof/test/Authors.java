package io.inverseof.test;

import org.springframework.data.repository.ListCrudRepository;

interface Authors extends ListCrudRepository<Author, Long> {

}
