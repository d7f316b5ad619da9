package io.inverseof.unitofwork;

import java.lang.ref.WeakReference;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The targets that the results of one query share among themselves where there is no unit
 * of work. Held weakly, and not more than a number of them. Thread-safe.
 *
 * @since 0.1.0
 */
public final class SharedTargets {

	private final int maxEntries;

	private @Nullable Map<AggregateKey, WeakReference<Object>> targets;

	/**
	 * Creates an empty set of targets.
	 * @param maxEntries how many at most
	 */
	public SharedTargets(int maxEntries) {
		this.maxEntries = maxEntries;
	}

	/**
	 * Finds a target.
	 * @param type its exact type, or a superclass whose table it shares
	 * @param id its id
	 * @return the target, or {@code null}
	 */
	public synchronized @Nullable Object find(Class<?> type, Object id) {
		WeakReference<Object> reference = (this.targets != null) ? this.targets.get(AggregateKey.of(type, id)) : null;
		Object found = (reference != null) ? reference.get() : null;
		return type.isInstance(found) ? found : null;
	}

	/**
	 * Adds a target unless another thread was faster.
	 * @param target an aggregate
	 * @param id its id
	 * @return the target that is shared from now on
	 */
	public synchronized Object addIfAbsent(Object target, Object id) {
		Object present = find(target.getClass(), id);
		if (present != null) {
			return present;
		}
		add(target, id);
		return target;
	}

	/**
	 * Adds a target, in the place of the one that was shared before.
	 * @param target an aggregate
	 * @param id its id
	 */
	public synchronized void add(Object target, Object id) {
		if (this.targets == null) {
			this.targets = new LinkedHashMap<>(4, 0.75f, true);
		}
		this.targets.put(AggregateKey.of(target.getClass(), id), new WeakReference<>(target));
		if (this.targets.size() > this.maxEntries) {
			this.targets.remove(this.targets.keySet().iterator().next());
		}
	}

	/**
	 * Forgets all targets.
	 */
	public synchronized void clear() {
		this.targets = null;
	}

}
