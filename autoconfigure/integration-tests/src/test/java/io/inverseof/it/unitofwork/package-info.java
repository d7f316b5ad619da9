/**
 * The unit of work as transactions, threads and memory see it.
 */
@NullMarked
package io.inverseof.it.unitofwork;

import org.jspecify.annotations.NullMarked;
