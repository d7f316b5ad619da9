package io.inverseof.it.saving.random;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What the model knows about a node or a badge.
 */
final class Thing {

	final String name;

	private final Map<Kin, Ref> refs = new EnumMap<>(Kin.class);

	private final Map<Kin, Set<Thing>> added = new EnumMap<>(Kin.class);

	private final Map<Kin, Set<Thing>> removed = new EnumMap<>(Kin.class);

	@Nullable Thing badge;

	boolean badgeAssigned;

	@Nullable Thing replaced;

	boolean saved;

	Thing(String name) {
		this.name = name;
		for (Kin kin : Kin.values()) {
			this.refs.put(kin, new Ref());
			this.added.put(kin, new LinkedHashSet<>());
			this.removed.put(kin, new LinkedHashSet<>());
		}
	}

	Iterable<Ref> refs() {
		return this.refs.values();
	}

	Ref ref(Kin kin) {
		return Objects.requireNonNull(this.refs.get(kin));
	}

	/** The node of a badge. */
	Ref node() {
		return ref(Kin.PARENT);
	}

	/** What was added in memory. */
	Set<Thing> added(Kin kin) {
		return Objects.requireNonNull(this.added.get(kin));
	}

	/** What was removed in memory and may still have the key. */
	Set<Thing> removed(Kin kin) {
		return Objects.requireNonNull(this.removed.get(kin));
	}

	/**
	 * Tells whether a fresh object of the row would be the same.
	 */
	boolean isSettled() {
		boolean unpinned = !this.badgeAssigned && (this.badge == null || isWritten(this.badge, Kin.PARENT));
		return this.saved && unpinned && isSettled(Kin.PARENT) && isSettled(Kin.FRIEND);
	}

	private boolean isSettled(Kin kin) {
		return ref(kin).isSettled() && removed(kin).isEmpty()
				&& added(kin).stream().allMatch((child) -> isWritten(child, kin));
	}

	private static boolean isWritten(Thing child, Kin kin) {
		return child.saved && !child.ref(kin).assigned;
	}

	boolean mentions(Thing other) {
		return removed(Kin.PARENT).contains(other) || removed(Kin.FRIEND).contains(other) || this.replaced == other
				|| (this.badge == other && this.badgeAssigned);
	}

	void leave(Kin kin, Thing child) {
		added(kin).remove(child);
		if (this.badge == child) {
			this.badge = null;
			this.badgeAssigned = this.replaced != null;
		}
	}

	void pin(@Nullable Thing badge, @Nullable Thing replaced) {
		this.badge = badge;
		this.badgeAssigned = true;
		this.replaced = replaced;
	}

	void pinWritten() {
		this.badgeAssigned = false;
		this.replaced = null;
	}

	/**
	 * Forgets what is in memory only.
	 */
	void reload() {
		this.refs.values().forEach(Ref::reload);
		this.added.values().forEach(Set::clear);
		this.removed.values().forEach(Set::clear);
		this.badge = null;
		pinWritten();
	}

	@Override
	public String toString() {
		return this.name + " " + ref(Kin.PARENT) + " " + ref(Kin.FRIEND);
	}

}
