/**
 * Projects and tasks: associations that are filtered, sorted and limited.
 */
@NullMarked
package io.inverseof.it.reading.scoped;

import org.jspecify.annotations.NullMarked;
