package io.inverseof.unitofwork;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Keeps something for objects as long as somebody else has them, by identity.
 * Thread-safe.
 *
 * @param <V> the type of what is kept
 * @since 0.1.0
 */
public final class IdentityWeakMap<V> {

	private final Map<Key, V> values = new HashMap<>();

	private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

	/**
	 * Keeps a value for an object.
	 * @param key the object
	 * @param value the value
	 */
	public synchronized void put(Object key, V value) {
		forgetCollected();
		this.values.put(new Key(key, this.collected), value);
	}

	/**
	 * Returns the value of an object.
	 * @param key the object
	 * @return the value, or {@code null}
	 */
	public synchronized @Nullable V get(Object key) {
		return this.values.isEmpty() ? null : this.values.get(new Key(key, null));
	}

	/**
	 * Forgets the value of an object.
	 * @param key the object
	 */
	public synchronized void remove(Object key) {
		if (!this.values.isEmpty()) {
			this.values.remove(new Key(key, null));
		}
	}

	/**
	 * Forgets some values.
	 * @param condition tells which
	 */
	public synchronized void removeIf(Predicate<? super V> condition) {
		if (!this.values.isEmpty()) {
			this.values.values().removeIf(condition);
		}
	}

	private void forgetCollected() {
		for (Object key = this.collected.poll(); key != null; key = this.collected.poll()) {
			this.values.remove((Key) key);
		}
	}

	private static final class Key extends WeakReference<Object> {

		private final int hash;

		Key(Object referent, @Nullable ReferenceQueue<Object> queue) {
			super(referent, queue);
			this.hash = System.identityHashCode(referent);
		}

		@Override
		public boolean equals(@Nullable Object obj) {
			if (this == obj) {
				return true;
			}
			Object referent = get();
			return referent != null && obj instanceof Key other && other.refersTo(referent);
		}

		@Override
		public int hashCode() {
			return this.hash;
		}

	}

}
