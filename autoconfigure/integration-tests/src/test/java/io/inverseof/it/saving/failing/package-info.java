/**
 * Saving and loading over a data source that fails at any statement: afterwards memory
 * and database agree, and the next attempt works.
 */
@NullMarked
package io.inverseof.it.saving.failing;

import org.jspecify.annotations.NullMarked;
