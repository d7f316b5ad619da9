package io.inverseof.it.docs;

import org.springframework.data.repository.ListCrudRepository;

interface Cities extends ListCrudRepository<City, Long> {

}
