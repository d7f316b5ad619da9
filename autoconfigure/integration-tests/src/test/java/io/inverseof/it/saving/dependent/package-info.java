/**
 * What happens to the rows that depend on others when these are deleted, on every
 * database.
 */
@NullMarked
package io.inverseof.it.saving.dependent;

import org.jspecify.annotations.NullMarked;
