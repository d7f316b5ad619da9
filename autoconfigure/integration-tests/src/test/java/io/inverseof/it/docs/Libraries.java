package io.inverseof.it.docs;

import org.springframework.data.repository.ListCrudRepository;

interface Libraries extends ListCrudRepository<Library, Long> {

}
