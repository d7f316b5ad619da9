package io.inverseof.it.docs;

import org.springframework.data.repository.ListCrudRepository;

interface Criminals extends ListCrudRepository<Criminal, Long> {

}
