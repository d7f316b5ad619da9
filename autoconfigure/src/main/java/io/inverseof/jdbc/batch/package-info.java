/**
 * Reads the collections inside many aggregates by one statement for each path: looking
 * ahead in the rows of a query, and handing out to each aggregate what is its own.
 */
@NullMarked
package io.inverseof.jdbc.batch;

import org.jspecify.annotations.NullMarked;
