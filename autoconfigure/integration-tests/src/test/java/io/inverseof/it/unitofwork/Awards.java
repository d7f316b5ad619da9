package io.inverseof.it.unitofwork;

import org.springframework.data.repository.ListCrudRepository;

interface Awards extends ListCrudRepository<Award, Long> {

}
