/**
 * Nested input: JSON and forms, read, validated, and saved by one {@code save}.
 */
@NullMarked
package io.inverseof.it.nested;

import org.jspecify.annotations.NullMarked;
