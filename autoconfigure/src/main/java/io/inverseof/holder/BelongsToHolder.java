package io.inverseof.holder;

import java.io.Serial;
import java.io.Serializable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import java.util.List;
import java.lang.reflect.Modifier;
import java.util.Objects;
import java.util.function.Consumer;

import io.inverseof.BelongsTo;
import io.inverseof.IllegalTargetException;
import io.inverseof.UnreadKeyException;
import io.inverseof.UnsavedTargetException;
import io.inverseof.model.AssociationModel;
import io.inverseof.model.AssociationProperty;
import io.inverseof.model.EntityIds;
import io.inverseof.model.PolymorphicTargets;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ReflectionUtils;

/**
 * The object behind {@link BelongsTo}. Its state is one immutable {@link KeyState} that
 * is exchanged atomically, so that no lock is held while a target is loaded and the first
 * result published wins.
 *
 * @param <T> the type of the target
 * @param <ID> the type of the target's id
 * @since 0.1.0
 */
public final class BelongsToHolder<T, ID> implements BelongsTo<T, ID>, AssociationHolder, Serializable {

	@Serial
	private static final long serialVersionUID = 1L;

	private static final VarHandle STATE;

	static {
		try {
			STATE = MethodHandles.lookup().findVarHandle(BelongsToHolder.class, "state", KeyState.class);
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	private @Nullable Object owner;

	private transient @Nullable AssociationProperty property;

	private transient @Nullable Attachment attachment;

	private transient @Nullable Sides sides;

	private volatile KeyState state;

	private transient volatile boolean deferred;

	private transient volatile boolean keyOfRow;

	private transient volatile @Nullable FormerTargets former;

	private transient @Nullable KeptMementos kept;

	private transient volatile @Nullable Superseded superseded;

	private BelongsToHolder(@Nullable Object owner, KeyState state) {
		this.owner = owner;
		this.state = state;
	}

	static <T, ID> BelongsToHolder<T, ID> of(Object owner) {
		return new BelongsToHolder<>(owner, KeyState.EMPTY);
	}

	static <T, ID> BelongsToHolder<T, ID> to(Object target) {
		return new BelongsToHolder<>(null, KeyState.assigned(target, null));
	}

	static <T, ID> BelongsToHolder<T, ID> toId(Class<?> type, Object id) {
		return new BelongsToHolder<>(null, KeyState.keyed(TypedKey.of(PolymorphicTargets.nameOf(type), id)));
	}

	static <T, ID> BelongsToHolder<T, ID> toId(@Nullable Object id) {
		return new BelongsToHolder<>(null, KeyState.keyed(id));
	}

	/**
	 * Makes the reference of a row.
	 * @param id the key, or {@code null} for none
	 * @return a new holder
	 */
	public static BelongsToHolder<Object, Object> hydrated(@Nullable Object id) {
		BelongsToHolder<Object, Object> holder = new BelongsToHolder<>(null,
				(id != null) ? KeyState.hydrated(id) : KeyState.EMPTY);
		holder.keyOfRow = true;
		return holder;
	}

	/**
	 * Makes the reference of a row whose key the query did not read.
	 * @return a new holder
	 */
	public static BelongsToHolder<Object, Object> unread() {
		return new BelongsToHolder<>(null, KeyState.UNKNOWN);
	}

	/**
	 * Fills a field that the class left {@code null}.
	 */
	private static @Nullable BelongsToHolder<?, ?> create(Object entity, AssociationProperty property) {
		if (property.path().size() > 1 || Modifier.isFinal(property.field().getModifiers())) {
			return null;
		}
		BelongsToHolder<?, ?> created = of(entity);
		created.bind(entity, property, null);
		ReflectionUtils.setField(property.field(), entity, created);
		return created;
	}

	static @Nullable BelongsToHolder<?, ?> in(Object entity, AssociationProperty property) {
		if (!(property.holder(entity) instanceof BelongsToHolder<?, ?> holder)) {
			return create(entity, property);
		}
		if (holder.property == null || holder.owner != entity) {
			holder.bind(entity, holder.valid(property), holder.attachment);
		}
		return holder;
	}

	private AssociationProperty valid(AssociationProperty property) {
		AssociationProperty own = model().associationsOf(property.owner()).get(property.name());
		return (own != null) ? own : property;
	}

	/**
	 * Takes the key of a row over from another holder, in place.
	 * @param row the holder that was made for the row
	 */
	public void hydrate(BelongsToHolder<?, ?> row) {
		changing();
		KeyState before = this.state;
		this.state = row.state;
		this.keyOfRow = row.keyOfRow;
		if (!isSameTarget(before, row.state)) {
			leaveSides();
		}
	}

	private boolean isSameTarget(KeyState one, KeyState other) {
		if (one.target() != null && one.target() == other.target()) {
			return true;
		}
		Object key = keyOf(one);
		return key != null && key.equals(keyOf(other));
	}

	/**
	 * Takes the type of a row, if there is an id that it is the type of.
	 * @param type what the type column holds, or {@code null}
	 */
	public void hydrateType(@Nullable String type) {
		KeyState row = this.state;
		Object id = row.id();
		if (type != null && id != null && row.phase() == KeyState.Phase.HYDRATED && !(id instanceof TypedKey)) {
			this.state = KeyState.hydrated(TypedKey.of(type, id));
		}
	}

	/**
	 * Takes the key of a row over from the plain property that the association follows.
	 * @param known whether the query read the column
	 */
	public void hydrateFollowed(boolean known) {
		AssociationProperty property = property();
		if (property == null || this.owner == null) {
			return;
		}
		Object key = known ? FollowedKey.read(property, this.owner) : null;
		this.state = (key != null) ? KeyState.hydrated(key) : known ? KeyState.EMPTY : KeyState.UNKNOWN;
		this.keyOfRow = known;
	}

	/**
	 * Is told that the owner was saved, and so the key is the one of the row.
	 */
	public void saved() {
		if (this.deferred) {
			return;
		}
		written(PendingChanges.NONE);
		this.keyOfRow = true;
		KeyState current = this.state;
		Object key = current.isAssigned() ? keyOf(current) : null;
		if (key != null) {
			changing();
			this.state = KeyState.hydrated(key).read(current.target(), null);
			Object owner = this.owner;
			if (owner != null) {
				forEachSide((side) -> side.childSaved(owner));
			}
		}
	}

	/**
	 * Tells whether the key is the one that was read from the row or written to it last.
	 * @return {@code false} if it was changed since, or nobody knows
	 */
	public boolean isKeyOfRow() {
		current();
		return this.keyOfRow;
	}

	/**
	 * Visits the objects that this reference led to before its key changed, where others
	 * want to know.
	 * @param action is handed each one that is still in memory
	 */
	public void forEachFormerTarget(Consumer<Object> action) {
		FormerTargets former = this.former;
		if (former != null) {
			former.forEach(action);
		}
	}

	/**
	 * Is told that the key is about to change.
	 */
	private void leaveTarget(KeyState before) {
		this.keyOfRow = false;
		AssociationProperty property = property();
		if (property != null && property.isObservedByTarget()) {
			this.former = FormerTargets.with(this.former, before.target());
			forEachSide((side) -> this.former = FormerTargets.with(this.former, side.owner()));
		}
	}

	/**
	 * Tells whether the target was assigned and not saved since.
	 * @return whether the row does not have the key yet
	 */
	public boolean isChanged() {
		return this.state.isAssigned();
	}

	@Override
	public @Nullable Object owner() {
		return this.owner;
	}

	@Override
	public @Nullable AssociationProperty property() {
		AssociationProperty property = this.property;
		if (property == null && this.owner != null) {
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
		forgetType(property);
	}

	/**
	 * Only a polymorphic association has a column for the type that a reference names.
	 */
	private void forgetType(AssociationProperty property) {
		KeyState current = this.state;
		if (!property.isPolymorphic() && current.id() instanceof TypedKey typed) {
			STATE.compareAndSet(this, current, KeyState.keyed(typed.id()));
		}
	}

	/**
	 * The state, without what a rollback took back.
	 */
	private KeyState valid() {
		KeyState current = this.state;
		if (!current.isRolledBack()) {
			return current;
		}
		STATE.compareAndSet(this, current, current.unread());
		return this.state;
	}

	/**
	 * The state, after a look at the plain property that the association follows, if any.
	 */
	private KeyState current() {
		KeyState current = valid();
		AssociationProperty property = property();
		if (property == null || property.followed().isEmpty() || this.owner == null) {
			return current;
		}
		Object key = FollowedKey.read(property, this.owner);
		if (Objects.equals(key, current.id())) {
			return current;
		}
		KeyState followed = KeyState.keyed(key);
		if (STATE.compareAndSet(this, current, followed)) {
			leaveTarget(current);
			leaveSides();
		}
		return this.state;
	}

	@Override
	@SuppressWarnings({ "unchecked", "NullAway" })
	public @Nullable ID getId() {
		return (ID) TypedKey.idOf(key());
	}

	/**
	 * Returns the foreign key, a {@link TypedKey} if the association is polymorphic.
	 * @return the key, or {@code null} when empty or the target has no id
	 */
	public @Nullable Object key() {
		KeyState current = current();
		if (current.phase() == KeyState.Phase.UNKNOWN) {
			throw ReferenceErrors.unreadKey(this);
		}
		return keyOf(current);
	}

	private @Nullable Object keyOf(KeyState current) {
		Object target = current.target();
		return (current.isAssigned() && target != null) ? keyFor(target) : current.id();
	}

	/**
	 * The key that refers to an object.
	 */
	@Nullable Object keyFor(Object target) {
		Object id = idOf(target);
		return (id != null && isPolymorphic()) ? TypedKey.to(target, id) : id;
	}

	private boolean isPolymorphic() {
		AssociationProperty property = property();
		return property != null && property.isPolymorphic();
	}

	/**
	 * Returns the foreign key, if it is known.
	 * @return the key, or {@code null} when empty, unread, or the target has no id
	 */
	public @Nullable Object keyIfKnown() {
		return keyOf(current());
	}

	/**
	 * Returns the key to write into the column.
	 * @return the key, or {@code null} for {@code NULL}
	 * @throws UnreadKeyException if the column was not read
	 * @throws UnsavedTargetException if the target has no id yet
	 */
	public @Nullable Object keyToWrite() {
		Object key = this.deferred ? null : key();
		KeyState current = this.state;
		Object target = current.target();
		if (key == null && current.isAssigned() && target != null && !this.deferred) {
			throw ReferenceErrors.unsavedTarget(this, target);
		}
		if (key != null && !(key instanceof TypedKey) && !current.isRead() && isPolymorphic()) {
			throw PolymorphicErrors.untyped(this, key);
		}
		if (key instanceof TypedKey typed && !current.isRead()) {
			PolymorphicErrors.requireType(this, typed);
		}
		return TypedKey.idOf(key);
	}

	/**
	 * Returns the type to write into the column beside the key.
	 * @return the name of the target's class, or {@code null} for {@code NULL}
	 * @throws UnreadKeyException if the column was not read
	 */
	public @Nullable String typeToWrite() {
		return this.deferred ? null : TypedKey.typeOf(key());
	}

	/**
	 * Lets the owner be written without its key, because the target needs the owner's
	 * first.
	 * @param deferred whether the key is to be written later
	 */
	public void deferKey(boolean deferred) {
		this.deferred = deferred;
	}

	/**
	 * Tells whether the owner is being written without its key.
	 * @return whether the key is written later
	 */
	public boolean isDeferred() {
		return this.deferred;
	}

	/**
	 * Tells whether nobody has looked at the target, so that the row is as good as what
	 * is in memory.
	 */
	boolean isAsRead() {
		KeyState current = current();
		return current.fromRow() || current.phase() == KeyState.Phase.UNKNOWN;
	}

	/**
	 * Puts the object that saving made of the owner in its place wherever the owner is a
	 * child in memory.
	 * @param original the object that was saved
	 * @param saved what became of it
	 */
	public void replaceInSides(Object original, Object saved) {
		forEachSide((side) -> side.replace(original, saved));
	}

	/**
	 * Visits the has-one and has-many associations that the owner is on.
	 * @param action is handed each one
	 */
	public void forEachSide(Consumer<ToChildrenHolder> action) {
		Sides sides = this.sides;
		if (sides != null) {
			sides.forEach(action);
		}
	}

	/**
	 * Remembers the immutable object that the present owner was made of, for the
	 * application may save that one as well.
	 * @param original an object without a row
	 * @param saved what became of it
	 */
	public void supersede(Object original, Object saved) {
		this.superseded = new Superseded(new WeakReference<>(original), saved);
	}

	/**
	 * Forgets what {@link #supersede(Object, Object)} remembered.
	 */
	public void forgetSuperseded() {
		this.superseded = null;
	}

	/**
	 * Tells what became of an object, whoever has this reference at present.
	 * @param original an immutable object that has no row
	 * @return the saved object, or {@code null} if none is known
	 */
	public @Nullable Object savedAs(Object original) {
		Superseded superseded = this.superseded;
		return (superseded != null && superseded.original().refersTo(original)) ? superseded.saved() : null;
	}

	/**
	 * Returns the target that was assigned and not saved since.
	 * @return the target, or {@code null}
	 */
	public @Nullable Object assignedTarget() {
		KeyState current = current();
		return current.isAssigned() ? current.target() : null;
	}

	/**
	 * Puts the object that saving made of an assigned target in its place.
	 * @param saved the saved target
	 */
	public void retarget(Object saved) {
		KeyState current = this.state;
		if (current.isAssigned() && current.target() != null) {
			this.state = KeyState.assigned(saved, current.id());
			JoinIndex.moved(this);
		}
	}

	@Override
	public boolean isLoaded() {
		return switch (current().phase()) {
			case EMPTY, SHARED, READ, ASSIGNED -> true;
			case AHEAD -> isCurrent(this.state.ahead());
			case UNKNOWN, HYDRATED, KEYED, FORGOTTEN -> false;
		};
	}

	private static boolean isCurrent(@Nullable ReadAhead ahead) {
		return ahead != null && ahead.standing() == ReadAhead.Standing.CURRENT;
	}

	@Override
	public @Nullable Object awaitedKey() {
		KeyState current = current();
		boolean elsewhere = current.phase() == KeyState.Phase.AHEAD && current.ahead() != null
				&& current.ahead().standing() == ReadAhead.Standing.ELSEWHERE;
		return (elsewhere || current.phase() == KeyState.Phase.HYDRATED) ? current.id() : null;
	}

	@Override
	public @Nullable Object missingKey() {
		return isLoaded() ? null : this.state.id();
	}

	@Override
	public @Nullable ReadAhead ahead() {
		KeyState current = this.state;
		return (current.phase() == KeyState.Phase.AHEAD) ? current.ahead() : null;
	}

	@Override
	public void readAhead(ReadAhead ahead) {
		KeyState current = valid();
		if (current.phase() == KeyState.Phase.HYDRATED || current.phase() == KeyState.Phase.AHEAD) {
			STATE.compareAndSet(this, current, current.ahead(ahead));
		}
	}

	@Override
	public void preload(ReadAhead ahead) {
		KeyState current = valid();
		if (!isLoaded() || current.phase() == KeyState.Phase.AHEAD) {
			if (!current.fromRow()) {
				changing();
			}
			STATE.compareAndSet(this, current, current.preloaded(ahead, current.fromRow() ? epoch() : null));
		}
	}

	@Override
	public boolean isRead() {
		KeyState.Phase phase = valid().phase();
		return phase == KeyState.Phase.READ || phase == KeyState.Phase.ASSIGNED;
	}

	@Override
	public List<?> inMemory() {
		KeyState current = current();
		Object target = current.target();
		boolean stale = target != null && current.fromRow() && !Objects.equals(keyFor(target), current.id());
		return (target != null && !stale) ? List.of(target) : List.of();
	}

	@Override
	public void reload() {
		Object key = keyOf(current());
		if (key != null) {
			changing();
			this.state = KeyState.forgotten(key);
		}
	}

	/**
	 * Tells whether the target must come from the database, because the application asked
	 * for that.
	 * @return whether what is in memory must not be used
	 */
	public boolean isForgotten() {
		return this.state.isForgotten();
	}

	@Override
	public T get() {
		T target = orNull();
		if (target == null) {
			throw ReferenceErrors.missing(this, current());
		}
		return target;
	}

	@Override
	@SuppressWarnings("unchecked")
	public @Nullable T orNull() {
		KeyState current = current();
		return (T) switch (current.phase()) {
			case UNKNOWN -> throw ReferenceErrors.unreadKey(this);
			case EMPTY -> null;
			case READ -> (current.ahead() != null) ? readPreloaded(current) : current.target();
			case ASSIGNED -> current.target();
			case SHARED -> readShared(current);
			case HYDRATED, AHEAD, KEYED, FORGOTTEN -> load(current);
		};
	}

	private @Nullable Object readPreloaded(KeyState current) {
		ReadAhead ahead = Objects.requireNonNull(current.ahead());
		if (STATE.compareAndSet(this, current, current.read(current.target(), current.epoch()))) {
			countAvoided(ahead.taken(), current.target());
		}
		return current.target();
	}

	private @Nullable Object readShared(KeyState current) {
		Object target = Objects.requireNonNull(current.target());
		if (!Objects.equals(keyFor(target), current.id())) {
			STATE.compareAndSet(this, current, current.unread());
			return orNull();
		}
		if (STATE.compareAndSet(this, current, current.read(target, current.epoch()))) {
			countAvoided(AvoidedReason.INVERSE, target);
		}
		return target;
	}

	private @Nullable Object load(KeyState current) {
		Attachment attachment = this.attachment;
		AssociationProperty property = property();
		if (attachment == null || property == null) {
			throw ReferenceErrors.detached(this, current.id());
		}
		if (property.isPolymorphic() && !(current.id() instanceof TypedKey)) {
			throw PolymorphicErrors.untyped(this, Objects.requireNonNull(current.id()));
		}
		if (current.id() instanceof TypedKey typed && property.isPolymorphic()) {
			PolymorphicErrors.requireType(this, typed);
		}
		Found found = attachment.findTarget(this, Objects.requireNonNull(current.id()), current.ahead());
		if (!current.fromRow()) {
			attachment.changing(this);
		}
		KeyState read = current.read(found.target(), current.fromRow() ? attachment.epoch() : null);
		if (!STATE.compareAndSet(this, current, read)) {
			return orNull();
		}
		if (current.fromRow()) {
			countAvoided(found.avoided(), found.target());
		}
		JoinAggregates.loaded(this);
		return found.target();
	}

	@Override
	public void set(@Nullable T target) {
		if (target != null) {
			requireTarget(target);
		}
		KeyState current = current();
		if (target != null && current.target() == target) {
			STATE.compareAndSet(this, current, current.asked());
			return;
		}
		boolean sameKey = target != null && refersToRow(target);
		assign(target);
		if (!sameKey) {
			leaveSides();
		}
		ToChildrenHolder side = (target != null) ? inverseSide(target) : null;
		if (side != null && this.owner != null) {
			side.fillAssigned(this.owner);
			joined(side);
		}
	}

	/**
	 * Points at the owner of a has-one or has-many that takes this child in.
	 */
	void assignOwner(ToChildrenHolder side) {
		if (current().target() != side.owner()) {
			boolean sameKey = refersTo(side.owner());
			assign(side.owner());
			if (!sameKey) {
				leaveSidesExcept(side);
			}
		}
		joined(side);
	}

	/**
	 * Lets go of the owner of a has-one or has-many that removes this child.
	 */
	void empty(ToChildrenHolder side) {
		assign(null);
		left(side);
		leaveSides();
	}

	private void assign(@Nullable Object target) {
		Object id = (target != null) ? idOf(target) : null;
		changing();
		leaveTarget(this.state);
		writeFollowed(id);
		this.state = (target != null) ? KeyState.assigned(target, followsPlainProperty() ? id : null) : KeyState.EMPTY;
	}

	/**
	 * Takes an id as text too, for a form that is bound to the reference does not know
	 * the type of the id.
	 */
	@Override
	public void setId(@Nullable ID id) {
		Object key = (id != null && isPolymorphic()) ? ofSameType(id) : id;
		changeKey((key != null && key == id) ? typed(id) : key);
	}

	/**
	 * Points a polymorphic association at a row.
	 * @param type what the type column is to hold
	 * @param id the id of the row
	 */
	public void refer(String type, Object id) {
		changeKey(TypedKey.of(type, id));
	}

	/**
	 * The key of another row of the class that this refers to at present.
	 */
	private @Nullable Object ofSameType(Object id) {
		KeyState current = current();
		Object target = current.target();
		Object key = keyOf(current);
		String type = (key == null && target != null) ? PolymorphicTargets.nameOf(target.getClass())
				: TypedKey.typeOf(key);
		if (current.phase() == KeyState.Phase.UNKNOWN) {
			throw ReferenceErrors.unreadKey(this);
		}
		if (type == null) {
			throw PolymorphicErrors.untyped(this, id);
		}
		Object typed = typed(id, PolymorphicTargets.idType(Objects.requireNonNull(property())));
		return (typed != null) ? TypedKey.of(type, typed) : null;
	}

	private @Nullable Object typed(Object id) {
		AssociationProperty property = property();
		return typed(id, (property != null) ? EntityIds.idType(property.target()) : null);
	}

	private @Nullable Object typed(Object id, @Nullable Class<?> type) {
		if (type == null || type.isInstance(id)) {
			return id;
		}
		Object typed = id.equals("") ? null : GivenId.as(id, type);
		if (typed instanceof CharSequence && !type.isInstance(typed)) {
			throw new IllegalTargetException("%s takes an id of type %s, but was given the text \"%s\"."
				.formatted(describe(), type.getName(), typed));
		}
		return typed;
	}

	private void changeKey(@Nullable Object id) {
		KeyState current = current();
		if (current.phase() != KeyState.Phase.UNKNOWN && Objects.equals(keyOf(current), id)
				&& (id != null || current.target() == null)) {
			return;
		}
		changing();
		leaveTarget(current);
		writeFollowed(id);
		this.state = KeyState.keyed(id);
		leaveSides();
	}

	private boolean followsPlainProperty() {
		AssociationProperty property = property();
		return property != null && !property.followed().isEmpty();
	}

	private void writeFollowed(@Nullable Object id) {
		AssociationProperty property = property();
		if (property != null && this.owner != null && !property.followed().isEmpty()) {
			FollowedKey.write(property, this.owner, id);
		}
	}

	/**
	 * Brings the plain property that the association follows up to date with a target
	 * that was saved after it had been assigned.
	 */
	public void writeFollowedKey() {
		KeyState current = this.state;
		Object target = current.target();
		if (followsPlainProperty() && current.isAssigned() && target != null && current.id() == null
				&& !this.deferred) {
			Object id = keyToWrite();
			writeFollowed(id);
			this.state = KeyState.assigned(target, id);
		}
	}

	@Override
	@SuppressWarnings("unchecked")
	public T build(Consumer<? super T> attributes) {
		T target = (T) newTarget();
		attributes.accept(target);
		set(target);
		return target;
	}

	@Override
	@SuppressWarnings("unchecked")
	public T create(Consumer<? super T> attributes) {
		Attachment creator = creator();
		T target = (T) newTarget();
		attributes.accept(target);
		creator.create(this, target);
		set(target);
		return target;
	}

	/**
	 * Is handed its target by the other side, on load.
	 */
	void share(Object target) {
		KeyState current = current();
		if (current.isUnread() && Objects.equals(current.id(), keyFor(target))) {
			if (!current.fromRow()) {
				changing();
			}
			KeyState shared = current.fromRow() ? current.shared(target, epoch()) : current.read(target, null);
			STATE.compareAndSet(this, current, shared);
		}
	}

	/**
	 * Wires the target that was just found with the owner, before user callbacks see it.
	 * @param target the target
	 */
	public void wireTarget(Object target) {
		ToChildrenHolder side = inverseSide(target);
		if (side != null && this.owner != null) {
			side.fillLoaded(this.owner);
			joined(side);
		}
	}

	/**
	 * The has-one or has-many of a target that is filled from this side, if any.
	 */
	private @Nullable ToChildrenHolder inverseSide(Object target) {
		AssociationProperty property = interpreted(target);
		AssociationProperty inverse = (property != null) ? filledBy(property, target) : null;
		if (inverse == null || inverse.scopeShape().narrows()) {
			return null;
		}
		AssociationProperty actual = (target.getClass() == inverse.owner()) ? inverse
				: model().associationsOf(target.getClass()).get(inverse.name());
		if (actual == null || !(actual.holder(target) instanceof ToChildrenHolder side)) {
			return null;
		}
		if (side.property() == null) {
			side.bind(target, actual, side.attachment());
		}
		return side;
	}

	private @Nullable AssociationProperty filledBy(AssociationProperty property, Object target) {
		if (property.isPolymorphic()) {
			return graph(target).polymorphicInverse(property, target.getClass());
		}
		return property.inverseFilled() ? property.inverse().association() : null;
	}

	/**
	 * The model that is valid for the graph this object or its target is attached to.
	 */
	private AssociationModel graph(Object target) {
		Attachment attachment = (this.attachment != null) ? this.attachment : AssociationHolder.attachmentOf(target);
		return (attachment != null) ? attachment.model() : model();
	}

	/**
	 * The association with the inverse that is valid for the graph this object or its
	 * target is attached to.
	 */
	private @Nullable AssociationProperty interpreted(Object target) {
		AssociationProperty property = property();
		if (property == null || this.attachment != null) {
			return property;
		}
		Attachment attachment = AssociationHolder.attachmentOf(target);
		return (attachment != null) ? attachment.model().associationsOf(property.owner()).get(property.name())
				: property;
	}

	/**
	 * Tells whether this refers to an object, or to another object of the same row.
	 */
	boolean refersToRow(Object target) {
		KeyState current = current();
		Object key = keyOf(current);
		return current.target() == target || (key != null && key.equals(keyFor(target)));
	}

	boolean refersTo(Object target) {
		KeyState current = current();
		if (current.target() != null) {
			return current.target() == target;
		}
		Object id = current.id();
		return id != null && Objects.equals(id, keyFor(target));
	}

	synchronized void joined(ToChildrenHolder side) {
		this.sides = Sides.with(this.sides, side);
	}

	private synchronized void left(ToChildrenHolder side) {
		this.sides = Sides.without(this.sides, side);
	}

	private synchronized @Nullable Sides takeSides() {
		Sides sides = this.sides;
		this.sides = null;
		return sides;
	}

	private void leaveSides() {
		leaveSidesExcept(null);
	}

	private void leaveSidesExcept(@Nullable ToChildrenHolder kept) {
		LeadingReference.moved(this);
		Sides sides = (this.sides != null) ? takeSides() : null;
		Object owner = this.owner;
		if (sides != null && owner != null) {
			sides.forEach((side) -> {
				if (side != kept) {
					side.leave(owner);
				}
			});
		}
	}

	@Override
	public Object memento() {
		return new Memento<>(this.owner, this.state.unread());
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
	@SuppressWarnings("unchecked")
	public void restore(Object memento) {
		Memento<KeyState> owned = (Memento<KeyState>) memento;
		KeyState before = owned.state();
		KeyState current = this.state;
		this.owner = owned.owner();
		restoreFollowed(current, before);
		this.state = before;
		this.keyOfRow = false;
		if (!isSameTarget(current, before)) {
			leaveSides();
		}
	}

	/**
	 * Takes a key back that the association wrote; one that the application wrote itself
	 * stays like any other property.
	 */
	private void restoreFollowed(KeyState current, KeyState before) {
		AssociationProperty property = property();
		if (property == null || property.followed().isEmpty() || this.owner == null) {
			return;
		}
		Object key = FollowedKey.read(property, this.owner);
		if (Objects.equals(key, keyOf(current)) && !Objects.equals(key, before.id())) {
			FollowedKey.write(property, this.owner, before.id());
		}
	}

	@Override
	public boolean equals(@Nullable Object obj) {
		if (this == obj) {
			return true;
		}
		if (!(obj instanceof BelongsToHolder<?, ?> other)) {
			return false;
		}
		Object id = TypedKey.idOf(presentKey());
		return id != null && id.equals(TypedKey.idOf(other.presentKey())) && isOfSameType(other);
	}

	/**
	 * References outside an entity do not know whether their type matters.
	 */
	private boolean isOfSameType(BelongsToHolder<?, ?> other) {
		String one = presentType();
		String another = other.presentType();
		return one == null || another == null || one.equals(another);
	}

	private @Nullable String presentType() {
		KeyState current = this.state;
		AssociationProperty property = this.property;
		boolean open = property == null || property.isPolymorphic();
		return (open && current.isAssigned() && current.target() != null)
				? PolymorphicTargets.nameOf(current.target().getClass()) : TypedKey.typeOf(current.id());
	}

	/**
	 * The key at this moment, without any consequence of asking.
	 */
	private @Nullable Object presentKey() {
		AssociationProperty property = this.property;
		return (property != null && !property.followed().isEmpty() && this.owner != null)
				? FollowedKey.read(property, this.owner) : keyOf(this.state);
	}

	@Override
	public int hashCode() {
		Object id = TypedKey.idOf(presentKey());
		return (id != null) ? id.hashCode() : System.identityHashCode(this);
	}

	@Override
	public String toString() {
		AssociationProperty property = this.property;
		String name = (property != null) ? property.toString() : "BelongsTo";
		KeyState current = this.state;
		return switch (current.phase()) {
			case UNKNOWN -> name + "[unknown]";
			case EMPTY -> name + "[empty]";
			case HYDRATED, AHEAD, KEYED, FORGOTTEN -> name + "[" + current.id() + ", not loaded]";
			case SHARED, READ, ASSIGNED -> {
				Object id = keyOf(current);
				yield name + "[" + ((id != null) ? id : "unsaved") + "]";
			}
		};
	}

	/**
	 * Tells a reference that was made outside an entity, as for a record, where it is
	 * now.
	 * @param owner the entity
	 * @param property its association
	 * @throws IllegalTargetException if the target is not of the declared type
	 */
	public void bindOwner(Object owner, AssociationProperty property) {
		this.owner = owner;
		this.property = property;
		forgetType(property);
		if (this.state.target() != null) {
			requireTarget(this.state.target());
		}
	}

	/**
	 * An immutable object and what saving made of it.
	 */
	private record Superseded(WeakReference<Object> original, Object saved) {
	}

}
