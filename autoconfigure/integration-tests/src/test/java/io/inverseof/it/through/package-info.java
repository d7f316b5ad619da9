/**
 * What associations that go through others read, write and keep in memory.
 */
@NullMarked
package io.inverseof.it.through;

import org.jspecify.annotations.NullMarked;
