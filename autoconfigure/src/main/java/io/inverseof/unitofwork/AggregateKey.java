package io.inverseof.unitofwork;

/**
 * The exact type and id of an aggregate.
 *
 * @param type the concrete class
 * @param id the id
 */
record AggregateKey(Class<?> type, Object id) {

}
