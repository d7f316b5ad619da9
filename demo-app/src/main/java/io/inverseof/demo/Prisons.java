package io.inverseof.demo;

import java.util.List;

import org.springframework.data.repository.ListCrudRepository;

/**
 * The repository of prisons: plain Spring Data.
 */
interface Prisons extends ListCrudRepository<Prison, Long> {

	List<Prison> findAllByOrderById();

}
