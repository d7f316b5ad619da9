package io.inverseof.lazyloading;

import io.inverseof.ScopedBy;
import io.inverseof.model.AssociationProperty;

/**
 * Why an association loads one by one, and what to write instead.
 *
 * @param settings the settings of the application
 */
record Remedies(LazyLoadSettings settings) {

	/**
	 * Returns the first reason that applies, which hides those after it.
	 */
	String of(AssociationProperty property) {
		if (!this.settings.sharing()) {
			return "inverseof.enabled is false, so that nothing is shared. Set it to true to load it for siblings together.";
		}
		return property.scopeShape().limit() ? ofLimit(property) : ofBatchSize(property);
	}

	private static String ofLimit(AssociationProperty property) {
		ScopedBy scope = property.field().getAnnotation(ScopedBy.class);
		return ("Its scope%s has a limit, which holds for one %s at a time. Read the rows of all of them by a query "
				+ "method of your own.")
			.formatted((scope != null) ? " " + scope.value().getSimpleName() : "", property.owner().getSimpleName());
	}

	private String ofBatchSize(AssociationProperty property) {
		Integer own = property.batchSize();
		if (own != null && own == 1) {
			return "It is annotated with @BatchSize(1). Remove that, or give it a larger number, to load it for siblings "
					+ "together.";
		}
		if (own == null && this.settings.batchSize() == 1) {
			return "inverseof.batch-size is 1. Give it a larger number to load it for siblings together.";
		}
		return ("The objects that have it were not read together. Read them by one query, such as findAllById(..), or "
				+ "call %s before they are used.")
			.formatted(PreloadAdvice.call(property));
	}

}
