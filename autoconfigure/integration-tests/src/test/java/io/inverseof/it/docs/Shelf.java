package io.inverseof.it.docs;

import io.inverseof.HasMany;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

import static io.inverseof.Associations.hasMany;

// tag::composite-owner[]
class Shelf {

	@Id
	private ShelfId id;

	@Version
	private Integer version; // an id is assigned, so this tells new rows from old ones

	private final HasMany<Box> boxes = hasMany(this);

	// end::composite-owner[]
	Shelf() {
	}

	Shelf(ShelfId id) {
		this.id = id;
	}

	ShelfId id() {
		return id;
	}

	HasMany<Box> boxes() {
		return boxes;
	}
	// tag::composite-owner[]

}
// end::composite-owner[]
