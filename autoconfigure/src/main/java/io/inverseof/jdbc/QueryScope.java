package io.inverseof.jdbc;

import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.data.relational.domain.RowDocument;

/**
 * One JDBC query whose rows are being converted: who was loaded together, and what is to
 * be done with each aggregate root before user callbacks see it. Bound to the thread
 * while rows are read.
 */
final class QueryScope {

	private static final ThreadLocal<@Nullable QueryScope> CURRENT = new ThreadLocal<>();

	private static final ThreadLocal<@Nullable Consumer<Object>> EXPECTED = new ThreadLocal<>();

	private static final ThreadLocal<@Nullable QueryAttachment> ENCLOSING = new ThreadLocal<>();

	private final QueryAttachment attachment;

	private final boolean withinAggregate;

	private final @Nullable Consumer<Object> wiring;

	private int depth;

	private @Nullable Class<?> shapeType;

	private boolean complete;

	private QueryScope(QueryAttachment attachment, boolean withinAggregate, @Nullable Consumer<Object> wiring) {
		this.attachment = attachment;
		this.withinAggregate = withinAggregate;
		this.wiring = wiring;
	}

	static @Nullable QueryScope current() {
		return CURRENT.get();
	}

	/**
	 * Opens the scope of a query that is about to run: inside the aggregate that is being
	 * read, or for an association that is being loaded, or by itself.
	 */
	static QueryScope open(AssociationRuntime runtime) {
		QueryAttachment enclosing = ENCLOSING.get();
		if (enclosing != null) {
			return new QueryScope(enclosing, true, null);
		}
		Consumer<Object> wiring = EXPECTED.get();
		EXPECTED.remove();
		return new QueryScope(new QueryAttachment(runtime), false, wiring);
	}

	/**
	 * Runs a query whose roots are to be wired.
	 */
	static <T> T expecting(Consumer<Object> wiring, Supplier<T> query) {
		EXPECTED.set(wiring);
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
	static <T> T insideAggregate(Supplier<T> query) {
		QueryScope current = CURRENT.get();
		QueryAttachment before = ENCLOSING.get();
		ENCLOSING.set((current != null) ? current.attachment : null);
		try {
			return query.get();
		}
		finally {
			restore(ENCLOSING, before);
		}
	}

	/**
	 * Runs a query whose rows are converted in this scope.
	 */
	<T extends @Nullable Object> T call(Supplier<T> query) {
		QueryScope before = CURRENT.get();
		QueryAttachment enclosing = enter();
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
		QueryAttachment enclosing = enter();
		try {
			return reading.read();
		}
		finally {
			restore(CURRENT, before);
			restore(ENCLOSING, enclosing);
		}
	}

	private @Nullable QueryAttachment enter() {
		QueryAttachment enclosing = ENCLOSING.get();
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
		return scope != null && scope.depth == 1 && !scope.withinAggregate;
	}

	boolean beginEntity() {
		return this.depth++ == 0 && !this.withinAggregate;
	}

	void endEntity() {
		this.depth--;
	}

	void converted(Object entity, RowDocument row, boolean root) {
		EntityPlan plan = this.attachment.runtime().plan(entity.getClass());
		if (plan.hasAssociations()) {
			plan.bind(entity, this.attachment, root ? row : null);
		}
		if (root) {
			rootConverted(entity, row, plan);
		}
	}

	private void rootConverted(Object entity, RowDocument row, EntityPlan plan) {
		if (plan.isTarget() && isComplete(plan, row)) {
			this.attachment.rootLoaded(entity, plan);
		}
		if (this.wiring != null) {
			this.wiring.accept(entity);
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
	 * Something that converts a row.
	 */
	@FunctionalInterface
	interface RowReading<T extends @Nullable Object> {

		T read() throws SQLException;

	}

}
