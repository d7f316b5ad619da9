/**
 * Albums with tracks, loaded by one query each.
 */
@NullMarked
package io.inverseof.it.reading.singlequery;

import org.jspecify.annotations.NullMarked;
