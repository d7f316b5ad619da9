/**
 * The code of the README and of the pages in {@code docs/}: what stands between
 * {@code tag::name[]} and {@code end::name[]} is printed there, and runs here.
 */
@NullMarked
package io.inverseof.it.docs;

import org.jspecify.annotations.NullMarked;
