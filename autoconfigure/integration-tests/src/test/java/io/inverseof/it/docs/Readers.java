package io.inverseof.it.docs;

import org.springframework.data.repository.ListCrudRepository;

interface Readers extends ListCrudRepository<Reader, Long> {

}
