/**
 * What saving graphs does to memory and to the database, on every database.
 */
@NullMarked
package io.inverseof.it.saving;

import org.jspecify.annotations.NullMarked;
