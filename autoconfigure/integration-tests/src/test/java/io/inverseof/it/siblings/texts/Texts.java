package io.inverseof.it.siblings.texts;

import java.util.List;

import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.it.reading.TestDomain;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.repository.ListCrudRepository;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;

/**
 * Countries, whose ids are texts, and cities that spell them in their own ways.
 */
@TestDomain
class Texts {

	static final String SCHEMA = """
			drop table if exists city;
			drop table if exists country;
			create table country(id %1$s primary key, name varchar(50));
			create table city(id bigint primary key, name varchar(50), country_id %2$s);
			insert into country values ('de', 'Germany'), ('fr', 'France'), ('it', 'Italy'), ('es', 'Spain'), ('pt', 'Portugal');
			insert into city values (1, 'Berlin', 'de'), (2, 'Paris', 'fr'), (3, 'Rome', 'it'), (4, 'Madrid', 'es'),
				(5, 'Munich', 'de'), (6, 'Utopia', 'zz'), (7, 'Nowhere', null);
			""";

	static final String ODD = """
			insert into city values (11, 'Hamburg', 'DE'), (12, 'Lyon', 'fr '), (13, 'Milan', 'It');
			""";

	static class Country {

		@Id
		@Nullable String id;

		@Nullable String name;

		final HasMany<City> cities = hasMany(this);

	}

	static class City {

		@Id
		@Nullable Long id;

		@Nullable String name;

		final BelongsTo<Country, String> country = belongsTo(this);

	}

	interface Countries extends ListCrudRepository<Country, String> {

		List<Country> findByOrderByName();

	}

	interface Cities extends ListCrudRepository<City, Long> {

		List<City> findByOrderById();

	}

}
