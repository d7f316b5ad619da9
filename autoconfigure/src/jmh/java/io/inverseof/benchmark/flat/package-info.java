/**
 * What both applications have.
 */
@NullMarked
package io.inverseof.benchmark.flat;

import org.jspecify.annotations.NullMarked;
