/**
 * Associations that know their inverse: the types an application writes in its entities
 * and catches as exceptions. This package imports nothing else of inverseof.
 */
@NullMarked
package io.inverseof;

import org.jspecify.annotations.NullMarked;
