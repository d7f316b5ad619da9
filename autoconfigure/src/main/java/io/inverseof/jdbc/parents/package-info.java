/**
 * What rows tell the rows they refer to: counters and timestamps of targets, which follow
 * whatever inserts, moves or deletes a row.
 */
@NullMarked
package io.inverseof.jdbc.parents;

import org.jspecify.annotations.NullMarked;
