/**
 * All ways to read the same posts.
 */
@NullMarked
package io.inverseof.it.reading.roads;

import org.jspecify.annotations.NullMarked;
