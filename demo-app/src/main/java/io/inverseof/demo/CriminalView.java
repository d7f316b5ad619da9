package io.inverseof.demo;

import java.util.List;

/**
 * A criminal as the API shows them, with the prisons they are in.
 *
 * @param id the id of the criminal
 * @param name the name
 * @param prisons the names of the prisons
 */
record CriminalView(Long id, String name, List<String> prisons) {

	static CriminalView of(Criminal criminal) {
		return new CriminalView(criminal.id(), criminal.name(), criminal.prisons().stream().map(Prison::name).toList());
	}

}
