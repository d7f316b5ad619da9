package io.inverseof.it.docs;

import org.springframework.data.repository.ListCrudRepository;

interface Employees extends ListCrudRepository<Employee, Long> {

}
