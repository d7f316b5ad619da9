package io.inverseof.model;

import org.jspecify.annotations.Nullable;

/**
 * The column beside a foreign key that tells which class the key is an id of.
 *
 * @param name the name of the column as the mapping renders it
 * @param value what the column holds for the rows of this association, {@code null} for a
 * polymorphic belongs-to, whose rows have different values
 * @since 0.1.0
 */
public record TypeColumn(String name, @Nullable String value) {

}
