package io.inverseof.it.docs;

import org.springframework.data.repository.ListCrudRepository;

interface Comments extends ListCrudRepository<Comment, Long> {

}
