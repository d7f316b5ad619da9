/**
 * What the library costs, against stock Spring Data JDBC.
 */
@NullMarked
package io.inverseof.benchmark;

import org.jspecify.annotations.NullMarked;
