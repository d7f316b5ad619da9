/**
 * Strict loading, and the detection of associations that load one by one.
 */
@NullMarked
package io.inverseof.it.lazyloading;

import org.jspecify.annotations.NullMarked;
