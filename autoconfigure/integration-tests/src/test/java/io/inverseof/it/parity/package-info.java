/**
 * The scenarios of Rails' own tests about the two sides of an association, and what went
 * wrong elsewhere; {@code docs/rails-parity.md} lists them.
 */
@NullMarked
package io.inverseof.it.parity;

import org.jspecify.annotations.NullMarked;
