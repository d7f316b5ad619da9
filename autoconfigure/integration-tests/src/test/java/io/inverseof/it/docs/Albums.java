package io.inverseof.it.docs;

import org.springframework.data.repository.ListCrudRepository;

interface Albums extends ListCrudRepository<Album, Long> {

}
