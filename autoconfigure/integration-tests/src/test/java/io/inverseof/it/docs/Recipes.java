package io.inverseof.it.docs;

import org.springframework.data.repository.ListCrudRepository;

interface Recipes extends ListCrudRepository<Recipe, Long> {

}
