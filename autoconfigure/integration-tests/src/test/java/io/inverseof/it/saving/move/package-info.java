/**
 * What saves send for children that were moved and removed.
 */
@NullMarked
package io.inverseof.it.saving.move;

import org.jspecify.annotations.NullMarked;
