/**
 * Meters about associations, the only place that knows Micrometer.
 */
@NullMarked
package io.inverseof.metrics;

import org.jspecify.annotations.NullMarked;
