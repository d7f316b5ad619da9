package io.inverseof.jdbc.inheritance;

import io.inverseof.model.SharedTables;

import org.springframework.data.relational.core.sql.SqlIdentifier;

/**
 * A mapping context that knows which entities share a table.
 *
 * @since 0.1.0
 */
public interface SharedTableMapping {

	/**
	 * Returns the tables that are shared.
	 * @return the tables
	 */
	SharedTables sharedTables();

	/**
	 * Returns the column that tells the class of a row, as it is written in SQL.
	 * @param type a class that shares a table
	 * @return the name of the column
	 */
	SqlIdentifier discriminator(Class<?> type);

}
