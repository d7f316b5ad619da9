package io.inverseof.holder;

import org.jspecify.annotations.Nullable;

/**
 * The target of a belongs-to as an {@link Attachment} found it.
 *
 * @param target the target, or {@code null} if the row does not exist
 * @param avoided why no SELECT was sent, or {@code null} if one was
 * @since 0.1.0
 */
public record Found(@Nullable Object target, @Nullable AvoidedReason avoided) {

}
