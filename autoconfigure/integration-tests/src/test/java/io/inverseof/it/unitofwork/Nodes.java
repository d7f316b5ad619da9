package io.inverseof.it.unitofwork;

import org.springframework.data.repository.ListCrudRepository;

interface Nodes extends ListCrudRepository<Node, Long> {

}
