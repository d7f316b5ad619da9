/**
 * Keys that a database compares otherwise than Java does.
 */
@NullMarked
package io.inverseof.it.siblings.texts;

import org.jspecify.annotations.NullMarked;
