package io.inverseof.it.docs;

import org.springframework.data.repository.ListCrudRepository;

interface Topics extends ListCrudRepository<Topic, Long> {

}
