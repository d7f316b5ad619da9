package io.inverseof.it.docs;

import org.springframework.data.repository.ListCrudRepository;

interface Tasks extends ListCrudRepository<Task, Long> {

}
