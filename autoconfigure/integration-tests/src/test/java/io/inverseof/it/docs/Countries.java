package io.inverseof.it.docs;

import org.springframework.data.repository.ListCrudRepository;

interface Countries extends ListCrudRepository<Country, Long> {

}
