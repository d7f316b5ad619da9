/**
 * Associations beside plain id properties that were there before, the shape of most real
 * applications.
 */
@NullMarked
package io.inverseof.it.reading.plainid;

import org.jspecify.annotations.NullMarked;
