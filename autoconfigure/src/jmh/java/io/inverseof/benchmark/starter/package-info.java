/**
 * The application with the starter.
 */
@NullMarked
package io.inverseof.benchmark.starter;

import org.jspecify.annotations.NullMarked;
