/**
 * An application whose ids are of types of its own.
 */
@NullMarked
package io.inverseof.it.hosting.typedids;

import org.jspecify.annotations.NullMarked;
