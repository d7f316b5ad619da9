package io.inverseof.autoconfigure;

import java.util.List;

import io.inverseof.actuate.FlagDescriptor;
import io.inverseof.model.DetectionFlags;
import io.inverseof.model.LoadDefaults;
import org.jspecify.annotations.Nullable;

/**
 * The flags of the inverse detection that are in force, and who decided each: the
 * configuration of the application, or the version of Rails in
 * {@code inverseof.load-defaults}. Immutable.
 */
final class ResolvedFlags {

	private static final String APPLICATION = "application";

	private final FlagDescriptor loadDefaults;

	private final Flag hasManyInversing;

	private final Flag automaticScopeInversing;

	private final Flag automaticallyInvertPluralAssociations;

	private ResolvedFlags(InverseofProperties properties, FlagDescriptor loadDefaults, LoadDefaults version) {
		DetectionFlags inherited = version.flags();
		this.loadDefaults = loadDefaults;
		this.hasManyInversing = Flag.of("has-many-inversing", properties.hasManyInversing(),
				inherited.hasManyInversing(), version);
		this.automaticScopeInversing = Flag.of("automatic-scope-inversing", properties.automaticScopeInversing(),
				inherited.automaticScopeInversing(), version);
		this.automaticallyInvertPluralAssociations = Flag.of("automatically-invert-plural-associations",
				properties.automaticallyInvertPluralAssociations(), inherited.automaticallyInvertPluralAssociations(),
				version);
	}

	/**
	 * Resolves the flags.
	 * @param properties the properties of the application
	 * @return the flags in force
	 * @throws io.inverseof.InvalidAssociationsException if the version of Rails is not
	 * known; lists those that are
	 */
	static ResolvedFlags of(InverseofProperties properties) {
		String configured = properties.loadDefaults();
		LoadDefaults version = (configured != null) ? LoadDefaults.of(configured) : LoadDefaults.LATEST;
		String source = (configured != null) ? APPLICATION : "default";
		return new ResolvedFlags(properties, new FlagDescriptor("load-defaults", version.toString(), source), version);
	}

	/**
	 * Returns the flags for the detection.
	 * @return the flags
	 */
	DetectionFlags toDetectionFlags() {
		return new DetectionFlags(this.hasManyInversing.value(), this.automaticScopeInversing.value(),
				this.automaticallyInvertPluralAssociations.value());
	}

	/**
	 * Returns {@code load-defaults} and all flags, with their sources.
	 * @return an immutable list, always in the same order
	 */
	List<FlagDescriptor> toDescriptors() {
		return List.of(this.loadDefaults, this.hasManyInversing.describe(), this.automaticScopeInversing.describe(),
				this.automaticallyInvertPluralAssociations.describe());
	}

	private record Flag(String name, boolean value, String source) {

		static Flag of(String name, @Nullable Boolean explicit, boolean inherited, LoadDefaults version) {
			return (explicit != null) ? new Flag(name, explicit, APPLICATION)
					: new Flag(name, inherited, "load-defaults " + version);
		}

		FlagDescriptor describe() {
			return new FlagDescriptor(this.name, this.value, this.source);
		}

	}

}
