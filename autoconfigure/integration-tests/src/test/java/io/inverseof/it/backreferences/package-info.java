/**
 * Entities inside aggregates that know their parent.
 */
@NullMarked
package io.inverseof.it.backreferences;

import org.jspecify.annotations.NullMarked;
