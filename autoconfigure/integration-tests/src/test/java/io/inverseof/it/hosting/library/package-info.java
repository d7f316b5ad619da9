/**
 * A small application with associations.
 */
@NullMarked
package io.inverseof.it.hosting.library;

import org.jspecify.annotations.NullMarked;
