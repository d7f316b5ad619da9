package io.inverseof.unitofwork;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The complete aggregates that were loaded or saved in a unit of work, by exact type and
 * id, the most recent one of each. A number of them is held strongly, the least recently
 * used leave first and are held weakly from then on. Confined to one thread.
 * <p>
 * Entering costs next to nothing: ids are only looked at when something is searched for.
 */
final class AggregateCache {

	private final int maxEntries;

	private final Function<Object, @Nullable Object> ids;

	private final List<Object> arrivals = new ArrayList<>();

	private final Map<AggregateKey, Object> strong = new LinkedHashMap<>(16, 0.75f, true);

	private final Map<AggregateKey, Weak> weak = new HashMap<>();

	private final Neighbourhoods neighbourhoods;

	private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

	AggregateCache(int maxEntries, Function<Object, @Nullable Object> ids,
			Function<Object, @Nullable Neighbourhood> neighbourhoods) {
		this.maxEntries = maxEntries;
		this.ids = ids;
		this.neighbourhoods = new Neighbourhoods(neighbourhoods);
	}

	void enter(Object aggregate) {
		this.arrivals.add(aggregate);
		if (this.arrivals.size() >= Math.max(1, this.maxEntries - this.strong.size())) {
			sortIn();
		}
	}

	private void sortIn() {
		for (Object aggregate : this.arrivals) {
			Object id = this.ids.apply(aggregate);
			if (id != null) {
				put(AggregateKey.of(aggregate.getClass(), id), aggregate);
			}
		}
		this.arrivals.clear();
	}

	private void put(AggregateKey key, Object aggregate) {
		this.weak.remove(key);
		this.strong.put(key, aggregate);
		if (this.strong.size() > this.maxEntries) {
			Map.Entry<AggregateKey, Object> eldest = this.strong.entrySet().iterator().next();
			this.strong.remove(eldest.getKey());
			keepWeakly(eldest.getKey(), eldest.getValue());
		}
		forgetCollected();
	}

	private void keepWeakly(AggregateKey key, Object aggregate) {
		if (!this.neighbourhoods.keep(aggregate, key.id())) {
			this.weak.put(key, new Weak(key, aggregate, this.collected));
		}
	}

	private void forgetCollected() {
		for (Object reference = this.collected.poll(); reference != null; reference = this.collected.poll()) {
			Weak collected = (Weak) reference;
			this.weak.remove(collected.key, collected);
		}
	}

	/**
	 * Finds an aggregate of a class, or of one that shares its table.
	 */
	@Nullable Object find(Class<?> type, Object id) {
		Object found = findRow(type, id);
		return type.isInstance(found) ? found : null;
	}

	private @Nullable Object findRow(Class<?> type, Object id) {
		sortIn();
		AggregateKey key = AggregateKey.of(type, id);
		Object found = this.strong.get(key);
		if (found != null) {
			return found;
		}
		Weak reference = this.weak.get(key);
		found = (reference != null) ? reference.get() : null;
		return (found != null) ? found : this.neighbourhoods.find(type, id);
	}

	void remove(Class<?> type, Object id) {
		sortIn();
		AggregateKey key = AggregateKey.of(type, id);
		this.strong.remove(key);
		this.weak.remove(key);
		this.neighbourhoods.forget(type, id);
	}

	void remove(Class<?> type) {
		sortIn();
		this.strong.values().removeIf(type::isInstance);
		this.weak.values().removeIf((reference) -> type.isInstance(reference.get()));
		this.neighbourhoods.forgetAll(type);
	}

	void clear() {
		this.arrivals.clear();
		this.strong.clear();
		this.weak.clear();
		this.neighbourhoods.clear();
	}

	int size() {
		sortIn();
		forgetCollected();
		return this.strong.size() + this.weak.size() + this.neighbourhoods.count();
	}

	private static final class Weak extends WeakReference<Object> {

		private final AggregateKey key;

		Weak(AggregateKey key, Object aggregate, ReferenceQueue<Object> queue) {
			super(aggregate, queue);
			this.key = key;
		}

	}

}
