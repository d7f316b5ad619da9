package io.inverseof.holder;

import java.io.Serial;
import java.io.Serializable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import io.inverseof.EmptyAssociationException;
import io.inverseof.HasOne;
import io.inverseof.model.AssociationProperty;
import org.jspecify.annotations.Nullable;

/**
 * The object behind {@link HasOne}. Like a belongs-to it exchanges one immutable state
 * atomically and holds no lock while it loads.
 *
 * @param <T> the type of the target
 * @since 0.1.0
 */
public final class HasOneHolder<T> implements HasOne<T>, ToChildrenHolder, Serializable {

	@Serial
	private static final long serialVersionUID = 1L;

	private static final VarHandle STATE;

	static {
		try {
			STATE = MethodHandles.lookup().findVarHandle(HasOneHolder.class, "state", State.class);
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	private Object owner;

	private transient @Nullable AssociationProperty property;

	private transient @Nullable Attachment attachment;

	private transient @Nullable WeakReference<ToChildrenHolder> self;

	private transient @Nullable KeptMementos kept;

	private transient @Nullable RemovedJoins removedJoins;

	private volatile State state = State.UNREAD;

	HasOneHolder(Object owner) {
		this.owner = owner;
	}

	@Override
	public Object owner() {
		return this.owner;
	}

	@Override
	public @Nullable AssociationProperty property() {
		AssociationProperty property = this.property;
		if (property == null) {
			property = AssociationHolder.locate(this, this.owner);
			this.property = property;
		}
		return property;
	}

	@Override
	public @Nullable Attachment attachment() {
		return this.attachment;
	}

	@Override
	public void bind(Object owner, AssociationProperty property, @Nullable Attachment attachment) {
		this.owner = owner;
		this.property = property;
		this.attachment = attachment;
	}

	@Override
	public WeakReference<ToChildrenHolder> self() {
		WeakReference<ToChildrenHolder> self = this.self;
		if (self == null) {
			self = new WeakReference<>(this);
			this.self = self;
		}
		return self;
	}

	/**
	 * The state, without what a rollback took back.
	 */
	private State current() {
		State current = this.state;
		if (current.epoch() == null || !current.epoch().isRolledBack()) {
			return current;
		}
		STATE.compareAndSet(this, current, State.UNREAD);
		return this.state;
	}

	@Override
	public boolean isLoaded() {
		State current = current();
		return current.phase() == Phase.AHEAD ? isAhead(ReadAhead.Standing.CURRENT) : current.phase() != Phase.UNREAD;
	}

	private boolean isAhead(ReadAhead.Standing standing) {
		ReadAhead ahead = this.state.ahead();
		return ahead != null && ahead.standing() == standing;
	}

	@Override
	public @Nullable Object awaitedKey() {
		Phase phase = current().phase();
		boolean awaited = phase == Phase.UNREAD || (phase == Phase.AHEAD && isAhead(ReadAhead.Standing.ELSEWHERE));
		return awaited ? idOf(this.owner) : null;
	}

	@Override
	public @Nullable ReadAhead ahead() {
		State current = current();
		return (current.phase() == Phase.AHEAD) ? current.ahead() : null;
	}

	@Override
	public void readAhead(ReadAhead ahead) {
		State current = current();
		if (current.isUnread()) {
			STATE.compareAndSet(this, current, new State(Phase.AHEAD, null, ahead, null, null));
		}
	}

	@Override
	public void preload(ReadAhead ahead) {
		State current = current();
		if (current.isUnread()) {
			Object target = first(ahead.rows());
			if (STATE.compareAndSet(this, current, new State(Phase.READ, target, ahead, epoch(), null))) {
				JoinAggregates.loaded(this);
			}
		}
	}

	private @Nullable Object first(List<?> rows) {
		return rows.isEmpty() ? null : JoinAggregates.known(this, rows.subList(0, 1)).get(0);
	}

	@Override
	public boolean isRead() {
		return current().phase() == Phase.READ || current().phase() == Phase.ASSIGNED;
	}

	@Override
	public List<?> inMemory() {
		Object target = current().target();
		return (target != null) ? List.of(target) : List.of();
	}

	@Override
	public void reload() {
		if (loadable()) {
			changing();
			this.state = State.UNREAD;
		}
	}

	private boolean loadable() {
		return this.attachment != null && idOf(this.owner) != null;
	}

	@Override
	public T get() {
		T target = orNull();
		if (target == null) {
			AssociationProperty property = property();
			throw new EmptyAssociationException(
					"%s is empty: no %s refers to it. Use orNull(), optional() or isPresent() where that is allowed."
						.formatted(describe(), (property != null) ? property.target().getSimpleName() : "row"));
		}
		return target;
	}

	@Override
	@SuppressWarnings("unchecked")
	public @Nullable T orNull() {
		State current = current();
		return (T) switch (current.phase()) {
			case READ -> (current.ahead() != null) ? readPreloaded(current, current.ahead()) : current.target();
			case ASSIGNED -> current.target();
			case SHARED -> readShared(current);
			case UNREAD, AHEAD -> load(current);
		};
	}

	private @Nullable Object readPreloaded(State current, ReadAhead ahead) {
		if (STATE.compareAndSet(this, current, State.read(current.target(), current.epoch()))) {
			countAvoided(ahead.taken(), current.target());
		}
		return current.target();
	}

	private @Nullable Object readShared(State current) {
		if (STATE.compareAndSet(this, current, State.read(current.target(), current.epoch()))) {
			countAvoided(AvoidedReason.INVERSE, current.target());
		}
		return current.target();
	}

	private @Nullable Object load(State current) {
		List<?> led = LeadingReference.targets(this);
		if (led != null) {
			return led.isEmpty() ? null : led.get(0);
		}
		Attachment attachment = this.attachment;
		if (attachment == null || property() == null || idOf(this.owner) == null) {
			return JoinAggregates.targetsWithoutRow(this).stream().findFirst().orElse(null);
		}
		FoundChildren found = attachment.findChildren(this, current.ahead());
		State read = State.read(first(found.rows()), attachment.epoch());
		if (!STATE.compareAndSet(this, current, read)) {
			return orNull();
		}
		countAvoided(found.avoided(), read.target());
		JoinAggregates.loaded(this);
		return read.target();
	}

	@Override
	public void set(@Nullable T target) {
		if (target != null) {
			requireTarget(target);
		}
		State before = current();
		if (target != null && before.target() == target) {
			return;
		}
		SingleJoin join = SingleJoin.of(this);
		if (join != null) {
			Object open = leadOn(join, target, before);
			changing();
			this.state = State.assigned(target, open);
			return;
		}
		Object replaced = replacedBy(target, before);
		boolean stays = before.target() != null && JoinAggregates.of(this) != null
				&& isSameRow(before.target(), target);
		if (before.target() != null && !stays) {
			wireRemoved(before.target());
		}
		if (target != null && !stays) {
			wireAdded(target);
		}
		changing();
		this.state = State.assigned(target, replaced);
	}

	/**
	 * Lets the only join aggregate lead to another target, or go.
	 * @return what tells the next save to look for its row, because that is not in memory
	 */
	private @Nullable Object leadOn(SingleJoin join, @Nullable Object target, State before) {
		if (target == null) {
			boolean empty = before.phase() == Phase.READ && before.target() == null && join.present() == null;
			if (before.target() != null) {
				wireRemoved(before.target());
			}
			join.letGo();
			return empty ? null : rowOfJoin(before);
		}
		if (before.target() != null && isSameRow(before.target(), target)) {
			return before.replaced();
		}
		boolean known = join.lead(target);
		if (!known) {
			wireAdded(target);
		}
		boolean made = join.unsaved() != null && (!known || before.replaced() != null);
		return made ? rowOfJoin(before) : null;
	}

	private @Nullable Object rowOfJoin(State before) {
		Attachment attachment = this.attachment;
		Object former = (before.replaced() != null) ? before.replaced() : before.target();
		boolean row = former != null && (attachment == null || !attachment.isNew(former));
		return !mayHaveRow() ? null : row ? former : Unread.TARGET;
	}

	/**
	 * The row that is the target now, which the next save of the owner is to let go of.
	 */
	private @Nullable Object replacedBy(@Nullable Object target, State current) {
		if (!mayHaveRow()) {
			return null;
		}
		Object replaced = switch (current.phase()) {
			case UNREAD, AHEAD -> Unread.TARGET;
			case SHARED, READ -> current.target();
			case ASSIGNED -> (current.replaced() != null) ? current.replaced() : savedTarget(current);
		};
		Attachment attachment = this.attachment;
		boolean row = replaced != null && !isSameRow(replaced, target)
				&& (replaced == Unread.TARGET || attachment == null || !attachment.isNew(replaced));
		return row ? replaced : null;
	}

	private boolean isSameRow(Object replaced, @Nullable Object target) {
		Object id = (target != null && replaced.getClass() == target.getClass()) ? idOf(target) : null;
		return replaced == target || (id != null && id.equals(idOf(replaced)));
	}

	/**
	 * The target that was assigned, if it has been saved by itself since.
	 */
	private @Nullable Object savedTarget(State current) {
		JoinAggregates joins = JoinAggregates.of(this);
		if (joins != null) {
			return (current.target() != null && joins.mayHaveRow(current.target())) ? current.target() : null;
		}
		BelongsToHolder<?, ?> reference = (current.target() != null) ? referenceOf(current.target()) : null;
		return (reference != null && !reference.isChanged()) ? current.target() : null;
	}

	/**
	 * An owner that no repository loaded may be nested input for a row, whose id comes
	 * later.
	 */
	private boolean mayHaveRow() {
		Attachment attachment = this.attachment;
		return attachment == null || !attachment.isNew(this.owner);
	}

	@Override
	public PendingChanges pendingChanges() {
		State current = current();
		if (current.phase() != Phase.ASSIGNED) {
			return new PendingChanges(List.of(), List.of(), false);
		}
		List<?> added = inMemory();
		if (current.replaced() == null) {
			return new PendingChanges(added, List.of(), false);
		}
		boolean unread = current.replaced() == Unread.TARGET;
		return new PendingChanges(added, unread ? List.of() : List.of(current.replaced()), unread);
	}

	@Override
	public boolean isAdded(Object child) {
		State current = current();
		return current.phase() == Phase.ASSIGNED && current.target() == child;
	}

	@Override
	public void replace(Object target, Object saved) {
		State current = current();
		if (current.target() == target) {
			changing();
			this.state = new State(current.phase(), saved, current.ahead(), current.epoch(), current.replaced());
		}
	}

	@Override
	@SuppressWarnings("unchecked")
	public void takeIn(Object child) {
		if (JoinAggregates.of(this) != null) {
			fillAssigned(child);
			return;
		}
		set((T) child);
	}

	@Override
	public void takeRemoved(Object child) {
		State current = current();
		if (current.target() != child) {
			changing();
			this.state = State.assigned((current.phase() == Phase.ASSIGNED) ? current.target() : null, child);
		}
	}

	@Override
	public void changesSaved(PendingChanges changes) {
		State current = current();
		boolean same = changes.added().isEmpty() ? current.target() == null
				: changes.added().stream().anyMatch((target) -> target == current.target());
		if (current.phase() == Phase.ASSIGNED && same) {
			changing();
			written(changes);
			this.state = State.read(current.target(), null);
			RemovedJoins.forget(this.removedJoins);
		}
	}

	@Override
	@SuppressWarnings("unchecked")
	public T build(Consumer<? super T> attributes) {
		T target = (T) newTarget();
		wireNew(target);
		attributes.accept(target);
		set(target);
		return target;
	}

	@Override
	@SuppressWarnings("unchecked")
	public T create(Consumer<? super T> attributes) {
		Attachment creator = creator();
		T target = (T) newTarget();
		wireNew(target);
		attributes.accept(target);
		JoinAggregates.creating(this, target, () -> {
			SingleJoin join = SingleJoin.of(this);
			if (join == null || !join.lead(target)) {
				wireAdded(target);
			}
			creator.create(this, target);
		});
		set(target);
		changesSaved(pendingChanges());
		return target;
	}

	/**
	 * A scope may have another row to offer, which only a query can tell.
	 */
	@Override
	public void leave(Object child) {
		State current = current();
		if (current.target() == child) {
			changing();
			this.state = (current.replaced() != null) ? State.assigned(null, current.replaced())
					: isScoped() ? State.UNREAD : State.read(null, null);
		}
	}

	private boolean isScoped() {
		AssociationProperty property = property();
		return property != null && property.scope() != null;
	}

	@Override
	public void fillLoaded(Object child) {
		State current = current();
		if (current.isUnread()) {
			STATE.compareAndSet(this, current, new State(Phase.SHARED, child, null, epoch(), null));
		}
	}

	@Override
	public void fillAssigned(Object child) {
		changing();
		this.state = State.assigned(child, current().replaced());
	}

	@Override
	public Object memento() {
		State current = current();
		return new Memento<>(this.owner, (current.phase() == Phase.ASSIGNED) ? current : State.UNREAD);
	}

	@Override
	public synchronized KeptMementos kept() {
		KeptMementos kept = this.kept;
		if (kept == null) {
			kept = new KeptMementos();
			this.kept = kept;
		}
		return kept;
	}

	@Override
	public synchronized RemovedJoins removedJoins() {
		RemovedJoins removed = this.removedJoins;
		if (removed == null) {
			removed = new RemovedJoins();
			this.removedJoins = removed;
		}
		return removed;
	}

	@Override
	@SuppressWarnings("unchecked")
	public void restore(Object memento) {
		RemovedJoins.forget(this.removedJoins);
		Memento<State> before = (Memento<State>) memento;
		this.owner = Objects.requireNonNull(before.owner());
		State restored = before.state();
		Object target = restored.target();
		BelongsToHolder<?, ?> reference = (target != null) ? referenceOf(target) : null;
		boolean elsewhere = reference != null && !reference.refersToRow(this.owner);
		this.state = elsewhere ? State.UNREAD : restored;
		if (reference != null && !elsewhere) {
			reference.joined(this);
		}
	}

	@Override
	public String toString() {
		AssociationProperty property = this.property;
		String name = (property != null) ? property.toString() : "HasOne";
		State current = current();
		if (current.isUnread()) {
			return name + "[not loaded]";
		}
		Object target = current.target();
		Object id = (target != null) ? idOf(target) : null;
		return name + ((target == null) ? "[empty]" : "[" + ((id != null) ? id : "unsaved") + "]");
	}

	private enum Phase {

		/** Nobody has asked. */
		UNREAD,

		/** Nobody has asked, and the target was read together with others. */
		AHEAD,

		/** The other side has handed out the target. */
		SHARED,

		/** The target was asked for. */
		READ,

		/** The target was assigned in memory. */
		ASSIGNED

	}

	/**
	 * Stands for a row that nobody has read.
	 */
	private enum Unread {

		/** The target at the time of the next save. */
		TARGET

	}

	private record State(Phase phase, @Nullable Object target, @Nullable ReadAhead ahead, @Nullable Epoch epoch,
			@Nullable Object replaced) implements Serializable {

		@Serial
		private static final long serialVersionUID = 1L;

		static final State UNREAD = new State(Phase.UNREAD, null, null, null, null);

		static State read(@Nullable Object target, @Nullable Epoch epoch) {
			return new State(Phase.READ, target, null, epoch, null);
		}

		static State assigned(@Nullable Object target, @Nullable Object replaced) {
			return new State(Phase.ASSIGNED, target, null, null, replaced);
		}

		boolean isUnread() {
			return this.phase == Phase.UNREAD || this.phase == Phase.AHEAD;
		}

		/** What was read ahead stays behind. */
		@Serial
		private Object writeReplace() {
			return (this.phase == Phase.AHEAD) ? UNREAD : (this.ahead == null && this.epoch == null) ? this
					: new State(this.phase, this.target, null, null, this.replaced);
		}

	}

}
