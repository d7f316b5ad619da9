/**
 * Siblings that several threads read.
 */
@NullMarked
package io.inverseof.it.siblings.threads;

import org.jspecify.annotations.NullMarked;
