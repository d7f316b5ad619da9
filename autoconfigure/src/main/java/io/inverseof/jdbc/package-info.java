/**
 * The inverse-aware layer under Spring Data JDBC: mapping, conversion, loading and the
 * hooks around saving. The only package that knows how Spring Data JDBC works inside.
 */
@NullMarked
package io.inverseof.jdbc;

import org.jspecify.annotations.NullMarked;
