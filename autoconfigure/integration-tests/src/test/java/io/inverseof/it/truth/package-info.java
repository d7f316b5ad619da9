/**
 * Metrics against the statements that were really sent: random traversal programs, run
 * naively and normally over the same data, and the scenarios of the documentation.
 */
@NullMarked
package io.inverseof.it.truth;

import org.jspecify.annotations.NullMarked;
