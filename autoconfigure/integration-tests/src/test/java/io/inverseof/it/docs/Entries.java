package io.inverseof.it.docs;

import org.springframework.data.repository.ListCrudRepository;

interface Entries extends ListCrudRepository<Entry, Long> {

}
