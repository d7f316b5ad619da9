/**
 * The application without the starter.
 */
@NullMarked
package io.inverseof.benchmark.stock;

import org.jspecify.annotations.NullMarked;
