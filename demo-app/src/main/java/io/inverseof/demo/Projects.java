package io.inverseof.demo;

import org.springframework.data.repository.ListCrudRepository;

/**
 * The repository of projects: plain Spring Data.
 */
interface Projects extends ListCrudRepository<Project, Long> {

}
