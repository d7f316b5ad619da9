package io.inverseof.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.inverseof.InvalidPreloadException;
import io.inverseof.model.PreloadPaths;

/**
 * Loads associations of many objects along paths, each part of a path by one query, or by
 * a few where there are more keys than one query may ask for. Thread-safe.
 */
final class Preloader {

	private final AssociationRuntime runtime;

	private final PreloadPaths paths;

	Preloader(AssociationRuntime runtime) {
		this.runtime = runtime;
		this.paths = new PreloadPaths(runtime.model());
	}

	/**
	 * Loads the associations.
	 * @param entities objects of one or more classes
	 * @param written the paths, which must exist for each of the classes
	 * @throws InvalidPreloadException before anything is loaded
	 */
	void preload(Iterable<?> entities, Collection<String> written) {
		List<Object> objects = present(entities);
		Set<String> paths = new LinkedHashSet<>(written);
		verify(objects, paths);
		new PreloadWalk(this.runtime, this.paths).follow(objects, paths);
	}

	private static List<Object> present(Iterable<?> entities) {
		List<Object> present = new ArrayList<>();
		for (Object entity : entities) {
			if (entity == null) {
				throw new InvalidPreloadException(
						"preload(..) was given null at position %d. Leave it out.".formatted(present.size()));
			}
			present.add(entity);
		}
		return present;
	}

	private void verify(List<Object> objects, Set<String> paths) {
		Set<Class<?>> types = new LinkedHashSet<>();
		objects.forEach((object) -> types.add(object.getClass()));
		for (Class<?> type : types) {
			requireStart(type);
			paths.forEach((path) -> this.paths.of(type, path));
		}
	}

	private void requireStart(Class<?> type) {
		if (!this.paths.startAt(type)) {
			throw new InvalidPreloadException(
					"preload(..) was given a %s, which has no associations. Pass entities that have the association."
						.formatted(type.getName()));
		}
	}

	/**
	 * For how many results of a stream to load at once, at most.
	 */
	int chunkSize() {
		return this.runtime.batchSize();
	}

}
