/**
 * An application whose package happens to be below ours.
 */
@NullMarked
package io.inverseof.acme;

import org.jspecify.annotations.NullMarked;
