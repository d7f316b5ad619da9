/**
 * What saves that insert new objects send and leave behind.
 */
@NullMarked
package io.inverseof.it.saving.insert;

import org.jspecify.annotations.NullMarked;
