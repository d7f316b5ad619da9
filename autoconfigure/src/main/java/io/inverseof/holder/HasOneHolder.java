package io.inverseof.holder;

import java.io.Serial;
import java.io.Serializable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import java.util.List;
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

	@Override
	public boolean isLoaded() {
		return this.state.phase() != Phase.UNREAD;
	}

	@Override
	public boolean isRead() {
		return this.state.phase() == Phase.READ || this.state.phase() == Phase.ASSIGNED;
	}

	@Override
	public List<?> inMemory() {
		Object target = this.state.target();
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
		State current = this.state;
		return (T) switch (current.phase()) {
			case READ, ASSIGNED -> current.target();
			case SHARED -> readShared(current);
			case UNREAD -> load(current);
		};
	}

	private @Nullable Object readShared(State current) {
		Attachment attachment = this.attachment;
		AssociationProperty property = property();
		boolean first = STATE.compareAndSet(this, current, new State(Phase.READ, current.target()));
		if (first && attachment != null && property != null) {
			attachment.avoided(property, AvoidedReason.INVERSE);
		}
		return current.target();
	}

	private @Nullable Object load(State current) {
		Attachment attachment = this.attachment;
		if (attachment == null || property() == null || idOf(this.owner) == null) {
			return null;
		}
		List<?> rows = attachment.loadChildren(this, new ChildQuery.First(1));
		changing();
		State read = new State(Phase.READ, rows.isEmpty() ? null : rows.get(0));
		return STATE.compareAndSet(this, current, read) ? read.target() : orNull();
	}

	@Override
	public void set(@Nullable T target) {
		if (target != null) {
			requireTarget(target);
		}
		Object replaced = this.state.target();
		if (target != null && replaced == target) {
			return;
		}
		if (replaced != null) {
			wireRemoved(replaced);
		}
		if (target != null) {
			wireAdded(target);
		}
		changing();
		this.state = new State(Phase.ASSIGNED, target);
	}

	@Override
	@SuppressWarnings("unchecked")
	public T build(Consumer<? super T> attributes) {
		T target = (T) instantiateTarget();
		wireAdded(target);
		attributes.accept(target);
		set(target);
		return target;
	}

	/**
	 * A scope may have another row to offer, which only a query can tell.
	 */
	@Override
	public void leave(Object child) {
		State current = this.state;
		if (current.target() == child) {
			changing();
			this.state = isScoped() ? State.UNREAD : new State(Phase.READ, null);
		}
	}

	private boolean isScoped() {
		AssociationProperty property = property();
		return property != null && property.scope() != null;
	}

	@Override
	public void fillLoaded(Object child) {
		State current = this.state;
		if (current.phase() == Phase.UNREAD) {
			changing();
			STATE.compareAndSet(this, current, new State(Phase.SHARED, child));
		}
	}

	@Override
	public void fillAssigned(Object child) {
		changing();
		this.state = new State(Phase.ASSIGNED, child);
	}

	private void changing() {
		if (this.attachment != null) {
			this.attachment.changing(this);
		}
	}

	@Override
	public Object memento() {
		State current = this.state;
		return (current.phase() == Phase.ASSIGNED) ? current : State.UNREAD;
	}

	@Override
	public void restore(Object memento) {
		State restored = (State) memento;
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
		State current = this.state;
		if (current.phase() == Phase.UNREAD) {
			return name + "[not loaded]";
		}
		Object target = current.target();
		Object id = (target != null) ? idOf(target) : null;
		return name + ((target == null) ? "[empty]" : "[" + ((id != null) ? id : "unsaved") + "]");
	}

	private enum Phase {

		/** Nobody has asked. */
		UNREAD,

		/** The other side has handed out the target. */
		SHARED,

		/** The target was asked for. */
		READ,

		/** The target was assigned in memory. */
		ASSIGNED

	}

	private record State(Phase phase, @Nullable Object target) implements Serializable {

		@Serial
		private static final long serialVersionUID = 1L;

		static final State UNREAD = new State(Phase.UNREAD, null);

	}

}
