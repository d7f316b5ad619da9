/**
 * Siblings that are told apart by keys of all shapes.
 */
@NullMarked
package io.inverseof.it.siblings.keys;

import org.jspecify.annotations.NullMarked;
