package io.inverseof.holder;

import java.util.List;

/**
 * The rows of one key, which were read together with those of its siblings before this
 * association was asked for. Thread-safe.
 *
 * @since 0.1.0
 */
public interface ReadAhead {

	/**
	 * Returns the rows.
	 * @return the target or none of a to-one association, the children of a has-many in
	 * its order
	 */
	List<?> rows();

	/**
	 * Tells whether the rows may be handed out by the calling thread.
	 * @return where they stand
	 */
	Standing standing();

	/**
	 * Is told that the application has asked for the rows for the first time through one
	 * holder.
	 * @return why that holder sent no SELECT
	 */
	AvoidedReason taken();

	/**
	 * Whether rows that were read ahead may be used.
	 */
	enum Standing {

		/** They may. */
		CURRENT,

		/** They belong to another unit of work, or to one that was rolled back. */
		ELSEWHERE,

		/** Something was written since that concerns them. */
		OUTDATED

	}

}
