package io.inverseof.it.docs;

import org.springframework.data.repository.ListCrudRepository;

interface Orders extends ListCrudRepository<Order, Long> {

}
