package io.inverseof.it.unitofwork;

import org.springframework.data.repository.ListCrudRepository;

interface Comments extends ListCrudRepository<Comment, Long> {

}
