package io.inverseof.model;

/**
 * Rails' toggles of the detection, as resolved from {@code load-defaults} and explicit
 * settings. See the Rails guide "Configuring Rails Applications",
 * {@code config.active_record.has_many_inversing}, {@code automatic_scope_inversing} and
 * {@code automatically_invert_plural_associations}.
 *
 * @param hasManyInversing whether a has-many that is the inverse of a belongs-to is
 * filled
 * @param automaticScopeInversing whether associations with a filter or limit get an
 * inverse
 * @param automaticallyInvertPluralAssociations whether a has-many is detected as the
 * inverse of a belongs-to
 * @since 0.1.0
 */
public record DetectionFlags(boolean hasManyInversing, boolean automaticScopeInversing,
		boolean automaticallyInvertPluralAssociations) {

	/** All off: objects in memory that belong to no application. */
	public static final DetectionFlags NONE = new DetectionFlags(false, false, false);

}
