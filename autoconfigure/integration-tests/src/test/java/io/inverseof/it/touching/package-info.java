/**
 * Timestamps of targets, set when rows that refer to them are written.
 */
@NullMarked
package io.inverseof.it.touching;

import org.jspecify.annotations.NullMarked;
