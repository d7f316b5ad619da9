/**
 * What building and creating do, on every kind and side.
 */
@NullMarked
package io.inverseof.it.saving.create;

import org.jspecify.annotations.NullMarked;
