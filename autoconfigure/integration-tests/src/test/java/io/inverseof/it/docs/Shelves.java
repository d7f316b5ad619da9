package io.inverseof.it.docs;

import org.springframework.data.repository.ListCrudRepository;

interface Shelves extends ListCrudRepository<Shelf, ShelfId> {

}
