/**
 * Preloading: by {@code @Preload} on the methods of repositories, and by
 * {@code AssociationOperations.preload}.
 */
@NullMarked
package io.inverseof.it.preload;

import org.jspecify.annotations.NullMarked;
