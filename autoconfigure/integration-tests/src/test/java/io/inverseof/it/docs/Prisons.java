package io.inverseof.it.docs;

import org.springframework.data.repository.ListCrudRepository;

interface Prisons extends ListCrudRepository<Prison, Long> {

}
