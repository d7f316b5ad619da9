package io.inverseof.it.saving.random;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import org.jspecify.annotations.Nullable;

import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One step of a program. It is left out where its objects are missing, or where it would
 * work on a second object of the same row.
 */
sealed interface Step {

	/**
	 * Does it, and tells the model.
	 */
	void perform(World world, Model model);

	/** Makes an object. */
	record Create(String name) implements Step {

		@Override
		public void perform(World world, Model model) {
			if (this.name.startsWith("n")) {
				Node node = new Node();
				node.name = this.name;
				world.put(node);
			}
			else {
				Badge badge = new Badge();
				badge.name = this.name;
				world.put(badge);
			}
			model.create(this.name);
		}

	}

	/** Makes an object through its owner, and perhaps saves it at once. */
	record Build(Kin kin, String owner, String name, boolean create) implements Step {

		@Override
		public void perform(World world, Model model) {
			if (!world.has(this.owner) || (this.create && !model.isSaved(this.owner))) {
				return;
			}
			HasMany<Node> list = this.kin.list(world.node(this.owner));
			world.put(this.create ? list.create((node) -> node.name = this.name)
					: list.build((node) -> node.name = this.name));
			model.create(this.name);
			model.add(this.kin, this.owner, this.name, false);
			if (this.create) {
				model.save(List.of(this.name));
			}
		}

	}

	/** Adds a new record. */
	record Annotate(String node, String name) implements Step {

		@Override
		public void perform(World world, Model model) {
			if (world.has(this.node)) {
				Node node = world.node(this.node);
				Note note = new Note(null, this.name, BelongsTo.to(node));
				node.notes.add(note);
				world.put(note);
				model.create(this.name);
				model.add(Kin.PARENT, this.node, this.name, false);
			}
		}

	}

	/** Adds to a list. */
	record Add(Kin kin, String owner, String child) implements Step {

		@Override
		public void perform(World world, Model model) {
			if (world.has(this.owner, this.child)) {
				add(this.kin, world.node(this.owner), world.node(this.child), model);
			}
		}

		private static void add(Kin kin, Node owner, Node child, Model model) {
			boolean points = World.isTarget(kin.reference(child), owner);
			if (kin.list(owner).add(child)) {
				model.add(kin, owner.name, child.name, points);
			}
		}

	}

	/** Removes from a list. */
	record Remove(Kin kin, String owner, String child) implements Step {

		@Override
		public void perform(World world, Model model) {
			if (!world.has(this.owner)) {
				return;
			}
			Node owner = world.node(this.owner);
			HasMany<Node> list = this.kin.list(owner);
			for (Node child : List.copyOf(list)) {
				if (child.name.equals(this.child) && world.adopt(child, owner, model)) {
					list.remove(child);
					model.remove(this.kin, this.owner, this.child);
				}
			}
		}

	}

	/** Replaces all elements of a list. */
	record Replace(Kin kin, String owner, List<String> children) implements Step {

		@Override
		public void perform(World world, Model model) {
			if (!world.has(this.owner) || !world.has(this.children.toArray(String[]::new))) {
				return;
			}
			Node owner = world.node(this.owner);
			HasMany<Node> list = this.kin.list(owner);
			List<Node> before = List.copyOf(list);
			if (before.stream().allMatch((child) -> world.adopt(child, owner, model))) {
				List<Node> after = this.children.stream().map(world::node).toList();
				List<Boolean> points = after.stream()
					.map((child) -> World.isTarget(this.kin.reference(child), owner))
					.toList();
				list.replaceWith(after);
				before.stream()
					.filter((child) -> !after.contains(child))
					.forEach((child) -> model.remove(this.kin, this.owner, child.name));
				IntStream.range(0, after.size())
					.filter((i) -> !before.contains(after.get(i)))
					.forEach((i) -> model.add(this.kin, this.owner, after.get(i).name, points.get(i)));
			}
		}

	}

	/** Changes a reference. */
	record Point(Kin kin, String child, @Nullable String owner) implements Step {

		@Override
		public void perform(World world, Model model) {
			if (!world.has(this.child) || (this.owner != null && !world.has(this.owner))) {
				return;
			}
			Node child = world.node(this.child);
			BelongsTo<Node, Long> reference = this.kin.reference(child);
			if (this.owner == null) {
				reference.set(null);
				model.assign(this.kin, this.child, null);
			}
			else if (!World.isTarget(reference, world.node(this.owner))) {
				point(world.node(this.owner), child, reference, model);
			}
		}

		private void point(Node owner, Node child, BelongsTo<Node, Long> reference, Model model) {
			boolean there = child.id != null
					&& this.kin.inMemory(owner).stream().anyMatch((other) -> child.id.equals(other.id));
			reference.set(owner);
			if (this.kin == Kin.FRIEND && !there) {
				model.add(this.kin, owner.name, this.child, false);
			}
			else {
				model.assign(this.kin, this.child, owner.name);
			}
		}

	}

	/** Changes a key. */
	record Key(Kin kin, String child, String owner) implements Step {

		@Override
		public void perform(World world, Model model) {
			if (!world.has(this.child, this.owner) || !model.isSaved(this.owner)) {
				return;
			}
			Long id = world.node(this.owner).id;
			BelongsTo<Node, Long> reference = this.kin.reference(world.node(this.child));
			if (!Objects.equals(id, reference.getId())) {
				reference.setId(id);
				model.key(this.kin, this.child, this.owner);
			}
		}

	}

	/** Changes the reference of a badge. */
	record PointBadge(String badge, @Nullable String node) implements Step {

		@Override
		public void perform(World world, Model model) {
			if (!world.has(this.badge) || (this.node != null && !world.has(this.node))) {
				return;
			}
			BelongsTo<Node, Long> reference = world.badge(this.badge).node;
			Node node = (this.node != null) ? world.node(this.node) : null;
			if (node == null || !World.isTarget(reference, node)) {
				reference.set(node);
				model.assignBadge(this.badge, this.node);
			}
		}

	}

	/** Assigns a has-one that was read before. */
	record Pin(String node, @Nullable String badge) implements Step {

		@Override
		public void perform(World world, Model model) {
			if (!world.has(this.node) || (this.badge != null && !world.has(this.badge))) {
				return;
			}
			Node node = world.node(this.node);
			Badge before = node.badge.orNull();
			if (before != null && !world.adopt(before, node, model)) {
				return;
			}
			model.get(this.node).badge = (before != null) ? model.get(before.name) : null;
			Badge badge = (this.badge != null) ? world.badge(this.badge) : null;
			if (badge == null || badge != before) {
				node.badge.set(badge);
				model.pin(this.node, this.badge);
			}
		}

	}

	/** Saves. */
	record Save(List<String> names) implements Step {

		@Override
		public void perform(World world, Model model) {
			List<String> present = this.names.stream().filter(world::has).toList();
			if (!present.isEmpty()) {
				world.save(present);
				model.save(present);
				world.verify(model);
			}
		}

	}

	/** Saves, unless the n-th statement fails. */
	record FailingSave(String name, int n) implements Step {

		@Override
		public void perform(World world, Model model) {
			if (world.has(this.name)) {
				if (!world.fails(this.name, this.n)) {
					model.save(List.of(this.name));
				}
				world.verify(model);
			}
		}

	}

	/** Saves a row again, and rolls back. */
	record RollBack(String name, boolean savepoint) implements Step {

		@Override
		public void perform(World world, Model model) {
			if (world.has(this.name) && model.isSaved(this.name)) {
				TransactionTemplate inner = world.transaction();
				inner.setPropagationBehavior(this.savepoint ? TransactionDefinition.PROPAGATION_NESTED
						: TransactionDefinition.PROPAGATION_REQUIRES_NEW);
				world.rollBack(world.node(this.name), world.transaction(), inner);
				world.verify(model);
			}
		}

	}

	/** Deletes a row that nothing is to be done for. */
	record Delete(String name) implements Step {

		@Override
		public void perform(World world, Model model) {
			if (world.has(this.name) && model.isReplaceable(this.name)) {
				world.delete(this.name);
				model.delete(this.name);
				world.verify(model);
			}
		}

	}

	/** Goes on with fresh objects of all rows. */
	record Reload() implements Step {

		@Override
		public void perform(World world, Model model) {
			world.reload();
			model.reload();
		}

	}

}
