/**
 * What Rails tests about several classes in one table.
 */
@NullMarked
package io.inverseof.it.parity.inheritance;

import org.jspecify.annotations.NullMarked;
