package io.inverseof.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Configuration properties of inverseof. What is {@code null} was not set, and is up to
 * the version of Rails in {@code load-defaults}, which is the newest unless set.
 *
 * @param enabled Whether associations share what they read: the inverse is wired on load
 * and unread associations are answered from memory. When off, each association queries at
 * its first read.
 * @param loadDefaults Version of Rails whose defaults the flags of the inverse detection
 * follow, 5.0 to 8.1. A flag that is set explicitly beats it.
 * @param hasManyInversing Whether a has-many that is the inverse of a belongs-to is
 * filled. Follows load-defaults unless set: true from 6.1 on.
 * @param automaticScopeInversing Whether an inverse is detected for associations whose
 * scope filters or limits. Follows load-defaults unless set: true from 7.0 on.
 * @param automaticallyInvertPluralAssociations Whether a has-many is detected as the
 * inverse of a belongs-to. Follows load-defaults unless set: false in every version.
 * @param unitOfWork Unit of work.
 * @param metrics Metrics.
 * @since 0.1.0
 */
@ConfigurationProperties("inverseof")
public record InverseofProperties(@DefaultValue("true") boolean enabled, @Nullable String loadDefaults,
		@Nullable Boolean hasManyInversing, @Nullable Boolean automaticScopeInversing,
		@Nullable Boolean automaticallyInvertPluralAssociations, @DefaultValue UnitOfWork unitOfWork,
		@DefaultValue Metrics metrics) {

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
	 * @param enabled Whether queries avoided and executed, and the sizes of units of work
	 * are published as meters.
	 * @since 0.1.0
	 */
	public record Metrics(@DefaultValue("true") boolean enabled) {

	}

}
