package io.inverseof.it.saving.failing;

import java.util.List;

/**
 * Something that can be tried again.
 *
 * @param call what is tried
 * @param objects the objects it works on
 * @param remaining those that have a row in the end
 */
record Attempt(Runnable call, List<Entity> objects, List<Entity> remaining) {

	static Attempt of(Runnable call, Entity... objects) {
		return new Attempt(call, List.of(objects), List.of(objects));
	}

	static Attempt deleting(Runnable call, Entity... objects) {
		return new Attempt(call, List.of(objects), List.of());
	}

}
