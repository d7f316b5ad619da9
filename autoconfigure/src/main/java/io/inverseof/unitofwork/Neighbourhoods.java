package io.inverseof.unitofwork;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import io.inverseof.model.Inheritance;
import org.jspecify.annotations.Nullable;

/**
 * The neighbourhoods of the aggregates that a unit of work does not hold strongly any
 * more, by the type of the aggregates, the most recent one last. Confined to one thread.
 */
final class Neighbourhoods {

	private final Function<Object, @Nullable Neighbourhood> ofAggregates;

	private final Map<Class<?>, List<WeakReference<Neighbourhood>>> known = new HashMap<>();

	/** The types that are known, by the class whose table they share. */
	private final Map<Class<?>, Set<Class<?>>> relatives = new HashMap<>();

	Neighbourhoods(Function<Object, @Nullable Neighbourhood> ofAggregates) {
		this.ofAggregates = ofAggregates;
	}

	/**
	 * Leaves an aggregate to its neighbourhood.
	 * @return whether it has one
	 */
	boolean keep(Object aggregate, Object id) {
		Neighbourhood neighbourhood = this.ofAggregates.apply(aggregate);
		if (neighbourhood == null || !neighbourhood.keep(aggregate, id)) {
			return false;
		}
		register(aggregate.getClass(), neighbourhood);
		return true;
	}

	private void register(Class<?> type, Neighbourhood neighbourhood) {
		List<WeakReference<Neighbourhood>> ofType = this.known.computeIfAbsent(type, this::begin);
		if (ofType.isEmpty() || !ofType.get(ofType.size() - 1).refersTo(neighbourhood)) {
			ofType.removeIf((reference) -> reference.refersTo(null) || reference.refersTo(neighbourhood));
			ofType.add(new WeakReference<>(neighbourhood));
		}
	}

	private List<WeakReference<Neighbourhood>> begin(Class<?> type) {
		this.relatives.computeIfAbsent(Inheritance.tableOwner(type), (owner) -> new LinkedHashSet<>()).add(type);
		return new ArrayList<>();
	}

	/**
	 * Finds an aggregate of a type, or of another one that shares its table.
	 */
	@Nullable Object find(Class<?> type, Object id) {
		Object exact = findExact(type, id);
		return (exact != null) ? exact : findRelative(type, id);
	}

	private @Nullable Object findRelative(Class<?> type, Object id) {
		for (Class<?> relative : relatives(type)) {
			Object found = (relative != type) ? findExact(relative, id) : null;
			if (found != null) {
				return found;
			}
		}
		return null;
	}

	private Set<Class<?>> relatives(Class<?> type) {
		return this.relatives.getOrDefault(Inheritance.tableOwner(type), Set.of());
	}

	private @Nullable Object findExact(Class<?> type, Object id) {
		List<WeakReference<Neighbourhood>> ofType = this.known.getOrDefault(type, List.of());
		for (int i = ofType.size() - 1; i >= 0; i--) {
			Neighbourhood neighbourhood = ofType.get(i).get();
			Object found = (neighbourhood != null) ? neighbourhood.find(type, id) : null;
			if (found != null) {
				return found;
			}
		}
		return null;
	}

	void forget(Class<?> type, Object id) {
		relatives(type).forEach((relative) -> forgetExact(relative, id));
	}

	private void forgetExact(Class<?> type, @Nullable Object id) {
		forEach(type, (neighbourhood) -> neighbourhood.forget(type, id));
	}

	/**
	 * Forgets all aggregates of a type and its subclasses.
	 */
	void forgetAll(Class<?> type) {
		this.known.keySet().stream().filter(type::isAssignableFrom).forEach((known) -> forgetExact(known, null));
	}

	void clear() {
		this.known.keySet().forEach((type) -> forgetExact(type, null));
		this.known.clear();
		this.relatives.clear();
	}

	int count() {
		int[] count = new int[1];
		this.known.keySet().forEach((type) -> forEach(type, (neighbourhood) -> count[0] += neighbourhood.count(type)));
		return count[0];
	}

	private void forEach(Class<?> type, Consumer<Neighbourhood> action) {
		for (WeakReference<Neighbourhood> reference : this.known.getOrDefault(type, List.of())) {
			Neighbourhood neighbourhood = reference.get();
			if (neighbourhood != null) {
				action.accept(neighbourhood);
			}
		}
	}

}
