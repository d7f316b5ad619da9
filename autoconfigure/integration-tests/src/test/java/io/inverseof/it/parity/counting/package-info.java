/**
 * What Rails tests about counters and timestamps that other rows keep.
 */
@NullMarked
package io.inverseof.it.parity.counting;

import org.jspecify.annotations.NullMarked;
