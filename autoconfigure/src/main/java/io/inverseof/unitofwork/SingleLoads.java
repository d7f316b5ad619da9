package io.inverseof.unitofwork;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.inverseof.model.NamedAssociation;

/**
 * How often each association was loaded for one object alone, in one unit of work or,
 * where there is no unit, by the results of one query. Thread-safe.
 *
 * @since 0.1.0
 */
public final class SingleLoads {

	private final Map<NamedAssociation, Integer> counts = new ConcurrentHashMap<>(4);

	private final String where;

	private SingleLoads(String where) {
		this.where = where;
	}

	/**
	 * Begins to count for a unit of work.
	 * @return no loads yet
	 */
	public static SingleLoads ofUnitOfWork() {
		return new SingleLoads("in one unit of work");
	}

	/**
	 * Begins to count for the results of a query.
	 * @return no loads yet
	 */
	public static SingleLoads ofOneQuery() {
		return new SingleLoads("by the results of one query");
	}

	/**
	 * Counts a load.
	 * @param association what was loaded for one object
	 * @return how many there were so far, different for each caller
	 */
	public int add(NamedAssociation association) {
		return this.counts.merge(association, 1, Integer::sum);
	}

	/**
	 * Returns where the loads belong to, for messages.
	 * @return such as {@code in one unit of work}
	 */
	public String where() {
		return this.where;
	}

}
