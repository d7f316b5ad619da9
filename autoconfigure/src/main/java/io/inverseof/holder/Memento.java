package io.inverseof.holder;

import org.jspecify.annotations.Nullable;

/**
 * What a rollback brings back of an association.
 *
 * @param owner the owner then; an immutable one may have a copy by now
 * @param state what was known then, or what was in memory only
 */
record Memento<S>(@Nullable Object owner, S state) {

}
