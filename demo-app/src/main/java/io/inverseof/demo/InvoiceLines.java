package io.inverseof.demo;

import org.springframework.data.repository.ListCrudRepository;

/**
 * The repository of invoice lines: plain Spring Data.
 */
interface InvoiceLines extends ListCrudRepository<InvoiceLine, Long> {

}
