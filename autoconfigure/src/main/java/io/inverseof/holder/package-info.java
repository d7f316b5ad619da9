/**
 * The objects behind {@code BelongsTo}, {@code HasOne} and {@code HasMany}: what they
 * hold, and how both sides are wired in memory, with or without Spring. Loading is left
 * to an {@link io.inverseof.holder.Attachment}.
 */
@NullMarked
package io.inverseof.holder;

import org.jspecify.annotations.NullMarked;
