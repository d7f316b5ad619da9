/**
 * Random programs that build and change graphs and save them, fail to save them, roll
 * back and try again, compared with a model of what saving means.
 */
@NullMarked
package io.inverseof.it.saving.random;

import org.jspecify.annotations.NullMarked;
