package io.inverseof.it.docs;

import io.inverseof.BelongsTo;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;

// tag::composite-belongs-to[]
class Box {

	@Id
	private Long id;

	// columns shelf_aisle and shelf_level
	private final BelongsTo<Shelf, ShelfId> shelf = belongsTo(this);

	// end::composite-belongs-to[]
	BelongsTo<Shelf, ShelfId> shelf() {
		return shelf;
	}
	// tag::composite-belongs-to[]

}
// end::composite-belongs-to[]
