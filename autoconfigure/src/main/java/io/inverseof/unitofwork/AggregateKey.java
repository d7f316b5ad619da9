package io.inverseof.unitofwork;

import io.inverseof.model.Inheritance;

/**
 * Says which row an aggregate is of: the class that its table belongs to, mostly its own,
 * and its id.
 *
 * @param type the class that the table belongs to
 * @param id the id
 */
record AggregateKey(Class<?> type, Object id) {

	/**
	 * Makes the key of an aggregate.
	 * @param type the class of the aggregate
	 * @param id its id
	 */
	static AggregateKey of(Class<?> type, Object id) {
		return new AggregateKey(Inheritance.tableOwner(type), id);
	}

}
