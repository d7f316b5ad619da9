/**
 * One entity for each way to declare an association.
 */
@NullMarked
package io.inverseof.it.reading.shapes;

import org.jspecify.annotations.NullMarked;
