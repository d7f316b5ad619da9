/**
 * Repositories that are created when they are first used.
 */
@NullMarked
package io.inverseof.it.hosting.lazy;

import org.jspecify.annotations.NullMarked;
