package io.inverseof.it.truth;

/**
 * A row whose label can be changed.
 */
interface Labelled extends Row {

	void relabel(String label);

}
