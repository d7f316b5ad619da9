/**
 * How many keys one query asks for, and when siblings load alone after all.
 */
@NullMarked
package io.inverseof.it.siblings.rules;

import org.jspecify.annotations.NullMarked;
