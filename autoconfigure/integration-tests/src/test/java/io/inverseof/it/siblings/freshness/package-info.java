/**
 * What is written between a batch and the first read of a sibling.
 */
@NullMarked
package io.inverseof.it.siblings.freshness;

import org.jspecify.annotations.NullMarked;
