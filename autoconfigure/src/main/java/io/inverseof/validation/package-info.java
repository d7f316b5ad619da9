/**
 * Lets Jakarta Validation look into associations, without ever loading.
 */
@NullMarked
package io.inverseof.validation;

import org.jspecify.annotations.NullMarked;
