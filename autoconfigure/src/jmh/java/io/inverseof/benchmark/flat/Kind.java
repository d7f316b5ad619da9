package io.inverseof.benchmark.flat;

/**
 * The enum of the entities.
 */
public enum Kind {

	FIRST, SECOND, THIRD

}
