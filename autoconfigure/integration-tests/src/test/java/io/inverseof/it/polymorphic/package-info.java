/**
 * Polymorphic associations: images of products, employees and others.
 */
@NullMarked
package io.inverseof.it.polymorphic;

import org.jspecify.annotations.NullMarked;
