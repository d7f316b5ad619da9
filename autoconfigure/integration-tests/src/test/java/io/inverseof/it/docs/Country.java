package io.inverseof.it.docs;

import io.inverseof.BelongsTo;
import io.inverseof.HasMany;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;

class Country {

	@Id
	private Long id;

	private String name;

	private final HasMany<City> cities = hasMany(this);

	private final BelongsTo<City, Long> capital = belongsTo(this);

	Long id() {
		return id;
	}

	Country name(String name) {
		this.name = name;
		return this;
	}

	HasMany<City> cities() {
		return cities;
	}

	BelongsTo<City, Long> capital() {
		return capital;
	}

}
