/**
 * Test support: counts the statements an application sends, and asserts that both sides
 * of an association hold the same objects.
 */
@NullMarked
package io.inverseof.test;

import org.jspecify.annotations.NullMarked;
