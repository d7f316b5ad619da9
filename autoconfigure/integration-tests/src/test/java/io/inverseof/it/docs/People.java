package io.inverseof.it.docs;

import org.springframework.data.repository.ListCrudRepository;

interface People extends ListCrudRepository<Person, Long> {

}
