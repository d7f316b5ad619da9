package io.inverseof.holder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

import io.inverseof.IllegalTargetException;
import io.inverseof.ImmutableForeignKeyException;
import io.inverseof.ReadOnlyAssociationException;
import io.inverseof.model.AssociationKind;
import io.inverseof.model.AssociationProperty;
import io.inverseof.model.ThroughPath;
import org.jspecify.annotations.Nullable;

/**
 * The join aggregates in memory between the owner of an association that goes through
 * another one, and its targets. They are those of the other association, and only looked
 * at here: nothing loads.
 *
 * @since 0.1.0
 */
public final class JoinAggregates {

	private final ToChildrenHolder holder;

	private final AssociationProperty property;

	private final ThroughPath path;

	private JoinAggregates(ToChildrenHolder holder, AssociationProperty property, ThroughPath path) {
		this.holder = holder;
		this.property = property;
		this.path = path;
	}

	/**
	 * Returns the join aggregates of an association.
	 * @param holder a has-one or has-many
	 * @return its join aggregates, or {@code null} if it goes through no other one
	 */
	public static @Nullable JoinAggregates of(ToChildrenHolder holder) {
		AssociationProperty property = holder.property();
		ThroughPath path = (property != null) ? property.through() : null;
		return (property != null && path != null) ? new JoinAggregates(holder, property, path) : null;
	}

	/**
	 * Puts targets that join aggregates in memory lead to in the place of rows that were
	 * just read.
	 */
	static List<?> known(ToChildrenHolder holder, List<?> rows) {
		JoinAggregates joins = of(holder);
		return (joins != null && !rows.isEmpty() && isSharing(holder)) ? joins.known(rows) : rows;
	}

	private static boolean isSharing(AssociationHolder holder) {
		Attachment attachment = holder.attachment();
		return attachment != null && attachment.isSharing();
	}

	private List<?> known(List<?> rows) {
		Map<Object, Object> known = byId(inMemory().stream()
			.flatMap((join) -> targetsOf(join).stream())
			.<Object>map((target) -> target)
			.toList());
		return known.isEmpty() ? rows
				: rows.stream().<Object>map((row) -> known.getOrDefault(this.holder.idOf(row), row)).toList();
	}

	private Map<Object, Object> byId(Collection<?> targets) {
		Map<Object, Object> byId = new HashMap<>();
		for (Object target : targets) {
			Object id = this.property.target().isInstance(target) ? this.holder.idOf(target) : null;
			if (id != null) {
				byId.put(id, target);
			}
		}
		return byId;
	}

	/**
	 * Hands targets in memory to the join aggregates that lead to them, after one of both
	 * was read.
	 * @param holder an association whose rows were read
	 */
	static void loaded(AssociationHolder holder) {
		AssociationProperty property = holder.property();
		Object owner = holder.owner();
		if (property == null || owner == null || (!property.isThrough() && property.leadingOn().isEmpty())
				|| !isSharing(holder)) {
			return;
		}
		if (holder instanceof ToChildrenHolder targets) {
			shareTargets(targets);
		}
		for (AssociationProperty onward : property.leadingOn()) {
			if (onward.holder(owner) instanceof ToChildrenHolder targets) {
				shareTargets(targets);
			}
		}
	}

	private static void shareTargets(ToChildrenHolder holder) {
		JoinAggregates joins = of(holder);
		if (joins != null) {
			joins.share();
		}
	}

	private void share() {
		Map<Object, Object> targets = byId(this.holder.inMemory());
		for (Object join : targets.isEmpty() ? List.of() : inMemory()) {
			BelongsToHolder<?, ?> source = source(join);
			Object key = (source != null) ? TypedKey.idOf(source.keyIfKnown()) : null;
			Object target = (key != null) ? targets.get(key) : null;
			if (source != null && target != null) {
				source.share(target);
			}
		}
	}

	/**
	 * Returns what the join aggregates of an owner without a row lead to, which no query
	 * can find.
	 */
	static List<Object> targetsWithoutRow(ToChildrenHolder holder) {
		boolean row = holder.attachment() != null && holder.idOf(holder.owner()) != null;
		JoinAggregates joins = row ? null : of(holder);
		return (joins != null && !joins.isNarrowed()) ? joins.targets() : List.of();
	}

	/**
	 * Tells whether a target is among {@link #targetsWithoutRow}.
	 */
	static boolean isTargetWithoutRow(ToChildrenHolder holder, Object target) {
		boolean row = holder.attachment() != null && holder.idOf(holder.owner()) != null;
		JoinAggregates joins = row ? null : of(holder);
		if (joins == null || joins.isNarrowed()) {
			return false;
		}
		return joins.path.isWritable() ? !joins.to(target).isEmpty()
				: joins.targets().stream().anyMatch((other) -> other == target);
	}

	private boolean isNarrowed() {
		return this.path.join().kind() == AssociationKind.BELONGS_TO || this.property.scopeShape().narrows()
				|| this.path.source().scopeShape().narrows();
	}

	private List<Object> targets() {
		Set<Object> targets = Collections.newSetFromMap(new IdentityHashMap<>());
		return inMemory().stream()
			.flatMap((join) -> targetsOf(join).stream())
			.filter(this.property.target()::isInstance)
			.<Object>map((target) -> target)
			.filter(targets::add)
			.toList();
	}

	private List<?> inMemory() {
		return (this.path.join().holder(this.holder.owner()) instanceof AssociationHolder joins) ? joins.inMemory()
				: List.of();
	}

	/**
	 * Saves a new target with what leads to it, or leaves nothing behind.
	 */
	static void creating(ToChildrenHolder holder, Object target, Runnable saving) {
		SingleJoin single = SingleJoin.of(holder);
		Runnable undo = (single != null) ? single.undo() : () -> {
		};
		try {
			saving.run();
		}
		catch (RuntimeException | Error ex) {
			JoinAggregates joins = of(holder);
			if (joins != null) {
				joins.unsavedTo(target).forEach(joins::drop);
			}
			undo.run();
			throw ex;
		}
	}

	private @Nullable AssociationProperty sourceOf(Object join) {
		AssociationProperty source = this.path.source();
		return (join.getClass() == source.owner()) ? source
				: this.holder.model().associationsOf(join.getClass()).get(source.name());
	}

	/**
	 * The reference of a join aggregate to its target, if it has one.
	 */
	@Nullable BelongsToHolder<?, ?> source(Object join) {
		AssociationProperty source = sourceOf(join);
		return (source != null && source.kind() == AssociationKind.BELONGS_TO) ? BelongsToHolder.in(join, source)
				: null;
	}

	BelongsToHolder<?, ?> requiredSource(Object join) {
		BelongsToHolder<?, ?> source = source(join);
		if (source == null) {
			throw new IllegalTargetException("%s cannot take in a %s, because %s of a new %s is null. Let it be %s."
				.formatted(this.holder.describe(), name(this.property.target()), this.path.source(),
						name(this.path.join().target()), "belongsTo(this)"));
		}
		return source;
	}

	/**
	 * Returns the id of the target that a join aggregate leads to.
	 * @param join a join aggregate
	 * @return the id, or {@code null} if it leads nowhere
	 */
	public @Nullable Object targetIdOf(Object join) {
		BelongsToHolder<?, ?> source = source(join);
		return (source != null) ? TypedKey.idOf(source.keyIfKnown()) : null;
	}

	/**
	 * Returns everything that changes in memory with a join aggregate.
	 * @param join a join aggregate
	 * @return the associations that know it, and its own that matter
	 */
	public List<AssociationHolder> around(Object join) {
		List<AssociationHolder> around = new ArrayList<>(List.of(joins()));
		BelongsToHolder<?, ?> reference = joins().referenceOf(join);
		if (reference != null) {
			around.add(reference);
		}
		BelongsToHolder<?, ?> source = source(join);
		if (source != null) {
			around.add(source);
			source.inMemory().forEach((target) -> forEachOtherSide(target, around::add));
		}
		return around;
	}

	private List<?> targetsOf(Object join) {
		AssociationProperty source = sourceOf(join);
		return (source != null && source.holder(join) instanceof AssociationHolder targets) ? targets.inMemory()
				: List.of();
	}

	/**
	 * Returns the join aggregates that lead to a target.
	 * @param target the target
	 * @return those in memory
	 */
	public List<Object> to(Object target) {
		List<?> candidates = candidates(target);
		List<Object> joins = new ArrayList<>(1);
		for (Object join : (candidates != null) ? candidates : inMemory()) {
			BelongsToHolder<?, ?> source = source(join);
			if (source != null && source.refersToRow(target)) {
				joins.add(join);
			}
		}
		return joins;
	}

	private @Nullable List<Object> candidates(Object target) {
		HasManyHolder<?> side = indexedSide();
		List<Object> candidates = (side != null && this.holder instanceof HasManyHolder<?> targets)
				? targets.joinIndex().to(target, this, side) : null;
		return (side != null && candidates != null) ? candidates.stream().filter(side::isPresent).toList() : null;
	}

	/**
	 * The join aggregates, if each of them tells when it leads to another target.
	 */
	private @Nullable HasManyHolder<?> indexedSide() {
		boolean indexed = this.path.isWritable() && this.path.join().keySide() != null;
		return (indexed && this.path.join().holder(this.holder.owner()) instanceof HasManyHolder<?> side) ? side : null;
	}

	/**
	 * The reference of a join aggregate that tells when it changes.
	 */
	@Nullable BelongsToHolder<?, ?> indexedSource(Object join) {
		return (join.getClass() == this.path.source().owner()) ? source(join) : null;
	}

	/**
	 * The key of the references that lead to a target.
	 */
	@Nullable Object keyFor(Object target) {
		Object id = this.holder.idOf(target);
		return (id != null && this.path.source().isPolymorphic()) ? TypedKey.to(target, id) : id;
	}

	private void index(Object join) {
		HasManyHolder<?> side = indexedSide();
		if (side != null && this.holder instanceof HasManyHolder<?> targets) {
			targets.joinIndex().added(join, this, side);
		}
	}

	/**
	 * Tells whether a join aggregate has no row.
	 */
	boolean isUnsaved(Object join) {
		Attachment attachment = this.holder.attachment();
		return (attachment != null) ? attachment.isNew(join) : this.holder.idOf(join) == null;
	}

	/**
	 * Returns the join aggregates without a row that lead to a target.
	 * @param target the target
	 * @return those that the next save inserts
	 */
	public List<Object> unsavedTo(Object target) {
		return to(target).stream().filter(this::isUnsaved).toList();
	}

	/**
	 * Returns the join aggregates without a row that were made because a target was
	 * added.
	 * @param target the target
	 * @return those that the application did not make
	 */
	public List<Object> madeFor(Object target) {
		return unsavedTo(target).stream().filter(this.holder.removedJoins()::isMade).toList();
	}

	boolean isPending(Object target) {
		return !unsavedTo(target).isEmpty();
	}

	/**
	 * Returns the targets that join aggregates without a row lead to.
	 */
	Set<Object> pendingTargets() {
		Set<Object> targets = Collections.newSetFromMap(new IdentityHashMap<>());
		inMemory().stream().filter(this::isUnsaved).forEach((join) -> targets.addAll(targetsOf(join)));
		return targets;
	}

	/**
	 * Tells whether a row may lead to a target, as opposed to what is in memory only.
	 */
	boolean mayHaveRow(Object target) {
		List<Object> joins = to(target);
		return joins.isEmpty() || !joins.stream().allMatch(this::isUnsaved)
				|| this.holder.removedJoins().isRead(target);
	}

	/**
	 * Makes a join aggregate that leads to a target, unless there is one.
	 */
	void connect(Object target) {
		requireWritable();
		boolean restored = this.holder.removedJoins().restore(target, this.holder.idOf(target));
		if (!restored && to(target).isEmpty() && !isTarget(target)) {
			make(target);
		}
	}

	void make(Object target) {
		ToChildrenHolder joins = joins();
		Object join = instantiate(joins);
		assign(requiredSource(join), target);
		this.holder.removedJoins().made(join);
		joins.wireAdded(join);
		joins.fillAssigned(join);
		index(join);
		showOtherSides(target, join);
	}

	void showOtherSides(Object target, Object join) {
		forEachOtherSide(target, (side) -> {
			side.fillAssigned(join);
			side.join(join);
		});
	}

	@SuppressWarnings("unchecked")
	static void assign(BelongsToHolder<?, ?> source, Object target) {
		((BelongsToHolder<Object, ?>) source).set(target);
	}

	private boolean isTarget(Object target) {
		if (this.holder instanceof HasManyHolder<?> targets) {
			return targets.isPresent(target);
		}
		Object id = this.holder.idOf(target);
		return id != null && this.holder.inMemory().stream().anyMatch((other) -> id.equals(this.holder.idOf(other)));
	}

	ToChildrenHolder joins() {
		if (this.path.join().holder(this.holder.owner()) instanceof ToChildrenHolder joins) {
			return joins;
		}
		throw new IllegalTargetException("%s cannot be changed, because %s is null. Let it be %s.".formatted(
				this.holder.describe(), this.path.join(),
				(this.path.join().kind() == AssociationKind.HAS_ONE) ? "hasOne(this)" : "hasMany(this)"));
	}

	private Object instantiate(ToChildrenHolder joins) {
		try {
			return joins.newTarget();
		}
		catch (IllegalTargetException ex) {
			throw new IllegalTargetException(
					("%s cannot make the %s that would lead to a %s: %s. Create it with references to both sides, and add "
							+ "it to %s instead.")
						.formatted(this.holder.describe(), name(this.path.join().target()),
								name(this.property.target()), this.path.join().target().isRecord() ? "it is a record"
										: "it has no usable no-argument constructor",
								this.path.join()));
		}
	}

	private static String name(Class<?> type) {
		return type.getSimpleName();
	}

	/**
	 * What a target has of the same join aggregates, so that saving it saves them.
	 */
	private void forEachOtherSide(Object target, Consumer<ToChildrenHolder> action) {
		for (AssociationProperty other : this.holder.model().associationsOf(target.getClass())) {
			AssociationProperty keySide = other.keySide();
			boolean same = keySide != null && keySide.field().equals(this.path.source().field());
			if (same && !other.scopeShape().narrows() && other.holder(target) instanceof ToChildrenHolder side) {
				action.accept(side);
			}
		}
	}

	/**
	 * Lets the join aggregates go that lead to a target. Their rows are deleted when the
	 * owner is saved.
	 */
	void disconnect(Object target) {
		requireWritable();
		boolean row = mayHaveRow(target);
		to(target).forEach((join) -> disconnect(target, join));
		if (row) {
			this.holder.removedJoins().add(target, this.holder.idOf(target));
		}
	}

	private void disconnect(Object target, Object join) {
		ToChildrenHolder joins = joins();
		BelongsToHolder<?, ?> source = Objects.requireNonNull(source(join));
		BelongsToHolder<?, ?> reference = joins.referenceOf(join);
		if (!isUnsaved(join)) {
			Object sourceBefore = source.memento();
			Object referenceBefore = (reference != null) ? reference.memento() : source;
			this.holder.removedJoins().add(target, () -> {
				source.restore(sourceBefore);
				source.share(target);
				if (reference != null) {
					reference.restore(referenceBefore);
					reference.share(this.holder.owner());
				}
				bringBack(target, join);
			});
		}
		drop(join, reference);
		forEachOtherSide(target, (side) -> side.leave(join));
		empty(source);
	}

	private void bringBack(Object target, Object join) {
		List<ToChildrenHolder> sides = new ArrayList<>(List.of(joins()));
		forEachOtherSide(target, sides::add);
		sides.forEach((side) -> {
			side.fillAssigned(join);
			side.join(join);
		});
	}

	/**
	 * Lets a join aggregate go whose row was deleted.
	 * @param join the join aggregate
	 */
	public void drop(Object join) {
		BelongsToHolder<?, ?> source = source(join);
		Object target = (source != null) ? source.inMemory().stream().findFirst().orElse(null) : null;
		drop(join, joins().referenceOf(join));
		if (source != null && target != null) {
			forEachOtherSide(target, (side) -> side.leave(join));
			empty(source);
		}
	}

	private void drop(Object join, @Nullable BelongsToHolder<?, ?> reference) {
		joins().leave(join);
		if (reference != null) {
			empty(reference);
		}
	}

	private static void empty(BelongsToHolder<?, ?> reference) {
		try {
			reference.set(null);
		}
		catch (ImmutableForeignKeyException ex) {
			reference.reload();
		}
	}

	/**
	 * Returns the join aggregates that lead to the present targets.
	 * @return those in memory
	 */
	public List<Object> present() {
		return this.holder.inMemory().stream().flatMap((target) -> to(target).stream()).toList();
	}

	/**
	 * Returns the join aggregates with some ids.
	 * @param ids the ids
	 * @return those in memory
	 */
	public List<Object> withIds(Collection<?> ids) {
		return inMemory().stream()
			.filter((join) -> ids.contains(this.holder.idOf(join)))
			.<Object>map((join) -> join)
			.toList();
	}

	/**
	 * Which of several join aggregates a has-one would have to change is not known.
	 */
	private boolean isWritable() {
		boolean oneOfMany = this.property.kind() == AssociationKind.HAS_ONE
				&& this.path.join().kind() == AssociationKind.HAS_MANY;
		return this.path.isWritable() && !oneOfMany;
	}

	void requireWritable() {
		if (!isWritable()) {
			String join = name(this.path.join().target());
			throw new ReadOnlyAssociationException(
					("%s is read only: it goes through %s to %s, and nothing says which %s would have to change. Change %s "
							+ "of the %s that is meant.")
						.formatted(this.holder.describe(), this.path.join(), this.path.source(), join,
								this.path.source(), join));
		}
	}

}
