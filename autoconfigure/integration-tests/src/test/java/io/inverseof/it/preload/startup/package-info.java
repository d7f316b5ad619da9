/**
 * Applications that do not start because of {@code @Preload}.
 */
@NullMarked
package io.inverseof.it.preload.startup;

import org.jspecify.annotations.NullMarked;
