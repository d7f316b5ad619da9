package io.inverseof.jdbc;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.inverseof.holder.AvoidedReason;
import io.inverseof.holder.ReadAhead;

/**
 * The rows of one key of a {@link SiblingQuery}. Thread-safe.
 */
final class SiblingRows implements ReadAhead {

	private final SiblingQuery query;

	private final Object key;

	private final List<?> rows;

	private final AtomicBoolean taken = new AtomicBoolean();

	SiblingRows(SiblingQuery query, Object key, List<?> rows) {
		this.query = query;
		this.key = key;
		this.rows = rows;
	}

	@Override
	public List<?> rows() {
		return this.rows;
	}

	@Override
	public Standing standing() {
		return this.query.standing(this.key, this.rows);
	}

	/**
	 * Tells whether the application has not got the rows through any holder.
	 */
	boolean isUnseen() {
		return !this.taken.get();
	}

	/**
	 * The next one that asks for the same target would have found it in memory.
	 */
	@Override
	public AvoidedReason taken() {
		boolean first = this.taken.compareAndSet(false, true);
		if (first) {
			this.rows.forEach(this.query::replay);
		}
		return (first || this.rows.isEmpty()) ? AvoidedReason.BATCH : AvoidedReason.CACHE;
	}

}
