package io.inverseof.it.saving.random;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One save, in its simplest words: new targets first, then the objects, then what changed
 * in the lists and has-ones of everything that was written.
 */
final class Saving {

	private final Set<Thing> written = new LinkedHashSet<>();

	private final Set<Thing> cascaded = new LinkedHashSet<>();

	void save(Collection<Thing> roots) {
		roots.forEach(this::write);
		for (List<Thing> level = next(); !level.isEmpty(); level = next()) {
			level.forEach(this::cascade);
		}
	}

	private List<Thing> next() {
		return this.written.stream().filter(this.cascaded::add).toList();
	}

	private void write(Thing thing) {
		if (!this.written.add(thing)) {
			return;
		}
		for (Ref ref : thing.refs()) {
			if (ref.target != null && !ref.target.saved) {
				write(ref.target);
			}
		}
		thing.saved = true;
		thing.refs().forEach(Ref::write);
	}

	private void cascade(Thing owner) {
		cascade(Kin.PARENT, owner);
		cascade(Kin.FRIEND, owner);
		pin(owner);
	}

	private void cascade(Kin kin, Thing owner) {
		List<Thing> removed = owner.removed(kin).stream().filter((child) -> child.ref(kin).target == null).toList();
		removed.forEach((child) -> child.ref(kin).clear(owner));
		List<Thing> added = new ArrayList<>(owner.added(kin));
		added.removeIf((child) -> !isPending(kin, child, owner));
		added.forEach((child) -> follow(kin, child));
		if (!removed.isEmpty() || !added.isEmpty()) {
			owner.removed(kin).clear();
		}
	}

	private void pin(Thing owner) {
		Thing replaced = owner.replaced;
		boolean replaces = replaced != null && replaced.node().target == null;
		if (replaced != null && replaces) {
			replaced.node().clear(owner);
		}
		Thing badge = owner.badge;
		boolean pins = badge != null && isPending(Kin.PARENT, badge, owner);
		if (badge != null && pins) {
			follow(Kin.PARENT, badge);
		}
		if (replaces || pins) {
			owner.pinWritten();
		}
	}

	private static boolean isPending(Kin kin, Thing child, Thing owner) {
		return child.ref(kin).target == owner && (child.ref(kin).assigned || !child.saved);
	}

	/**
	 * New ones are inserted; of the others nothing but the key is written.
	 */
	private void follow(Kin kin, Thing child) {
		if (!child.saved) {
			write(child);
			return;
		}
		child.ref(kin).write();
		this.written.add(child);
	}

}
