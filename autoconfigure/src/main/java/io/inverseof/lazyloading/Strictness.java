package io.inverseof.lazyloading;

import java.util.Locale;

import io.inverseof.StrictLoading;
import io.inverseof.holder.AssociationHolder;
import io.inverseof.model.AssociationProperty;
import org.jspecify.annotations.Nullable;

/**
 * What happens when an association loads by itself, and who says so.
 *
 * @param mode what happens
 * @param source who says so
 */
record Strictness(StrictLoading.Mode mode, Source source) {

	/**
	 * Decides for one load: the piece of work beats the annotation, which beats the
	 * application.
	 */
	static Strictness of(AssociationProperty property, StrictLoading.@Nullable Mode unitOfWork,
			StrictLoading.Mode application) {
		if (unitOfWork != null) {
			return new Strictness(unitOfWork, Source.UNIT_OF_WORK);
		}
		if (property.isStrictLoading()) {
			boolean warn = (application == StrictLoading.Mode.WARN);
			return new Strictness(warn ? StrictLoading.Mode.WARN : StrictLoading.Mode.FAIL, Source.ANNOTATION);
		}
		return new Strictness(application, Source.APPLICATION);
	}

	String refusal(AssociationHolder holder, AssociationProperty property, String line) {
		return "%s is read by %s and would have to load by itself, but %s. %s".formatted(holder.describe(), line,
				explanation(), advice(property));
	}

	String warning(AssociationHolder holder, AssociationProperty property, String line) {
		return "%s is read by %s and loads by itself, which is logged because %s. %s".formatted(holder.describe(), line,
				explanation(), advice(property));
	}

	private String explanation() {
		return this.source.explanation.formatted(this.mode.name().toLowerCase(Locale.ROOT));
	}

	private String advice(AssociationProperty property) {
		return "Load it with its siblings before, by %s; or %s.".formatted(PreloadAdvice.of(property),
				this.source.exemption);
	}

	/**
	 * Who says what happens.
	 */
	enum Source {

		/** A property of the application. */
		APPLICATION("inverseof.strict-loading is %s", "set inverseof.strict-loading to off"),

		/** The declaration of the association. */
		ANNOTATION("it is annotated with @StrictLoading", "remove @StrictLoading"),

		/** The piece of work it is read in. */
		UNIT_OF_WORK("this runs in unitOfWork.strict(%S)", "read it outside of that unit of work");

		private final String explanation;

		private final String exemption;

		Source(String explanation, String exemption) {
			this.explanation = explanation;
			this.exemption = exemption;
		}

	}

}
