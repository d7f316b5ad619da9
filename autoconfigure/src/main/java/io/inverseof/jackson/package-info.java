/**
 * Writes and reads associations as JSON with Jackson 3, without ever loading.
 */
@NullMarked
package io.inverseof.jackson;

import org.jspecify.annotations.NullMarked;
