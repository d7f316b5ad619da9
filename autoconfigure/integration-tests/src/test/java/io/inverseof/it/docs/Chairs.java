package io.inverseof.it.docs;

import org.springframework.data.repository.ListCrudRepository;

interface Chairs extends ListCrudRepository<Chair, Long> {

}
