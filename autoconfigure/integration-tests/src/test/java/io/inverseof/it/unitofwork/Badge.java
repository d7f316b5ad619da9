package io.inverseof.it.unitofwork;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;

/**
 * Has a column that only the database writes.
 */
class Badge {

	@Id
	@Nullable Long id;

	@Nullable String label;

	@ReadOnlyProperty
	@Nullable String printed;

}
