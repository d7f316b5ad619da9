/**
 * Saves and deletes graphs: aggregates together with the associations between them.
 */
@NullMarked
package io.inverseof.jdbc.saving;

import org.jspecify.annotations.NullMarked;
