package io.inverseof.it.docs;

import org.springframework.data.repository.ListCrudRepository;

interface Boxes extends ListCrudRepository<Box, Long> {

}
