package io.inverseof.holder;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.lang.ref.WeakReference;
import java.util.AbstractList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import io.inverseof.HasMany;
import io.inverseof.model.AssociationKind;
import io.inverseof.model.AssociationProperty;
import io.inverseof.model.ThroughPath;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The object behind {@link HasMany}. Its content is guarded by its own monitor, which is
 * never held while a query runs; the first result published wins.
 *
 * @param <T> the type of the elements
 * @since 0.1.0
 */
public final class HasManyHolder<T> extends AbstractList<T> implements HasMany<T>, ToChildrenHolder, Serializable {

	@Serial
	private static final long serialVersionUID = 1L;

	private Object owner;

	private transient @Nullable AssociationProperty property;

	private transient @Nullable Attachment attachment;

	private transient @Nullable WeakReference<ToChildrenHolder> self;

	private transient @Nullable KeptMementos kept;

	private transient @Nullable RemovedJoins removedJoins;

	private transient volatile @Nullable JoinIndex joinIndex;

	private transient int modifications;

	private Children<T> children = new Children<>();

	private transient volatile @Nullable ReadAhead ahead;

	private volatile boolean loaded;

	private boolean read;

	HasManyHolder(Object owner) {
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
		return this.loaded || isAhead(ReadAhead.Standing.CURRENT);
	}

	/**
	 * Tells whether the rows are here, as opposed to those that were only read ahead.
	 */
	boolean isPublished() {
		return this.loaded;
	}

	private boolean isAhead(ReadAhead.Standing standing) {
		ReadAhead ahead = this.ahead;
		return ahead != null && ahead.standing() == standing;
	}

	@Override
	public @Nullable Object awaitedKey() {
		boolean awaited = !this.loaded && (this.ahead == null || isAhead(ReadAhead.Standing.ELSEWHERE));
		return awaited ? idOf(this.owner) : null;
	}

	@Override
	public @Nullable ReadAhead ahead() {
		return this.loaded ? null : this.ahead;
	}

	@Override
	public synchronized void readAhead(ReadAhead ahead) {
		if (!this.loaded) {
			this.ahead = ahead;
		}
	}

	@Override
	public void preload(ReadAhead ahead) {
		if (publishPreloaded(ahead)) {
			JoinAggregates.loaded(this);
		}
	}

	private synchronized boolean publishPreloaded(ReadAhead ahead) {
		boolean first = publish(this.<T>cast(JoinAggregates.known(this, ahead.rows())));
		if (first) {
			this.ahead = ahead;
			this.read = true;
		}
		return first;
	}

	@Override
	public boolean isRead() {
		return this.read;
	}

	@Override
	public synchronized void reload() {
		if (loadable() != null) {
			changing();
			forget();
		}
	}

	private void forget() {
		this.modifications++;
		this.children = new Children<>();
		RemovedJoins.forget(this.removedJoins);
		this.ahead = null;
		this.loaded = false;
		this.read = false;
	}

	/**
	 * The attachment, if there are rows to load.
	 */
	@Nullable Attachment loadable() {
		Attachment attachment = this.attachment;
		return (attachment != null && property() != null && idOf(this.owner) != null) ? attachment : null;
	}

	/**
	 * The content, loaded if it can be.
	 */
	private Children<T> loadedChildren() {
		List<?> led = this.loaded ? null : led();
		if (led != null) {
			this.read |= !isLed();
			return merged(led);
		}
		Attachment attachment = this.loaded ? null : loadable();
		if (attachment != null) {
			load(attachment);
		}
		else if (this.ahead != null) {
			readPreloaded();
		}
		this.read = true;
		return this.children;
	}

	/**
	 * What another object has in memory is not what this one has.
	 */
	private boolean isLed() {
		AssociationProperty property = property();
		ThroughPath path = (property != null) ? property.through() : null;
		return path != null && path.join().kind() == AssociationKind.BELONGS_TO;
	}

	private Children<T> merged(List<?> led) {
		return new Children<T>().merge(this.<T>cast(led), this::idOf, this::isElsewhere, this::isInMemoryOnly);
	}

	private @Nullable List<?> led() {
		List<?> led = LeadingReference.targets(this);
		if (led != null) {
			return led;
		}
		List<Object> joined = JoinAggregates.targetsWithoutRow(this);
		return joined.isEmpty() ? null : joined;
	}

	private void load(Attachment attachment) {
		FoundChildren found = attachment.findChildren(this, this.ahead);
		if (publish(this.<T>cast(JoinAggregates.known(this, found.rows())))) {
			countAvoided(found.avoided(), null);
			JoinAggregates.loaded(this);
		}
	}

	private void readPreloaded() {
		ReadAhead ahead = takeAhead();
		if (ahead != null) {
			countAvoided(ahead.taken(), null);
		}
	}

	private synchronized @Nullable ReadAhead takeAhead() {
		ReadAhead ahead = this.loaded ? this.ahead : null;
		this.ahead = this.loaded ? null : this.ahead;
		return ahead;
	}

	/**
	 * Takes the rows in, unless another thread was faster.
	 */
	private synchronized boolean publish(List<T> rows) {
		boolean first = !this.loaded;
		if (first) {
			changing();
			this.modifications++;
			Children<T> before = this.children;
			this.children = before.merge(rows, this::idOf, this::isElsewhere, inMemoryOnly());
			if (!before.isBlank()) {
				this.children.snapshot().forEach(this::wireAgain);
				recognise(rows);
			}
			this.loaded = true;
			this.ahead = null;
		}
		return first;
	}

	/**
	 * What was added through join aggregates may have been there already.
	 */
	private void recognise(List<T> rows) {
		if (JoinAggregates.of(this) == null || this.children.added().isEmpty()) {
			return;
		}
		for (T row : rows) {
			T element = this.children.find(row, this::idOf);
			if (element != null && this.children.isAdded(element)) {
				removedJoins().read(element);
			}
		}
	}

	/**
	 * Wires what was in memory before its row was read.
	 */
	private void wireAgain(T child) {
		if (this.attachment != null) {
			this.attachment.wireChild(this, child);
		}
	}

	private boolean isElsewhere(T child) {
		BelongsToHolder<?, ?> reference = referenceOf(child);
		return reference == null || !reference.refersToRow(this.owner);
	}

	/**
	 * Tells whether an element is here because of a change that has not been saved.
	 */
	boolean isInMemoryOnly(T child) {
		Attachment attachment = this.attachment;
		JoinAggregates joins = JoinAggregates.of(this);
		return attachment == null
				|| ((joins == null) ? attachment.isNew(child) || isMoved(child) : joins.isPending(child));
	}

	/**
	 * The same question for many elements.
	 */
	private Predicate<T> inMemoryOnly() {
		JoinAggregates joins = (this.attachment != null) ? JoinAggregates.of(this) : null;
		return (joins != null) ? joins.pendingTargets()::contains : this::isInMemoryOnly;
	}

	@SuppressWarnings("unchecked")
	private <E> List<E> cast(List<?> rows) {
		return (List<E>) rows;
	}

	/**
	 * The elements at this moment, loaded if they can be.
	 */
	List<T> snapshot() {
		Children<T> children = loadedChildren();
		synchronized (this) {
			return children.snapshot();
		}
	}

	@Override
	public List<T> inMemory() {
		List<Object> joined = this.loaded ? List.of() : JoinAggregates.targetsWithoutRow(this);
		synchronized (this) {
			Children<T> present = joined.isEmpty() ? this.children : merged(joined);
			return Collections.unmodifiableList(present.snapshot());
		}
	}

	@Override
	public int size() {
		return snapshot().size();
	}

	@Override
	public T get(int index) {
		return snapshot().get(index);
	}

	@Override
	public boolean contains(@Nullable Object o) {
		snapshot();
		return o != null && findElement(o) != null;
	}

	@Override
	public int indexOf(@Nullable Object o) {
		List<T> present = snapshot();
		T element = (o != null) ? findElement(o) : null;
		return IntStream.range(0, present.size()).filter((i) -> present.get(i) == element).findFirst().orElse(-1);
	}

	@Override
	public int lastIndexOf(@Nullable Object o) {
		return indexOf(o);
	}

	/**
	 * The element that is the same object or the same row, as it never is there twice.
	 */
	private @Nullable T findElement(Object o) {
		AssociationProperty property = property();
		if (property != null && !property.target().isInstance(o)) {
			return null;
		}
		synchronized (this) {
			T element = this.children.find(o, this::idOf);
			return (element != null) ? element : findJoined(o);
		}
	}

	@SuppressWarnings("unchecked")
	private @Nullable T findJoined(Object o) {
		return JoinAggregates.isTargetWithoutRow(this, o) ? (T) o : null;
	}

	@Override
	public Object[] toArray() {
		return snapshot().toArray();
	}

	@Override
	public <E extends @Nullable Object> E[] toArray(E[] array) {
		return snapshot().toArray(array);
	}

	@Override
	public Iterator<T> iterator() {
		return new RemovingIterator<>(snapshot().iterator(), this::remove);
	}

	@Override
	public ListIterator<T> listIterator(int index) {
		return Collections.unmodifiableList(snapshot()).listIterator(index);
	}

	@Override
	public List<T> subList(int fromIndex, int toIndex) {
		return Collections.unmodifiableList(snapshot().subList(fromIndex, toIndex));
	}

	@Override
	public Spliterator<T> spliterator() {
		return Collections.unmodifiableList(snapshot()).spliterator();
	}

	@Override
	public void forEach(Consumer<? super T> action) {
		snapshot().forEach(action);
	}

	@Override
	public boolean add(T child) {
		Assert.notNull(child, "'child' must not be null");
		requireTarget(child);
		if (isThere(child)) {
			return false;
		}
		wireAdded(child);
		return include(child);
	}

	private synchronized boolean isThere(T child) {
		return this.children.contains(child, this::idOf) || findJoined(child) != null;
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

	synchronized JoinIndex joinIndex() {
		JoinIndex index = this.joinIndex;
		if (index == null) {
			index = new JoinIndex();
			this.joinIndex = index;
		}
		return index;
	}

	@Nullable JoinIndex joinIndexIfAny() {
		return this.joinIndex;
	}

	/**
	 * Counts what may have brought elements that were not there.
	 */
	synchronized int modifications() {
		return this.modifications;
	}

	/**
	 * Tells whether an object, or another one of its row, is in memory here.
	 */
	synchronized boolean isPresent(Object child) {
		return this.children.contains(child, this::idOf);
	}

	private synchronized boolean include(T child) {
		if (this.children.contains(child, this::idOf)) {
			return false;
		}
		changing();
		this.modifications++;
		this.children = this.children.writable();
		this.children.add(child, this::idOf);
		return true;
	}

	@Override
	public boolean addAll(Collection<? extends T> children) {
		boolean changed = false;
		for (T child : children) {
			changed |= add(child);
		}
		return changed;
	}

	@Override
	public void add(int index, T element) {
		throw unordered("add(int, ..)");
	}

	@Override
	public boolean addAll(int index, Collection<? extends T> elements) {
		throw unordered("addAll(int, ..)");
	}

	@Override
	public T set(int index, T element) {
		throw unordered("set(int, ..)");
	}

	@Override
	public void replaceAll(UnaryOperator<T> operator) {
		throw unordered("replaceAll(..)");
	}

	@Override
	public void sort(@Nullable Comparator<? super T> comparator) {
		throw unordered("sort(..)");
	}

	private UnsupportedOperationException unordered(String method) {
		return new UnsupportedOperationException(
				("%s: %s is not supported, because the order is that of the database: the scope's sort, then the "
						+ "primary key, unsaved elements last. Use add(..), an AssociationScope with a sort, or a copy "
						+ "of the list.")
					.formatted(describe(), method));
	}

	@Override
	public T remove(int index) {
		T child = snapshot().get(index);
		exclude(child);
		return child;
	}

	@Override
	public boolean remove(@Nullable Object child) {
		snapshot();
		T element = (child != null) ? findElement(child) : null;
		if (child != null && element != null && element != child) {
			wireRemoved(child);
		}
		return element != null && exclude(element);
	}

	@Override
	public boolean removeAll(Collection<?> children) {
		boolean changed = false;
		for (Object child : children.toArray()) {
			changed |= remove(child);
		}
		return changed;
	}

	@Override
	public boolean retainAll(Collection<?> kept) {
		List<T> present = snapshot();
		Set<T> retained = Collections.newSetFromMap(new IdentityHashMap<>());
		for (Object child : kept.toArray()) {
			T element = (child != null) ? findElement(child) : null;
			if (element != null) {
				retained.add(element);
			}
		}
		boolean changed = false;
		for (T child : present) {
			changed |= !retained.contains(child) && exclude(child);
		}
		return changed;
	}

	@Override
	public void clear() {
		snapshot().forEach(this::exclude);
	}

	@Override
	protected void removeRange(int fromIndex, int toIndex) {
		List.copyOf(snapshot().subList(fromIndex, toIndex)).forEach(this::exclude);
	}

	private boolean exclude(T child) {
		if (findElement(child) != child) {
			return false;
		}
		boolean row = mayHaveRow(child);
		wireRemoved(child);
		return take(child, row);
	}

	private synchronized boolean take(T child, boolean row) {
		changing();
		this.children = this.children.writable();
		Object id = row ? idOf(child) : null;
		if (id != null) {
			this.children.markRemoved(child, id);
		}
		return this.children.remove(child) || JoinAggregates.of(this) != null;
	}

	/**
	 * Objects that came from elsewhere, such as a session, have rows if they have ids.
	 */
	private boolean mayHaveRow(T child) {
		Attachment attachment = this.attachment;
		JoinAggregates joins = JoinAggregates.of(this);
		return idOf(this.owner) != null && (attachment == null || !attachment.isNew(child))
				&& (joins == null || joins.mayHaveRow(child));
	}

	@Override
	public synchronized PendingChanges pendingChanges() {
		return new PendingChanges(this.children.added(), this.children.removed(), false);
	}

	@Override
	@SuppressWarnings("unchecked")
	public synchronized boolean isAdded(Object child) {
		return this.children.isAdded((T) child);
	}

	@Override
	@SuppressWarnings("unchecked")
	public synchronized void replace(Object target, Object saved) {
		changing();
		this.modifications++;
		this.children = this.children.writable();
		this.children.replace((T) target, (T) saved);
	}

	@Override
	@SuppressWarnings("unchecked")
	public void takeIn(Object child) {
		if (JoinAggregates.of(this) != null) {
			include((T) child);
		}
		else {
			add((T) child);
		}
	}

	@Override
	@SuppressWarnings("unchecked")
	public synchronized void takeRemoved(Object child) {
		Object id = idOf(child);
		if (id != null && !this.children.contains(child, this::idOf)) {
			changing();
			this.children = this.children.writable();
			this.children.markRemoved((T) child, id);
		}
	}

	@Override
	public synchronized void childSaved(Object child) {
		this.children.forgetAdded(child);
	}

	@Override
	public synchronized void changesSaved(PendingChanges changes) {
		if (this.children.hasChanges()) {
			changing();
			written(changes);
			this.children = this.children.writable();
			this.children.forgetChanges(changes.added(), changes.removed());
			RemovedJoins.forget(this.removedJoins);
		}
	}

	@Override
	public void replaceWith(Collection<? extends T> children) {
		Assert.noNullElements(children, "'children' must not contain null");
		List<T> wanted = List.copyOf(children);
		retainAll(wanted);
		addAll(wanted);
	}

	@Override
	@SuppressWarnings("unchecked")
	public T build(Consumer<? super T> attributes) {
		T child = (T) newTarget();
		wireNew(child);
		attributes.accept(child);
		add(child);
		return child;
	}

	@Override
	@SuppressWarnings("unchecked")
	public T create(Consumer<? super T> attributes) {
		Attachment creator = creator();
		T child = (T) newTarget();
		wireNew(child);
		attributes.accept(child);
		wireAdded(child);
		JoinAggregates.creating(this, child, () -> creator.create(this, child));
		includeSaved(child);
		return child;
	}

	private synchronized void includeSaved(T child) {
		if (include(child)) {
			this.children.forgetAdded(child);
		}
	}

	@Override
	@SuppressWarnings("unchecked")
	public synchronized void leave(Object child) {
		if (this.children.knows(child, this::idOf)) {
			changing();
			this.children = this.children.writable();
			this.children.depart((T) child, this::idOf);
		}
	}

	@Override
	@SuppressWarnings("unchecked")
	public void fillLoaded(Object child) {
		include((T) child);
	}

	@Override
	public void fillAssigned(Object child) {
		fillLoaded(child);
	}

	@Override
	public T find(Object id) {
		Assert.notNull(id, "'id' must not be null");
		return findAll(List.of(id)).get(0);
	}

	@Override
	public List<T> findAll(Collection<?> ids) {
		Assert.noNullElements(ids, "'ids' must not contain null");
		return new PartialReads<>(this).findAll(ids);
	}

	@Override
	public Optional<T> first() {
		return first(1).stream().findFirst();
	}

	@Override
	public Optional<T> last() {
		return last(1).stream().findFirst();
	}

	@Override
	public List<T> first(int n) {
		Assert.isTrue(n >= 0, "'n' must not be negative");
		return new PartialReads<>(this).first(n);
	}

	@Override
	public List<T> last(int n) {
		Assert.isTrue(n >= 0, "'n' must not be negative");
		return new PartialReads<>(this).last(n);
	}

	@Override
	public long count() {
		return new PartialReads<>(this).count();
	}

	@Override
	public boolean exists() {
		return new PartialReads<>(this).exists();
	}

	/**
	 * Keeps the objects of rows that were read one by one, so that they stay the same
	 * when the collection is loaded.
	 */
	synchronized List<T> remember(List<?> read) {
		List<T> rows = cast(JoinAggregates.known(this, read));
		if (this.loaded) {
			return this.children.present(rows, this::idOf);
		}
		changing();
		List<T> present = this.children.remember(rows, this::idOf, this::isElsewhere);
		present.forEach(this::wireAgain);
		return present;
	}

	synchronized boolean hasDeparted() {
		return this.children.hasDeparted();
	}

	boolean isMoved(T child) {
		JoinAggregates joins = JoinAggregates.of(this);
		if (joins != null) {
			return joins.isPending(child);
		}
		BelongsToHolder<?, ?> reference = referenceOf(child);
		return (reference != null) ? reference.isChanged() : isAdded(child);
	}

	/**
	 * What is in memory only, for a rollback does not undo what was there before.
	 */
	@Override
	public synchronized Object memento() {
		return new Memento<>(this.owner, this.children.retaining(inMemoryOnly()));
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

	/**
	 * What other transactions added and removed is still pending, except for what was
	 * written.
	 */
	@Override
	@SuppressWarnings("unchecked")
	public synchronized Object committed(Object memento, PendingChanges written) {
		Children<T> pending = ((Memento<Children<T>>) memento).state().retaining((child) -> true);
		pending.forgetChanges(written.added(), written.removed());
		return new Memento<>(this.owner, pending);
	}

	@Override
	@SuppressWarnings("unchecked")
	public synchronized void restore(Object memento) {
		Memento<Children<T>> before = (Memento<Children<T>>) memento;
		this.owner = Objects.requireNonNull(before.owner());
		boolean readInMemory = this.read && loadable() == null;
		forget();
		this.read = readInMemory;
		this.children = before.state().retaining(this::isRestored);
		this.children.snapshot().forEach(this::join);
	}

	/**
	 * A child that cannot tell by itself stays where it was.
	 */
	private boolean isRestored(T child) {
		return referenceOf(child) == null || !isElsewhere(child);
	}

	@Serial
	private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
		in.defaultReadObject();
		if (this.children.dropUnreadable()) {
			this.loaded = false;
		}
	}

	@Override
	public boolean equals(@Nullable Object obj) {
		return this == obj;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this);
	}

	@Override
	public String toString() {
		AssociationProperty property = this.property;
		String name = (property != null) ? property.toString() : "HasMany";
		List<T> present = inMemory();
		String ids = String.join(", ", present.stream().map(this::label).toList());
		return name + "[" + (this.loaded ? ids : ids + (ids.isEmpty() ? "" : ", ") + "not loaded") + "]";
	}

	private String label(T child) {
		Object id = idOf(child);
		return (id != null) ? id.toString() : "unsaved";
	}

}
