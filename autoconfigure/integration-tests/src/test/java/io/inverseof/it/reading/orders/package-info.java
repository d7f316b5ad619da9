/**
 * Orders whose lines, gifts, notes and shipment are inside the aggregate and refer to
 * products.
 */
@NullMarked
package io.inverseof.it.reading.orders;

import org.jspecify.annotations.NullMarked;
