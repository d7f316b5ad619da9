/**
 * Rows that are read without their keys.
 */
@NullMarked
package io.inverseof.it.reading.unread;

import org.jspecify.annotations.NullMarked;
