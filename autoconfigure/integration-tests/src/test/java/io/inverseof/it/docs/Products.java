package io.inverseof.it.docs;

import org.springframework.data.repository.ListCrudRepository;

interface Products extends ListCrudRepository<Product, Long> {

}
