package io.inverseof.holder;

import java.util.Collection;
import java.util.List;

/**
 * Which children of an owner to read.
 *
 * @since 0.1.0
 */
public sealed interface ChildQuery {

	/** All of them. */
	ChildQuery ALL = new All();

	/**
	 * All children, in the order of the association.
	 */
	record All() implements ChildQuery {
	}

	/**
	 * The first children in the order of the association.
	 *
	 * @param count how many at most
	 */
	record First(int count) implements ChildQuery {
	}

	/**
	 * The last children, in the reverse order of the association.
	 *
	 * @param count how many at most
	 */
	record Last(int count) implements ChildQuery {
	}

	/**
	 * The children with some ids, in any order.
	 *
	 * @param ids the ids
	 */
	record ByIds(List<Object> ids) implements ChildQuery {

		static ByIds of(Collection<?> ids) {
			return new ByIds(List.copyOf(ids));
		}

	}

}
