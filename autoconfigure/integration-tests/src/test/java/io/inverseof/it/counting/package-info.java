/**
 * Counters of targets, whoever inserts, moves or deletes the rows that they count.
 */
@NullMarked
package io.inverseof.it.counting;

import org.jspecify.annotations.NullMarked;
