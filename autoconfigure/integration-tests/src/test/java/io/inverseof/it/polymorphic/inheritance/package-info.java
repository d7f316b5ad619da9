/**
 * Polymorphic references to classes that share a table.
 */
@NullMarked
package io.inverseof.it.polymorphic.inheritance;

import org.jspecify.annotations.NullMarked;
