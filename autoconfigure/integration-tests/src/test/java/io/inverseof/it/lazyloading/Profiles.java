package io.inverseof.it.lazyloading;

import org.springframework.data.repository.ListCrudRepository;

interface Profiles extends ListCrudRepository<Profile, Long> {

}
