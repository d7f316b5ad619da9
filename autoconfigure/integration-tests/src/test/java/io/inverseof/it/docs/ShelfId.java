package io.inverseof.it.docs;

// tag::composite-id[]
record ShelfId(String aisle, Integer level) {

}
// end::composite-id[]
