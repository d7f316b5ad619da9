/**
 * Real databases for the integration tests, started from Maven artifacts alone.
 */
@NullMarked
package io.inverseof.it.support;

import org.jspecify.annotations.NullMarked;
