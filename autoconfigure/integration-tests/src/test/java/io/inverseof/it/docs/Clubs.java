package io.inverseof.it.docs;

import org.springframework.data.repository.ListCrudRepository;

interface Clubs extends ListCrudRepository<Club, Long> {

}
