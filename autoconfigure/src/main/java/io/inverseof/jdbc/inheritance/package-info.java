/**
 * Single-table inheritance on Spring Data JDBC: conditions, columns and statements for
 * subclasses that share the table of an entity.
 */
@NullMarked
package io.inverseof.jdbc.inheritance;

import org.jspecify.annotations.NullMarked;
