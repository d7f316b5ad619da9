/**
 * What siblings keep in memory, and what they let go.
 */
@NullMarked
package io.inverseof.it.siblings.memory;

import org.jspecify.annotations.NullMarked;
