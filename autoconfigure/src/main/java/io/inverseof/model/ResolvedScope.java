package io.inverseof.model;

import io.inverseof.AssociationScope;
import org.jspecify.annotations.Nullable;

/**
 * The scope of an association and its shape.
 */
record ResolvedScope(@Nullable AssociationScope scope, ScopeShape shape) {

	static final ResolvedScope NONE = new ResolvedScope(null, ScopeShape.NONE);

	/**
	 * A scope whose shape cannot be told; taken for a filter, which never wires too much.
	 */
	static ResolvedScope unreadable(@Nullable AssociationScope scope) {
		return new ResolvedScope(scope, new ScopeShape(true, false, false));
	}

}
