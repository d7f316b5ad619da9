package io.inverseof.it.zoo;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A feature of Spring Data JDBC: its entities, repositories, tables, and scenarios, which
 * are the methods with {@link Scene}.
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
	default List<Scenario> scenarios() {
		return Arrays.stream(getClass().getDeclaredMethods())
			.filter((method) -> method.isAnnotationPresent(Scene.class))
			.sorted(Comparator.comparing(Method::getName))
			.flatMap((method) -> Scenario.of(this, method))
			.toList();
	}

}
