package io.inverseof.it.parity;

import io.inverseof.BelongsTo;
import io.inverseof.Dependent;
import io.inverseof.HasMany;
import io.inverseof.HasOne;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.repository.ListCrudRepository;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;
import static io.inverseof.Associations.hasOne;

/**
 * A festival, and what becomes of the rest when it ends.
 */
final class Festivals {

	private Festivals() {
	}

	static class Festival {

		@Id
		@Nullable Long id;

		@Nullable String name;

		@Dependent(Dependent.Action.DESTROY)
		final HasMany<Stage> stages = hasMany(this);

		@Dependent(Dependent.Action.DELETE)
		final HasMany<Ticket> tickets = hasMany(this);

		@Dependent(Dependent.Action.NULLIFY)
		final HasMany<Visitor> visitors = hasMany(this);

		@Dependent(Dependent.Action.RESTRICT)
		final HasMany<Contract> contracts = hasMany(this);

		@Dependent(Dependent.Action.DESTROY)
		final HasOne<Anthem> anthem = hasOne(this);

	}

	static class Stage {

		@Id
		@Nullable Long id;

		@Nullable String name;

		final BelongsTo<Festival, Long> festival = belongsTo(this);

		@Dependent(Dependent.Action.DESTROY)
		final HasMany<Act> acts = hasMany(this);

	}

	static class Act {

		@Id
		@Nullable Long id;

		@Nullable String name;

		final BelongsTo<Stage, Long> stage = belongsTo(this);

	}

	static class Ticket {

		@Id
		@Nullable Long id;

		final BelongsTo<Festival, Long> festival = belongsTo(this);

	}

	static class Visitor {

		@Id
		@Nullable Long id;

		final BelongsTo<Festival, Long> festival = belongsTo(this);

	}

	static class Contract {

		@Id
		@Nullable Long id;

		final BelongsTo<Festival, Long> festival = belongsTo(this);

	}

	static class Anthem {

		@Id
		@Nullable Long id;

		final BelongsTo<Festival, Long> festival = belongsTo(this);

	}

	interface AllFestivals extends ListCrudRepository<Festival, Long> {

	}

	interface Visitors extends ListCrudRepository<Visitor, Long> {

	}

}
