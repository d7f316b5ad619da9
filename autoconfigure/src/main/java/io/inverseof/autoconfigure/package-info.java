/**
 * Auto-configuration: puts the inverse-aware layer under Spring Data JDBC, and binds the
 * properties.
 */
@NullMarked
package io.inverseof.autoconfigure;

import org.jspecify.annotations.NullMarked;
