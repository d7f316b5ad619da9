package io.inverseof.it.unitofwork;

import org.springframework.data.repository.ListCrudRepository;

interface Profiles extends ListCrudRepository<Profile, Long> {

}
