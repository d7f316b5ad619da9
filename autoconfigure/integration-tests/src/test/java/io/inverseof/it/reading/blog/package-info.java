/**
 * Authors, posts, comments and profiles: plain classes with generated keys, and a record.
 */
@NullMarked
package io.inverseof.it.reading.blog;

import org.jspecify.annotations.NullMarked;
