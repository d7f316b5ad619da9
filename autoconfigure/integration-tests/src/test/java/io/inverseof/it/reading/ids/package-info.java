/**
 * Targets with ids of many types.
 */
@NullMarked
package io.inverseof.it.reading.ids;

import org.jspecify.annotations.NullMarked;
