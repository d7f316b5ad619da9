package io.inverseof.it.saving.failing;

import io.inverseof.BelongsTo;
import io.inverseof.ForeignKey;
import io.inverseof.HasMany;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.repository.ListCrudRepository;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;

/**
 * Assigned and composite ids, versions, and classes that belong to each other.
 */
final class League {

	static class Team implements Entity {

		@Id
		@Nullable String code;

		@Version
		@Nullable Integer version;

		@ForeignKey("team_id")
		final HasMany<Player> players = hasMany(this);

		final BelongsTo<Player, Long> captain = belongsTo(this);

		static Team called(String code) {
			Team team = new Team();
			team.code = code;
			return team;
		}

		@Override
		public @Nullable Object id() {
			return this.code;
		}

		@Override
		public String label() {
			return String.valueOf(this.code);
		}

		@Override
		public @Nullable Integer version() {
			return this.version;
		}

	}

	static class Player implements Entity {

		@Id
		@Nullable Long id;

		@Version
		@Nullable Integer version;

		String name = "";

		final BelongsTo<Team, String> team = belongsTo(this);

		final BelongsTo<Locker, Spot> locker = belongsTo(this);

		static Player named(String name) {
			Player player = new Player();
			player.name = name;
			return player;
		}

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

	record Spot(String hall, Integer number) {
	}

	static class Locker implements Entity {

		@Id
		@Nullable Spot id;

		@Version
		@Nullable Integer version;

		String colour = "";

		final HasMany<Player> players = hasMany(this);

		static Locker at(String hall, int number, String colour) {
			Locker locker = new Locker();
			locker.id = new Spot(hall, number);
			locker.colour = colour;
			return locker;
		}

		@Override
		public @Nullable Object id() {
			return this.id;
		}

		@Override
		public String label() {
			return this.colour;
		}

		@Override
		public @Nullable Integer version() {
			return this.version;
		}

	}

	interface Teams extends ListCrudRepository<Team, String> {

	}

	interface Players extends ListCrudRepository<Player, Long> {

	}

	interface Lockers extends ListCrudRepository<Locker, Spot> {

	}

}
