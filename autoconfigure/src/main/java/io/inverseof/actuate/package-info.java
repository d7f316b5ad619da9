/**
 * The actuator endpoint that explains associations and flags.
 */
@NullMarked
package io.inverseof.actuate;

import org.jspecify.annotations.NullMarked;
