/**
 * Associations of objects that were read together load together.
 */
@NullMarked
package io.inverseof.it.siblings;

import org.jspecify.annotations.NullMarked;
