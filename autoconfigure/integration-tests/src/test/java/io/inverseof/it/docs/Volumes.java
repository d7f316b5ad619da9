package io.inverseof.it.docs;

import org.springframework.data.repository.ListCrudRepository;

interface Volumes extends ListCrudRepository<Volume, Long> {

}
