/**
 * Rooms whose id has two parts, and what refers to them.
 */
@NullMarked
package io.inverseof.it.reading.composite;

import org.jspecify.annotations.NullMarked;
