/**
 * What Rails tests about belongs-to whose target has one of several classes.
 */
@NullMarked
package io.inverseof.it.parity.polymorphic;

import org.jspecify.annotations.NullMarked;
