/**
 * Subclasses that share the table of their superclass, by {@code @Discriminator}.
 */
@NullMarked
package io.inverseof.it.inheritance;

import org.jspecify.annotations.NullMarked;
