package io.inverseof.it.docs;

import org.springframework.data.repository.ListCrudRepository;

interface Invoices extends ListCrudRepository<Invoice, Long> {

}
