/**
 * What Rails tests about associations that lead through others.
 */
@NullMarked
package io.inverseof.it.parity.through;

import org.jspecify.annotations.NullMarked;
