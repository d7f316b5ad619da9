package io.inverseof.it.docs;

import org.springframework.data.repository.ListCrudRepository;

interface Payments extends ListCrudRepository<Payment, Long> {

}
