/**
 * Saves that reviewers found wrong once.
 */
@NullMarked
package io.inverseof.it.saving.corners;

import org.jspecify.annotations.NullMarked;
