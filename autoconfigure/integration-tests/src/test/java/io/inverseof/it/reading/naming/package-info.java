/**
 * Columns with names of their own.
 */
@NullMarked
package io.inverseof.it.reading.naming;

import org.jspecify.annotations.NullMarked;
