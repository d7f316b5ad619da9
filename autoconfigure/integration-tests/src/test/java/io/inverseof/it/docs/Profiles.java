package io.inverseof.it.docs;

import org.springframework.data.repository.ListCrudRepository;

interface Profiles extends ListCrudRepository<Profile, Long> {

}
