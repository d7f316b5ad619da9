package io.inverseof.holder;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The children of an owner as an {@link Attachment} found them.
 *
 * @param rows the children in the order of the association
 * @param avoided why no SELECT was sent, or {@code null} if one was
 * @since 0.1.0
 */
public record FoundChildren(List<?> rows, @Nullable AvoidedReason avoided) {

}
