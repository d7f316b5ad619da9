/**
 * Tables and columns that exist in another case only.
 */
@NullMarked
package io.inverseof.it.reading.spelling;

import org.jspecify.annotations.NullMarked;
