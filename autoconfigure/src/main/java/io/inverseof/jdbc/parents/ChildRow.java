package io.inverseof.jdbc.parents;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A row as the database has it.
 *
 * @param id its id
 * @param keys the rows it refers to, for each link, {@code null} for none
 * @param type its class, if rows of several classes have the table
 */
record ChildRow(Object id, List<@Nullable ParentKey> keys, @Nullable Class<?> type) {

	/**
	 * Tells whether this row has a belongs-to.
	 */
	boolean has(ParentLink link) {
		return this.type == null || link.isOf(this.type);
	}

}
