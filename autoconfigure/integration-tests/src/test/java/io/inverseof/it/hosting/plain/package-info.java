/**
 * A small application without associations.
 */
@NullMarked
package io.inverseof.it.hosting.plain;

import org.jspecify.annotations.NullMarked;
