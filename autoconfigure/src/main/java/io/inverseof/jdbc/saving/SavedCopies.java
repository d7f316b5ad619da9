package io.inverseof.jdbc.saving;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import io.inverseof.holder.BelongsToHolder;
import io.inverseof.holder.ToChildrenHolder;
import io.inverseof.jdbc.AggregateGraph;
import io.inverseof.jdbc.saving.WriteOrder.Node;
import io.inverseof.model.AssociationProperty;
import io.inverseof.unitofwork.Undo;

/**
 * Puts what saving made of an object in its place in memory, where that is another
 * object: the object is immutable, or a callback of the application copied it.
 */
final class SavedCopies {

	private final AggregateGraph graph;

	SavedCopies(AggregateGraph graph) {
		this.graph = graph;
	}

	/**
	 * Takes a copy in.
	 * @param node the original, and who refers to it
	 * @param saved the copy, which has a row
	 * @param cascaded whether the application has not asked to save the original, and may
	 * do so yet
	 */
	void take(Node node, Object saved, boolean cascaded) {
		Object original = node.entity();
		this.graph.saved(original, saved);
		node.incoming().forEach((edge) -> retarget(edge.reference().holder(), original, saved));
		replaceInSides(original, saved);
		inherit(original, saved);
		if (cascaded) {
			supersede(original, saved);
		}
	}

	private void retarget(BelongsToHolder<?, ?> holder, Object original, Object saved) {
		if (holder.assignedTarget() == original) {
			this.graph.changing(holder);
			holder.retarget(saved);
		}
	}

	/**
	 * A copy that a callback made may have references of its own, which know nothing of
	 * where it is.
	 */
	private void replaceInSides(Object original, Object saved) {
		Set<BelongsToHolder<?, ?>> told = Collections.newSetFromMap(new IdentityHashMap<>());
		for (Object entity : List.of(original, saved)) {
			this.graph.forEachReference(entity, (reference) -> {
				if (told.add(reference.holder())) {
					reference.holder().replaceInSides(original, saved);
				}
			});
		}
	}

	/**
	 * A copy may have associations of its own, which know nothing of what was added to
	 * the original.
	 */
	private void inherit(Object original, Object saved) {
		for (AssociationProperty property : this.graph.childrenOf(original.getClass())) {
			if (property.holder(original) instanceof ToChildrenHolder before
					&& property.holder(saved) instanceof ToChildrenHolder after && before != after) {
				this.graph.changing(after);
				before.pendingChanges().added().forEach((child) -> changingReference(before, child));
				after.inherit(before);
			}
		}
	}

	private void changingReference(ToChildrenHolder holder, Object child) {
		BelongsToHolder<?, ?> reference = holder.referenceOf(child);
		if (reference != null) {
			this.graph.changing(reference);
		}
	}

	/**
	 * The application may have the original only, and save it as well.
	 */
	private void supersede(Object original, Object saved) {
		this.graph.forEachReference(saved, (reference) -> {
			BelongsToHolder<?, ?> holder = reference.holder();
			holder.supersede(original, saved);
			this.graph.changed(Undo.of(holder, BelongsToHolder::forgetSuperseded));
		});
	}

}
