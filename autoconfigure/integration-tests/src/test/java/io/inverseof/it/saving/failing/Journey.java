package io.inverseof.it.saving.failing;

import io.inverseof.BelongsTo;
import io.inverseof.Dependent;
import io.inverseof.HasMany;
import io.inverseof.HasOne;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.repository.ListCrudRepository;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;
import static io.inverseof.Associations.hasOne;

/**
 * Dependents of every sort.
 */
final class Journey {

	static class Trip implements Entity {

		@Id
		@Nullable Long id;

		String name = "";

		@Dependent(Dependent.Action.DESTROY)
		final HasMany<Stop> stops = hasMany(this);

		@Dependent(Dependent.Action.DELETE)
		final HasOne<Ticket> ticket = hasOne(this);

		@Dependent(Dependent.Action.NULLIFY)
		final HasMany<Guest> guests = hasMany(this);

		@Override
		public @Nullable Object id() {
			return this.id;
		}

		@Override
		public String label() {
			return this.name;
		}

	}

	static class Stop implements Entity {

		@Id
		@Nullable Long id;

		@Version
		@Nullable Integer version;

		String name = "";

		final BelongsTo<Trip, Long> trip = belongsTo(this);

		@Dependent(Dependent.Action.DELETE)
		final HasMany<Photo> photos = hasMany(this);

		@Override
		public @Nullable Object id() {
			return this.id;
		}

		@Override
		public String label() {
			return this.name;
		}

		@Override
		public @Nullable Integer version() {
			return this.version;
		}

	}

	record Photo(@Id @Nullable Long id, String name, BelongsTo<Stop, Long> stop) implements Entity {

		@Override
		public String label() {
			return this.name;
		}

	}

	static class Ticket implements Entity {

		@Id
		@Nullable Long id;

		String name = "";

		final BelongsTo<Trip, Long> trip = belongsTo(this);

		@Override
		public @Nullable Object id() {
			return this.id;
		}

		@Override
		public String label() {
			return this.name;
		}

	}

	static class Guest implements Entity {

		@Id
		@Nullable Long id;

		String name = "";

		final BelongsTo<Trip, Long> trip = belongsTo(this);

		@Override
		public @Nullable Object id() {
			return this.id;
		}

		@Override
		public String label() {
			return this.name;
		}

	}

	interface Trips extends ListCrudRepository<Trip, Long> {

	}

	interface Stops extends ListCrudRepository<Stop, Long> {

	}

	interface Photos extends ListCrudRepository<Photo, Long> {

	}

	interface Tickets extends ListCrudRepository<Ticket, Long> {

	}

	interface Guests extends ListCrudRepository<Guest, Long> {

	}

}
