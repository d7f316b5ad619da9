package io.inverseof.jdbc.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import io.inverseof.model.AggregateCollection;
import io.inverseof.model.NamedAssociation;
import io.inverseof.unitofwork.AssociationListener;
import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.core.convert.Identifier;
import org.springframework.data.mapping.PersistentPropertyPath;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;

/**
 * Reads the collections inside the aggregates of one query: each path of each level at
 * once, or, where that is not worth it or not certain to give the same, one by one like
 * Spring Data JDBC. Used by one thread at a time.
 *
 * @since 0.1.0
 */
public final class AggregateReading {

	private final AggregateBatching batching;

	private final BatchAccounting accounting;

	private final @Nullable RootRows roots;

	private AggregateLevel level;

	private @Nullable AggregateLevel inner;

	private AggregateReading(AggregateBatching batching, BatchAccounting accounting, @Nullable RootRows roots,
			@Nullable AggregateCollection within) {
		this.batching = batching;
		this.accounting = accounting;
		this.roots = roots;
		this.level = new AggregateLevel(List.of(), within);
	}

	/**
	 * Reads the collections of several roots together.
	 * @param batching what is known about the application
	 * @param roots the roots
	 * @param listener is told about each statement
	 * @param deferred is told what each root saves, if not all of them were asked for
	 * @return the reading
	 */
	public static AggregateReading together(AggregateBatching batching, RootRows roots, AssociationListener listener,
			@Nullable Consumer<NamedAssociation> deferred) {
		return new AggregateReading(batching, new BatchAccounting(listener, deferred), roots, null);
	}

	/**
	 * Reads each collection by a statement of its own, and tells about it.
	 * @param batching what is known about the application
	 * @param within the collection whose elements are being read, {@code null} for roots
	 * @param listener is told about each statement
	 * @param deferred is told what each root saves, if not all of them were asked for
	 * @return the reading
	 */
	public static AggregateReading oneByOne(AggregateBatching batching, @Nullable AggregateCollection within,
			AssociationListener listener, @Nullable Consumer<NamedAssociation> deferred) {
		return new AggregateReading(batching, new BatchAccounting(listener, deferred), null, within);
	}

	/**
	 * Finds the elements of a collection.
	 * @param identifier what they refer to
	 * @param path the collection
	 * @param single sends Spring Data JDBC's own statement for the collection of that
	 * name
	 * @return the elements
	 */
	public Iterable<Object> findAllByPath(Identifier identifier,
			PersistentPropertyPath<? extends RelationalPersistentProperty> path,
			Function<AggregateCollection, Iterable<Object>> single) {
		LevelCollection collection = level().collection(this.batching.path(path));
		CollectionKey key = CollectionKey.of(identifier);
		if (collection.keys().get(key) != null && collection.begin()) {
			load(collection);
		}
		LoadedCollection loaded = collection.loaded();
		if (loaded == null || collection.keys().get(key) == null) {
			this.accounting.single(collection.name());
			return collection.single(single);
		}
		this.accounting.answered(collection.name(), collection.answer());
		return elements(collection, loaded.of(key), identifier);
	}

	private AggregateLevel level() {
		if (this.inner != null) {
			return this.inner;
		}
		List<LevelRow> rows = (this.roots != null) ? this.roots.together() : null;
		if (rows != null && !this.level.isOf(rows)) {
			this.level = new AggregateLevel(rows, null);
		}
		return this.level;
	}

	/**
	 * If the statement cannot be made, or fails, Spring Data JDBC's own is to tell, or to
	 * succeed.
	 */
	private void load(LevelCollection collection) {
		int[] statements = new int[1];
		LoadedCollection loaded = null;
		try {
			List<FetchedRow> rows = this.batching.queries().fetch(collection, () -> {
				statements[0]++;
				this.accounting.sending(collection.name());
			});
			loaded = LoadedCollection.of(collection.path(), collection.keys(), rows);
		}
		catch (RuntimeException ex) {
			collection.failed(ex);
		}
		if (loaded != null) {
			this.accounting.used(collection.name(), statements[0]);
			collection.loaded(loaded);
		}
		else {
			this.accounting.wasted(collection.name(), statements[0]);
		}
	}

	private List<Object> elements(LevelCollection collection, List<ChildRow> rows, Identifier identifier) {
		AggregateLevel outer = this.inner;
		this.inner = collection.elements();
		try {
			List<Object> elements = new ArrayList<>(rows.size());
			for (ChildRow row : rows) {
				elements.add(row.toElement(this.batching.conversion(), identifier));
			}
			return elements;
		}
		finally {
			this.inner = outer;
		}
	}

}
