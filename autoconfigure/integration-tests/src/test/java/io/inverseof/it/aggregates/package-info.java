/**
 * Collections inside aggregates, read together and one by one.
 */
@NullMarked
package io.inverseof.it.aggregates;

import org.jspecify.annotations.NullMarked;
