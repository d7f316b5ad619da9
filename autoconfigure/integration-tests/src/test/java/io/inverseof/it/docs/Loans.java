package io.inverseof.it.docs;

import org.springframework.data.repository.ListCrudRepository;

interface Loans extends ListCrudRepository<Loan, Long> {

}
