/**
 * What listeners and callbacks get to see of siblings.
 */
@NullMarked
package io.inverseof.it.siblings.callbacks;

import org.jspecify.annotations.NullMarked;
