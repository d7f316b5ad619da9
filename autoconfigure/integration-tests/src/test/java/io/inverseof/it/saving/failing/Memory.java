package io.inverseof.it.saving.failing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import io.inverseof.Association;
import io.inverseof.HasMany;
import io.inverseof.ToOne;
import io.inverseof.holder.AssociationHolder;
import io.inverseof.holder.BelongsToHolder;
import io.inverseof.holder.PendingChanges;
import io.inverseof.holder.ToChildrenHolder;
import io.inverseof.model.AssociationModel;
import org.jspecify.annotations.Nullable;

/**
 * Describes the objects of a graph.
 */
public final class Memory {

	private final AssociationModel model;

	/**
	 * Creates a description of objects of an application.
	 * @param model its associations
	 */
	public Memory(AssociationModel model) {
		this.model = model;
	}

	/**
	 * Returns everything that can be reached in memory from some objects, without loading
	 * anything.
	 * @param from the objects to begin with
	 * @return these and the others, each one once
	 */
	public List<Entity> reachable(List<? extends Entity> from) {
		Set<Entity> reached = Collections.newSetFromMap(new IdentityHashMap<>());
		List<Entity> inOrder = new ArrayList<>();
		Deque<Entity> open = new ArrayDeque<>(from);
		while (!open.isEmpty()) {
			Entity entity = open.remove();
			if (reached.add(entity)) {
				inOrder.add(entity);
				holders(entity).forEach((holder) -> holder.inMemory().forEach((next) -> open.add((Entity) next)));
			}
		}
		return inOrder;
	}

	/**
	 * Describes ids, versions, keys, and what is to be saved, without loading anything.
	 * @param entities the objects
	 * @return a line for each association
	 */
	public List<String> pending(List<? extends Entity> entities) {
		return describe(entities, this::pending);
	}

	private String pending(AssociationHolder holder) {
		if (holder instanceof BelongsToHolder<?, ?> reference) {
			return "key %s, assigned %s".formatted(reference.key(), label(reference.assignedTarget()));
		}
		ToChildrenHolder side = (ToChildrenHolder) holder;
		PendingChanges changes = side.pendingChanges();
		List<?> added = changes.added().stream().filter((child) -> isAdded(side, child)).toList();
		return "added %s, removed %s, replaces %s".formatted(labels(added), labels(changes.removed()),
				changes.replacesUnread());
	}

	private static boolean isAdded(ToChildrenHolder side, Object child) {
		BelongsToHolder<?, ?> reference = side.referenceOf(child);
		return reference != null && reference.isChanged();
	}

	/**
	 * Describes ids, versions, and what the associations say when they are read.
	 * @param entities the objects
	 * @return a line for each association
	 */
	public List<String> content(List<? extends Entity> entities) {
		return describe(entities, (holder) -> labels(read(holder)).toString());
	}

	private static List<?> read(Association association) {
		if (association instanceof HasMany<?> many) {
			return List.copyOf(many);
		}
		Object target = ((ToOne<?>) association).orNull();
		return (target != null) ? List.of(target) : List.of();
	}

	private List<String> describe(List<? extends Entity> entities, Function<AssociationHolder, String> state) {
		return entities.stream()
			.flatMap((entity) -> holders(entity).stream()
				.map((holder) -> "%s, id %s, version %s, %s: %s".formatted(entity.label(), entity.id(),
						entity.version(), holder.property(), state.apply(holder))))
			.toList();
	}

	private List<AssociationHolder> holders(Entity entity) {
		return this.model.associationsOf(entity.getClass())
			.toList()
			.stream()
			.map((property) -> (AssociationHolder) Objects.requireNonNull(property.holder(entity)))
			.toList();
	}

	private static List<String> labels(List<?> entities) {
		return entities.stream().map(Memory::label).sorted().toList();
	}

	private static String label(@Nullable Object entity) {
		return (entity instanceof Entity labelled) ? labelled.label() : "nothing";
	}

}
