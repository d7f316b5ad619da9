package io.inverseof.it.docs;

import org.springframework.data.repository.ListCrudRepository;

interface Writers extends ListCrudRepository<Writer, Long> {

}
