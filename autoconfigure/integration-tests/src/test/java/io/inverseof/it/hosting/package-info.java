/**
 * Applications that configure Spring Data JDBC in their own way: the starter works in
 * them, or stops with a sentence that says what to do.
 */
@NullMarked
package io.inverseof.it.hosting;

import org.jspecify.annotations.NullMarked;
