package io.inverseof.it.docs;

import org.springframework.data.repository.ListCrudRepository;

interface Shipments extends ListCrudRepository<Shipment, Long> {

}
