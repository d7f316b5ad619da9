/**
 * What is said about associations that load by themselves: strict loading, and the
 * detection of those that load one by one.
 */
@NullMarked
package io.inverseof.lazyloading;

import org.jspecify.annotations.NullMarked;
