package io.inverseof.autoconfigure;

import io.inverseof.StrictLoading;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Configuration properties of inverseof. What is {@code null} was not set, and is up to
 * the version of Rails in {@code load-defaults}, which is the newest unless set.
 *
 * @param enabled Whether associations share what they read: the inverse is wired on load,
 * unread associations are answered from memory, and siblings load in batches. When off,
 * each association queries at its first read.
 * @param loadDefaults Version of Rails whose defaults the flags of the inverse detection
 * follow, 5.0 to 8.1. A flag that is set explicitly beats it.
 * @param hasManyInversing Whether a has-many that is the inverse of a belongs-to is
 * filled. Follows load-defaults unless set: true from 6.1 on.
 * @param automaticScopeInversing Whether an inverse is detected for associations whose
 * scope filters or limits. Follows load-defaults unless set: true from 7.0 on.
 * @param automaticallyInvertPluralAssociations Whether a has-many is detected as the
 * inverse of a belongs-to. Follows load-defaults unless set: false in every version.
 * @param batchSize Number of distinct keys one query of an association asks for, when
 * several objects that were read together have not got it yet. With 1 each object loads
 * its own.
 * @param aggregateBatchSize Number of aggregates that were read together and load their
 * inner collections by one query per collection. With 1 each aggregate loads its own.
 * @param strictLoading What happens when an association loads by itself that was neither
 * preloaded nor in memory: off, warn or fail.
 * @param nPlusOne Detection of associations that load one by one.
 * @param unitOfWork Unit of work.
 * @param metrics Metrics.
 * @since 0.1.0
 */
@ConfigurationProperties("inverseof")
public record InverseofProperties(@DefaultValue("true") boolean enabled, @Nullable String loadDefaults,
		@Nullable Boolean hasManyInversing, @Nullable Boolean automaticScopeInversing,
		@Nullable Boolean automaticallyInvertPluralAssociations, @DefaultValue("100") int batchSize,
		@DefaultValue("100") int aggregateBatchSize, @DefaultValue("off") StrictLoading.Mode strictLoading,
		@DefaultValue NPlusOne nPlusOne, @DefaultValue UnitOfWork unitOfWork, @DefaultValue Metrics metrics) {

	public InverseofProperties {
		requirePositive("batch-size", batchSize, "a query asks for at least one key");
		requirePositive("aggregate-batch-size", aggregateBatchSize, "at least one aggregate loads its collections");
	}

	private static void requirePositive(String name, int value, String reason) {
		Assert.isTrue(value > 0, () -> "inverseof.%s is %d, but %s. Use a positive number; 1 switches batching off."
			.formatted(name, value, reason));
	}

	/**
	 * Properties of the detection of associations that load one by one.
	 *
	 * @param threshold Number of times an association may load one by one, in one unit of
	 * work or by the results of one query, before that is reported. With 0 nothing is
	 * reported.
	 * @since 0.1.0
	 */
	public record NPlusOne(@DefaultValue("10") int threshold) {

		public NPlusOne {
			Assert.isTrue(threshold >= 0,
					() -> ("inverseof.n-plus-one.threshold is %d, but a number of loads is not negative. Use a positive "
							+ "number, or 0 to report nothing.")
						.formatted(threshold));
		}

	}

	/**
	 * Properties of the unit of work.
	 *
	 * @param maxEntries Number of aggregates a unit of work holds strongly. Beyond it the
	 * least recently used ones are held weakly.
	 * @since 0.1.0
	 */
	public record UnitOfWork(@DefaultValue("1000") int maxEntries) {

		public UnitOfWork {
			Assert.isTrue(maxEntries > 0,
					() -> ("inverseof.unit-of-work.max-entries is %d, but a unit of work holds at least one aggregate. "
							+ "Use a positive number, or inverseof.enabled=false to switch read sharing off.")
						.formatted(maxEntries));
		}

	}

	/**
	 * Properties of the metrics.
	 *
	 * @param enabled Whether queries avoided, executed and speculative, associations that
	 * load one by one, and the sizes of units of work are published as meters.
	 * @since 0.1.0
	 */
	public record Metrics(@DefaultValue("true") boolean enabled) {

	}

}
