package io.inverseof.it.zoo;

import java.util.List;

/**
 * A feature of Spring Data JDBC: its entities, repositories, tables and scenarios.
 */
interface Exhibit {

	/**
	 * Return the tables and sequences in SQL that all databases understand, but for
	 * {@code ${identity}} and {@code ${json}}.
	 * @return statements that each end with a semicolon
	 */
	String schema();

	/**
	 * Return the scenarios.
	 * @return scenarios that each start with empty tables
	 */
	List<Scenario> scenarios();

}
