package io.inverseof.it.unitofwork;

import org.springframework.data.repository.ListCrudRepository;

interface Badges extends ListCrudRepository<Badge, Long> {

}
