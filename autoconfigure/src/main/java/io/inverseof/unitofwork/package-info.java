/**
 * The unit of work, bound to a transaction or to a piece of code, its cache of
 * aggregates, and the listener through which metrics and tests observe what happens.
 */
@NullMarked
package io.inverseof.unitofwork;

import org.jspecify.annotations.NullMarked;
