package io.inverseof.demo;

import java.util.Optional;

import io.inverseof.Preload;

import org.springframework.data.repository.ListCrudRepository;

/**
 * The repository of invoices. JSON shows lines that have been read or preloaded.
 */
interface Invoices extends ListCrudRepository<Invoice, Long> {

	@Override
	@Preload("lines")
	Optional<Invoice> findById(Long id);

}
