package io.inverseof.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.inverseof.jdbc.batch.AggregateBatching;
import io.inverseof.jdbc.batch.AggregateReading;
import io.inverseof.jdbc.batch.LookAheadResultSet;
import io.inverseof.jdbc.batch.LookAheadSize;
import io.inverseof.jdbc.batch.RootRows;
import io.inverseof.model.AggregateCollection;
import io.inverseof.model.NamedAssociation;
import io.inverseof.unitofwork.AssociationListener;
import org.jspecify.annotations.Nullable;

import org.springframework.data.relational.domain.RowDocument;

/**
 * One JDBC query whose rows are being converted: who was loaded together, and what is to
 * be done with each aggregate root before user callbacks see it. Bound to the thread
 * while rows are read.
 */
final class QueryScope {

	private static final ThreadLocal<@Nullable QueryScope> CURRENT = new ThreadLocal<>();

	private static final ThreadLocal<@Nullable Expected> EXPECTED = new ThreadLocal<>();

	private static final ThreadLocal<@Nullable Inside> ENCLOSING = new ThreadLocal<>();

	private QueryResults results;

	private final @Nullable Inside inside;

	private final @Nullable Expected expected;

	private final RootRows roots = new RootRows();

	private @Nullable AggregateReading collections;

	private int depth;

	private @Nullable Class<?> shapeType;

	private boolean complete;

	private QueryScope(QueryResults results, @Nullable Inside inside, @Nullable Expected expected) {
		this.results = results;
		this.inside = inside;
		this.expected = expected;
	}

	static @Nullable QueryScope current() {
		return CURRENT.get();
	}

	/**
	 * Opens the scope of a query that is about to run: inside the aggregate that is being
	 * read, or for an association that is being loaded, or by itself.
	 */
	static QueryScope open(AssociationRuntime runtime) {
		Inside inside = ENCLOSING.get();
		if (inside != null) {
			return new QueryScope(inside.scope().results, inside, null);
		}
		Expected expected = EXPECTED.get();
		EXPECTED.remove();
		return new QueryScope(new QueryResults(runtime), null, expected);
	}

	/**
	 * Runs a query whose roots are to be wired.
	 */
	static <T> T expecting(Consumer<Object> wiring, Supplier<T> query) {
		return expecting(new Expected(wiring, null), query);
	}

	/**
	 * Runs a query on behalf of several owners, of which only one has asked.
	 */
	static <T> T expecting(Consumer<Object> wiring, DeferredAvoidance deferred, Supplier<T> query) {
		return expecting(new Expected(wiring, deferred), query);
	}

	private static <T> T expecting(Expected expected, Supplier<T> query) {
		EXPECTED.set(expected);
		try {
			return query.get();
		}
		finally {
			EXPECTED.remove();
		}
	}

	/**
	 * Runs a query for a collection inside the aggregate that is being read.
	 */
	<T> T insideAggregate(@Nullable AggregateCollection collection, Supplier<T> query) {
		Inside before = ENCLOSING.get();
		ENCLOSING.set(new Inside(this, collection));
		try {
			return query.get();
		}
		finally {
			restore(ENCLOSING, before);
		}
	}

	/**
	 * Whether the collections of several aggregates may be read together.
	 */
	boolean looksAhead() {
		AssociationRuntime runtime = this.results.runtime();
		return this.inside == null && runtime.aggregateBatchSize() > 1 && runtime.isSharing();
	}

	ResultSet lookAhead(ResultSet rows) {
		return this.roots.lookAhead(rows, LookAheadSize.of(this.results.runtime().aggregateBatchSize()));
	}

	LookAheadResultSet lookAheadInStream(ResultSet rows) {
		return this.roots.lookAhead(rows, LookAheadSize.ofStream(this.results.runtime().aggregateBatchSize()));
	}

	/**
	 * How many entities of a stream may be made at a time.
	 */
	int siblingsInStream() {
		AssociationRuntime runtime = this.results.runtime();
		return (this.inside == null && runtime.isSharing()) ? runtime.batchSize() : 1;
	}

	/**
	 * Begins with entities that those before need not know.
	 */
	void beginSiblings() {
		this.results = this.results.next();
	}

	/**
	 * Tells whether there are entities with associations among the last ones.
	 */
	boolean hasSiblings() {
		return this.results.attachment().siblings().size() > 0;
	}

	/**
	 * Returns how the collections inside the aggregates of this query are read.
	 */
	AggregateReading collections(AggregateBatching batching) {
		if (this.collections == null) {
			this.collections = begin(batching);
		}
		return this.collections;
	}

	private AggregateReading begin(AggregateBatching batching) {
		DeferredAvoidance deferred = deferred();
		Consumer<NamedAssociation> saved = (deferred != null) ? deferred::avoided : null;
		AssociationListener listener = this.results.runtime().listener();
		return looksAhead() ? AggregateReading.together(batching, this.roots, listener, saved) : AggregateReading
			.oneByOne(batching, (this.inside != null) ? this.inside.collection() : null, listener, saved);
	}

	/**
	 * Runs a query whose rows are converted in this scope.
	 */
	<T extends @Nullable Object> T call(Supplier<T> query) {
		QueryScope before = CURRENT.get();
		Inside enclosing = enter();
		try {
			return query.get();
		}
		finally {
			restore(CURRENT, before);
			restore(ENCLOSING, enclosing);
		}
	}

	/**
	 * Converts one row in this scope.
	 */
	<T extends @Nullable Object> T apply(RowReading<T> reading) throws SQLException {
		QueryScope before = CURRENT.get();
		Inside enclosing = enter();
		try {
			return reading.read();
		}
		finally {
			restore(CURRENT, before);
			restore(ENCLOSING, enclosing);
		}
	}

	private @Nullable Inside enter() {
		Inside enclosing = ENCLOSING.get();
		CURRENT.set(this);
		ENCLOSING.remove();
		return enclosing;
	}

	private static <T> void restore(ThreadLocal<@Nullable T> local, @Nullable T before) {
		if (before != null) {
			local.set(before);
		}
		else {
			local.remove();
		}
	}

	static boolean isReadingRoot() {
		QueryScope scope = CURRENT.get();
		return scope != null && scope.depth == 1 && scope.inside == null;
	}

	boolean beginEntity(RowDocument row) {
		boolean root = this.depth++ == 0 && this.inside == null;
		if (root) {
			this.roots.begin(row);
		}
		if (root && this.expected != null && this.expected.deferred() != null) {
			this.expected.deferred().begin();
		}
		return root;
	}

	/**
	 * Returns where avoided queries inside aggregates are kept, if not every aggregate of
	 * this query was asked for.
	 */
	@Nullable DeferredAvoidance deferred() {
		if (this.inside != null) {
			return this.inside.scope().deferred();
		}
		return (this.expected != null) ? this.expected.deferred() : null;
	}

	void endEntity() {
		this.depth--;
	}

	void converted(Object entity, RowDocument row, boolean root) {
		EntityPlan plan = this.results.runtime().plan(entity.getClass());
		if (plan.hasAssociations()) {
			QueryAttachment attachment = this.results.attachment();
			plan.bind(entity, attachment, root ? row : null);
			attachment.add(entity);
		}
		else if (plan.isRemembered()) {
			this.results.runtime().remember(entity);
		}
		if (root) {
			rootConverted(entity, row, plan);
		}
	}

	private void rootConverted(Object entity, RowDocument row, EntityPlan plan) {
		if (plan.isTarget() && isComplete(plan, row)) {
			this.results.rootLoaded(entity, plan);
		}
		if (this.expected != null) {
			this.expected.converted(entity);
		}
	}

	/**
	 * All rows of a query have the same columns, so the first one decides.
	 */
	private boolean isComplete(EntityPlan plan, RowDocument row) {
		if (this.shapeType != plan.type()) {
			this.shapeType = plan.type();
			this.complete = plan.isComplete(row);
		}
		return this.complete;
	}

	/**
	 * Where in an aggregate a query is sent.
	 *
	 * @param scope reads the aggregate
	 * @param collection the collection whose elements are read, {@code null} if unknown
	 */
	private record Inside(QueryScope scope, @Nullable AggregateCollection collection) {
	}

	/**
	 * What is to be done with the roots of a query.
	 *
	 * @param wiring is handed each root
	 * @param deferred keeps what roots have saved, or {@code null}
	 */
	private record Expected(Consumer<Object> wiring, @Nullable DeferredAvoidance deferred) {

		void converted(Object root) {
			if (this.deferred != null) {
				this.deferred.converted(root);
			}
			this.wiring.accept(root);
		}

	}

	/**
	 * Something that converts a row.
	 */
	@FunctionalInterface
	interface RowReading<T extends @Nullable Object> {

		T read() throws SQLException;

	}

}
