/**
 * Reading associations, each shape of entity in a domain of its own, on H2 and on
 * PostgreSQL.
 */
@NullMarked
package io.inverseof.it.reading;

import org.jspecify.annotations.NullMarked;
