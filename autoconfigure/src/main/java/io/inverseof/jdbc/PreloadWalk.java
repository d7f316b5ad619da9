package io.inverseof.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.inverseof.holder.AssociationHolder;
import io.inverseof.model.AssociationProperty;
import io.inverseof.model.Inheritance;
import io.inverseof.model.PreloadPath;
import io.inverseof.model.PreloadPaths;
import io.inverseof.model.PreloadStep;

/**
 * One walk along paths from some objects to what they refer to, and on from there. What
 * several paths begin with is walked once. Confined to one thread.
 */
final class PreloadWalk {

	private final AssociationRuntime runtime;

	private final PreloadPaths paths;

	PreloadWalk(AssociationRuntime runtime, PreloadPaths paths) {
		this.runtime = runtime;
		this.paths = paths;
	}

	void follow(Collection<?> objects, Set<String> written) {
		Map<Class<?>, List<Object>> instances = byClass(objects);
		instances.values().forEach(this.runtime::attachUnattached);
		Map<String, Branch> branches = new LinkedHashMap<>();
		instances.forEach((type, ofType) -> written.forEach((path) -> {
			PreloadPath found = this.paths.of(type, path);
			branches.computeIfAbsent(found.first().name(), (name) -> new Branch()).add(found, ofType);
		}));
		branches.values().forEach(this::follow);
	}

	/**
	 * Leaves duplicates out; two objects of the same row are two.
	 */
	private static Map<Class<?>, List<Object>> byClass(Collection<?> objects) {
		Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
		Map<Class<?>, List<Object>> byClass = new LinkedHashMap<>();
		for (Object object : objects) {
			if (seen.add(object)) {
				byClass.computeIfAbsent(object.getClass(), (type) -> new ArrayList<>()).add(object);
			}
		}
		return byClass;
	}

	private void follow(Branch branch) {
		List<Object> reached = new ArrayList<>();
		branch.sources.forEach((step, instances) -> reached.addAll(take(step, instances)));
		if (branch.isPolymorphic()) {
			branch.rests.forEach((rest) -> follow(having(rest, reached), Set.of(rest)));
		}
		else if (!branch.rests.isEmpty()) {
			follow(reached, branch.rests);
		}
	}

	/**
	 * Behind a polymorphic belongs-to, objects of some classes may be at the end.
	 */
	private List<Object> having(String path, List<Object> objects) {
		Map<Class<?>, Boolean> having = new HashMap<>();
		return objects.stream()
			.filter((object) -> having.computeIfAbsent(object.getClass(), (type) -> this.paths.exists(type, path)))
			.toList();
	}

	private List<Object> take(PreloadStep step, List<Object> instances) {
		if (step instanceof PreloadStep.ToParts parts) {
			return instances.stream().flatMap((instance) -> parts.parts(instance).stream()).toList();
		}
		AssociationProperty association = ((PreloadStep.ToTargets) step).association();
		List<AssociationHolder> holders = holders(association, instances);
		load(association, holders.stream().filter((holder) -> holder.attachment() != null).toList());
		return holders.stream().<Object>flatMap((holder) -> holder.inMemory().stream()).toList();
	}

	private static List<AssociationHolder> holders(AssociationProperty association, List<Object> instances) {
		List<AssociationHolder> holders = new ArrayList<>();
		for (Object instance : instances) {
			if (association.holder(instance) instanceof AssociationHolder holder) {
				holders.add(holder);
			}
		}
		return holders;
	}

	/**
	 * A naive piece of work loads at the first read only.
	 */
	private void load(AssociationProperty association, List<AssociationHolder> holders) {
		if (this.runtime.isSharing()) {
			this.runtime.siblings().preload(association, holders);
		}
		else if (!this.runtime.isNaive()) {
			holders.forEach((holder) -> this.runtime.siblings().preloadAlone(association, holder));
		}
	}

	/**
	 * What the paths that begin with the same name have in common.
	 */
	private static final class Branch {

		private final Map<PreloadStep, List<Object>> sources = new LinkedHashMap<>();

		private final Set<String> rests = new LinkedHashSet<>();

		void add(PreloadPath path, List<Object> instances) {
			this.sources.computeIfAbsent(common(path.first(), instances), (step) -> new ArrayList<>())
				.addAll(instances);
			String rest = path.rest();
			if (rest != null) {
				this.rests.add(rest);
			}
		}

		boolean isPolymorphic() {
			return this.sources.keySet().stream().anyMatch(PreloadStep::isPolymorphic);
		}

		/**
		 * The classes of one table load what they have in common together.
		 */
		private PreloadStep common(PreloadStep step, List<Object> instances) {
			for (PreloadStep other : this.sources.keySet()) {
				if (step instanceof PreloadStep.ToTargets own && other instanceof PreloadStep.ToTargets present
						&& present.association().name().equals(own.association().name())
						&& Inheritance.isCommon(present.association(), instances.get(0).getClass())) {
					return other;
				}
			}
			return step;
		}

	}

}
