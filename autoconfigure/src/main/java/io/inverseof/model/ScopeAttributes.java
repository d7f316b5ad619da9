package io.inverseof.model;

import java.util.Map;

import io.inverseof.AssociationScope;

import org.springframework.util.Assert;

/**
 * Fills a new target of a scoped association with what the scope asks for, as Rails does
 * when it builds: a task built through {@code -> { where(status: "active") }} is active.
 * Stateless, thread-safe.
 *
 * @since 0.1.0
 */
public final class ScopeAttributes {

	private ScopeAttributes() {
	}

	/**
	 * Sets the properties that the scope compares with one value, all of which have to be
	 * true. The scope names them by property, by column, or by a belongs-to. A property
	 * that cannot be written, or not with such a value, is left alone.
	 * @param model the associations that the target is interpreted by
	 * @param property the association
	 * @param target a new target
	 */
	public static void fill(AssociationModel model, AssociationProperty property, Object target) {
		Assert.notNull(target, "'target' must not be null");
		AssociationScope scope = property.scope();
		if (scope != null) {
			Map<String, Object> equalities = ScopeEqualities.of(scope.query());
			ScopedTarget scoped = new ScopedTarget(model, target);
			equalities.forEach(scoped::fill);
		}
	}

}
