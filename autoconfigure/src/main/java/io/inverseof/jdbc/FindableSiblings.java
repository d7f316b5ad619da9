package io.inverseof.jdbc;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;

import io.inverseof.holder.Epoch;
import io.inverseof.unitofwork.Neighbourhood;
import org.jspecify.annotations.Nullable;

/**
 * Those of some {@link Siblings} that a unit of work has let go of, by their ids.
 */
final class FindableSiblings implements Neighbourhood {

	/** For fewer of them a unit of work had better remember each one. */
	static final int LEAST = 16;

	private final Siblings siblings;

	private final Epoch unit;

	private final Map<Class<?>, Map<Object, WeakReference<?>>> byType = new HashMap<>(2);

	FindableSiblings(Siblings siblings, Epoch unit) {
		this.siblings = siblings;
		this.unit = unit;
	}

	/**
	 * Tells whether a unit of work remembers them, as opposed to another one that was
	 * handed the same objects.
	 */
	boolean isOf(Epoch unit) {
		return this.unit == unit;
	}

	@Override
	public boolean keep(Object aggregate, Object id) {
		WeakReference<?> reference = this.siblings.reference(aggregate);
		if (reference != null) {
			this.byType.computeIfAbsent(aggregate.getClass(), (type) -> new HashMap<>()).put(id, reference);
		}
		return reference != null;
	}

	@Override
	public @Nullable Object find(Class<?> type, Object id) {
		WeakReference<?> reference = ofType(type).get(id);
		return (reference != null) ? reference.get() : null;
	}

	@Override
	public void forget(Class<?> type, @Nullable Object id) {
		if (id == null) {
			this.byType.remove(type);
		}
		else if (this.byType.containsKey(type)) {
			ofType(type).remove(id);
		}
	}

	@Override
	public int count(Class<?> type) {
		return (int) ofType(type).values().stream().filter((reference) -> reference.get() != null).count();
	}

	private Map<Object, WeakReference<?>> ofType(Class<?> type) {
		return this.byType.getOrDefault(type, Map.of());
	}

}
