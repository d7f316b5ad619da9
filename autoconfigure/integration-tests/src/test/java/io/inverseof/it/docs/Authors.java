package io.inverseof.it.docs;

import org.springframework.data.repository.ListCrudRepository;

// tag::authors[]
interface Authors extends ListCrudRepository<Author, Long> {

}
// end::authors[]
