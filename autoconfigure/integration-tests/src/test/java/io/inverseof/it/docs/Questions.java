package io.inverseof.it.docs;

import org.springframework.data.repository.ListCrudRepository;

interface Questions extends ListCrudRepository<Question, Long> {

}
