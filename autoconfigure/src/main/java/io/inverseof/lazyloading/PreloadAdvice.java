package io.inverseof.lazyloading;

import io.inverseof.model.AssociationProperty;
import io.inverseof.model.Plurals;

import org.springframework.util.StringUtils;

/**
 * What to write so that an association does not load by itself.
 */
final class PreloadAdvice {

	private PreloadAdvice() {
	}

	/**
	 * Returns both ways to preload, as somebody would write them.
	 */
	static String of(AssociationProperty property) {
		return "@Preload(\"%s\") on the query method or %s".formatted(property.name(), call(property));
	}

	/**
	 * Returns the call that preloads objects which are at hand.
	 */
	static String call(AssociationProperty property) {
		String entities = Plurals.of(StringUtils.uncapitalize(property.owner().getSimpleName()));
		return "AssociationOperations.preload(%s, \"%s\")".formatted(entities, property.name());
	}

}
