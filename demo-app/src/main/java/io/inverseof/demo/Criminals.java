package io.inverseof.demo;

import org.springframework.data.repository.ListCrudRepository;

/**
 * The repository of criminals: plain Spring Data.
 */
interface Criminals extends ListCrudRepository<Criminal, Long> {

}
