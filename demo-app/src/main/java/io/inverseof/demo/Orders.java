package io.inverseof.demo;

import java.util.List;

import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.ListCrudRepository;

/**
 * The repository of orders: plain Spring Data.
 */
interface Orders extends ListCrudRepository<Order, Long> {

	List<Order> findAllBy(Pageable page);

}
