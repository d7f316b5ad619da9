package io.inverseof.unitofwork;

import org.jspecify.annotations.Nullable;

/**
 * Aggregates that were read together, each of which keeps all of them findable for as
 * long as it lives: what a unit of work remembers weakly of a long result dies with the
 * result. Used by one thread at a time.
 *
 * @since 0.1.0
 */
public interface Neighbourhood {

	/**
	 * Makes an aggregate findable.
	 * @param aggregate the aggregate
	 * @param id its id
	 * @return whether it is one of those that were read together
	 */
	boolean keep(Object aggregate, Object id);

	/**
	 * Finds an aggregate.
	 * @param type its exact type
	 * @param id its id
	 * @return the aggregate, or {@code null} if it is not findable here or gone
	 */
	@Nullable Object find(Class<?> type, Object id);

	/**
	 * Makes aggregates of a type unfindable.
	 * @param type the exact type
	 * @param id the id of one of them, or {@code null} for all
	 */
	void forget(Class<?> type, @Nullable Object id);

	/**
	 * Returns how many aggregates of a type are findable.
	 * @param type the exact type
	 * @return the number of those that were not collected
	 */
	int count(Class<?> type);

}
