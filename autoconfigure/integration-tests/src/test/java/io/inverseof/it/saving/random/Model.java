package io.inverseof.it.saving.random;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What memory and database are to be after each step: changes in memory follow both
 * sides, and {@link Saving} writes.
 */
final class Model {

	private final Map<String, Thing> things = new LinkedHashMap<>();

	Collection<Thing> things() {
		return this.things.values();
	}

	Thing get(String name) {
		return Objects.requireNonNull(this.things.get(name));
	}

	private @Nullable Thing find(@Nullable String name) {
		return (name != null) ? get(name) : null;
	}

	void create(String name) {
		this.things.put(name, new Thing(name));
	}

	/**
	 * Adds to a list.
	 * @param points whether the child points at the owner already
	 */
	void add(Kin kin, String owner, String child, boolean points) {
		if (!points) {
			assign(kin, child, owner);
		}
		get(owner).added(kin).add(get(child));
		get(owner).removed(kin).remove(get(child));
	}

	void remove(Kin kin, String owner, String child) {
		point(kin, get(child), null);
		if (get(owner).saved && get(child).saved) {
			get(owner).removed(kin).add(get(child));
		}
	}

	/**
	 * Changes the reference of a node.
	 */
	void assign(Kin kin, String child, @Nullable String owner) {
		point(kin, get(child), find(owner));
	}

	/**
	 * Changes the reference of a badge, and so the has-one of its target.
	 */
	void assignBadge(String badge, @Nullable String node) {
		assign(Kin.PARENT, badge, node);
		if (node != null) {
			get(node).pin(get(badge), get(node).replaced);
		}
	}

	/**
	 * Changes the key only.
	 */
	void key(Kin kin, String child, String owner) {
		assign(kin, child, owner);
		get(child).ref(kin).assigned = false;
	}

	private void point(Kin kin, Thing child, @Nullable Thing owner) {
		if (child.ref(kin).target != owner || owner == null) {
			things().forEach((other) -> other.leave(kin, child));
		}
		child.ref(kin).assign(owner);
	}

	/**
	 * Changes a has-one.
	 */
	void pin(String name, @Nullable String badgeName) {
		Thing node = get(name);
		Thing badge = find(badgeName);
		Thing before = node.badge;
		boolean written = before != null && before.saved && !before.node().assigned && before.node().target == node;
		Thing replaced = (node.replaced != null) ? node.replaced : (!node.badgeAssigned || written) ? before : null;
		if (before != null && before.node().target == node) {
			point(Kin.PARENT, before, null);
		}
		if (badge != null) {
			point(Kin.PARENT, badge, node);
		}
		boolean row = node.saved && replaced != null && replaced.saved && replaced != badge;
		node.pin(badge, row ? replaced : null);
	}

	void save(List<String> roots) {
		new Saving().save(roots.stream().map(this::get).toList());
	}

	void delete(String name) {
		this.things.remove(name);
	}

	/**
	 * Begins anew with what is in the database.
	 */
	void reload() {
		things().removeIf((thing) -> !thing.saved);
		things().forEach(Thing::reload);
	}

	/**
	 * Tells whether another object of the row can take the place of the one there is.
	 */
	boolean isReplaceable(String name) {
		Thing thing = get(name);
		return thing.isSettled() && things().stream().noneMatch((other) -> other.mentions(thing));
	}

	boolean isSaved(String name) {
		return get(name).saved;
	}

	List<String> rows() {
		return things().stream().filter((thing) -> thing.saved).map(Thing::toString).sorted().toList();
	}

}
