package io.inverseof.it.docs;

import org.springframework.data.repository.ListCrudRepository;

interface Bands extends ListCrudRepository<Band, Long> {

}
