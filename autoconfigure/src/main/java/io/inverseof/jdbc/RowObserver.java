package io.inverseof.jdbc;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

import io.inverseof.model.AssociationProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.data.relational.core.sql.Condition;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * Is told of every row that is inserted, updated or deleted, so that rows which others
 * refer to can follow. Told before a statement, when it looks at the rows as they are,
 * and after it. Thread-safe.
 *
 * @since 0.1.0
 */
public interface RowObserver {

	/**
	 * Returns an observer for where nobody follows any rows.
	 * @return the same object each time
	 */
	static RowObserver none() {
		return UnobservedRows.INSTANCE;
	}

	/**
	 * Tells whether it concerns others that rows of a class come and go.
	 * @param type the class of the rows
	 * @return whether anybody follows
	 */
	boolean observes(Class<?> type);

	/**
	 * Runs some work, and lets others follow all of it at its end, in its transaction.
	 * What runs inside of other such work is a part of that.
	 * @param <T> the type of the result
	 * @param work writes rows
	 * @param survives whether rows stay written when the work fails
	 * @return what the work returned
	 */
	<T extends @Nullable Object> T together(Supplier<T> work, boolean survives);

	/**
	 * Is told which objects in memory the work is about, where statements have ids alone.
	 * @param entities the objects
	 */
	void remember(Iterable<?> entities);

	/**
	 * Looks at rows that are about to be inserted.
	 * @param instances their objects
	 * @return the rows
	 */
	Rows inserting(List<?> instances);

	/**
	 * Looks at a row that is about to be updated.
	 * @param instance its object
	 * @return the row
	 */
	Rows updating(Object instance);

	/**
	 * Looks at a row that is about to be inserted or updated.
	 * @param instance its object
	 * @return the row
	 */
	Rows upserting(Object instance);

	/**
	 * Looks at rows that are about to be deleted.
	 * @param type their class
	 * @param ids their ids
	 * @return the rows
	 */
	Rows deleting(Class<?> type, Collection<?> ids);

	/**
	 * Looks at all rows of a class, which are about to be deleted.
	 * @param type the class
	 * @return the rows
	 */
	Rows deletingAll(Class<?> type);

	/**
	 * Looks at rows that are about to be deleted.
	 * @param type their class
	 * @param condition which of them
	 * @param parameters of the condition
	 * @return the rows
	 */
	Rows deleting(Class<?> type, Condition condition, MapSqlParameterSource parameters);

	/**
	 * Looks at rows that are about to lose their key, because what it refers to is about
	 * to be deleted.
	 * @param property the has-one or has-many whose key it is
	 * @param condition which of them
	 * @param parameters of the condition
	 * @return the rows
	 */
	Rows clearing(AssociationProperty property, Condition condition, MapSqlParameterSource parameters);

	/**
	 * Looks at rows whose key is about to change.
	 * @param property whose key it is: a belongs-to, or the has-one or has-many at its
	 * other side
	 * @param from the key that a row must have to be changed, or {@code null} if any
	 * @param to the key they get, or {@code null} for none
	 * @param ids the ids of the rows
	 * @return the rows
	 */
	Rows changingKeys(AssociationProperty property, @Nullable Object from, @Nullable Object to, List<?> ids);

	/**
	 * Some rows that a statement is about to write.
	 *
	 * @since 0.1.0
	 */
	interface Rows {

		/** Rows that nobody follows. */
		Rows NONE = (which) -> {
		};

		/**
		 * Is told that the statement was sent.
		 * @param which tells for each row whether it was written
		 */
		void written(boolean... which);

		/**
		 * Is told that the statement wrote all rows.
		 */
		default void written() {
			written(new boolean[0]);
		}

	}

}
