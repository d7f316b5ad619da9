package io.inverseof.metrics;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/**
 * All meters, and when exactly each of them moves.
 *
 * @since 0.1.0
 * @see AssociationMetrics
 */
public enum AssociationMeters implements MeterDocumentation {

	/**
	 * Grows by one when a holder that was hydrated from a row is read for the first time
	 * and its SELECT was not sent; for a collection inside an aggregate, when the
	 * aggregate is loaded and the collection's SELECT was not sent. Holders that were
	 * assigned, built or empty, and {@code find}, {@code count} and {@code exists} never
	 * count.
	 */
	QUERIES_AVOIDED("inverseof.queries.avoided", Meter.Type.COUNTER) {

		@Override
		public KeyName[] getKeyNames() {
			return AvoidedKeyNames.values();
		}

	},

	/**
	 * Grows by one when a SELECT was sent on behalf of an association, or of a collection
	 * inside an aggregate. One that loads a batch is one.
	 */
	QUERIES_EXECUTED("inverseof.queries.executed", Meter.Type.COUNTER) {

		@Override
		public KeyName[] getKeyNames() {
			return ExecutedKeyNames.values();
		}

	},

	/**
	 * Grows by one when a SELECT was sent that a naive traversal would not have sent. It
	 * counts as executed as well.
	 */
	QUERIES_SPECULATIVE("inverseof.queries.speculative", Meter.Type.COUNTER) {

		@Override
		public KeyName[] getKeyNames() {
			return SpeculativeKeyNames.values();
		}

	},

	/**
	 * Grows by one when an association was loaded for one object alone more often than
	 * {@code inverseof.n-plus-one.threshold} allows, in one unit of work or, outside of a
	 * unit, by the results of one query. Once for each unit or query, however often it is
	 * loaded after that; a SELECT that loads a batch is never counted towards the
	 * threshold.
	 */
	N_PLUS_ONE_SUSPECTED("inverseof.nplusone.suspected", Meter.Type.COUNTER) {

		@Override
		public KeyName[] getKeyNames() {
			return SuspectedKeyNames.values();
		}

	},

	/**
	 * Records, when a unit of work ends, how many aggregates were in its cache.
	 */
	UNIT_OF_WORK_ENTRIES("inverseof.unit.of.work.entries", Meter.Type.DISTRIBUTION_SUMMARY);

	private final String name;

	private final Meter.Type type;

	AssociationMeters(String name, Meter.Type type) {
		this.name = name;
		this.type = type;
	}

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public Meter.Type getType() {
		return this.type;
	}

	/**
	 * Tags of {@link AssociationMeters#QUERIES_AVOIDED}.
	 */
	public enum AvoidedKeyNames implements KeyName {

		/**
		 * The association that was read, such as {@code Post.author}.
		 */
		ASSOCIATION("association"),

		/**
		 * Why no SELECT was needed: {@code inverse} if the other side handed out the
		 * object, {@code cache} if it had been loaded before in the same unit of work,
		 * {@code batch} if it was loaded together with those of its siblings.
		 */
		REASON("reason");

		private final String key;

		AvoidedKeyNames(String key) {
			this.key = key;
		}

		@Override
		public String asString() {
			return this.key;
		}

	}

	/**
	 * Tags of {@link AssociationMeters#QUERIES_EXECUTED}.
	 */
	public enum ExecutedKeyNames implements KeyName {

		/**
		 * The association on whose behalf the SELECT was sent, such as
		 * {@code Author.posts}.
		 */
		ASSOCIATION("association");

		private final String key;

		ExecutedKeyNames(String key) {
			this.key = key;
		}

		@Override
		public String asString() {
			return this.key;
		}

	}

	/**
	 * Tags of {@link AssociationMeters#QUERIES_SPECULATIVE}.
	 */
	public enum SpeculativeKeyNames implements KeyName {

		/**
		 * The association on whose behalf the SELECT was sent, such as
		 * {@code Author.posts}.
		 */
		ASSOCIATION("association"),

		/**
		 * Why it was sent: {@code preload} if the application preloaded the association,
		 * {@code fallback} if a batch was sent in vain, {@code look-ahead} if rows were
		 * read together before each of them was asked for.
		 */
		REASON("reason");

		private final String key;

		SpeculativeKeyNames(String key) {
			this.key = key;
		}

		@Override
		public String asString() {
			return this.key;
		}

	}

	/**
	 * Tags of {@link AssociationMeters#N_PLUS_ONE_SUSPECTED}.
	 */
	public enum SuspectedKeyNames implements KeyName {

		/**
		 * The association that was loaded one by one, such as {@code Post.author}.
		 */
		ASSOCIATION("association");

		private final String key;

		SuspectedKeyNames(String key) {
			this.key = key;
		}

		@Override
		public String asString() {
			return this.key;
		}

	}

}
