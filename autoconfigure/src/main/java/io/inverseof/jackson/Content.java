package io.inverseof.jackson;

import java.util.ArrayList;
import java.util.List;

import io.inverseof.Association;
import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.UnreadKeyException;
import io.inverseof.holder.AssociationHolder;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamContext;

/**
 * What there is to write of an association, without loading anything.
 *
 * @param isKnown whether there is anything to write, {@code null} included
 * @param value the id of a belongs-to, with its type if it is polymorphic, the target of
 * a has-one, a list of the elements of a has-many, or {@code null}
 */
record Content(boolean isKnown, @Nullable Object value) {

	private static final Content UNKNOWN = new Content(false, null);

	/**
	 * Looks at an association.
	 * @param association the association, or {@code null} if an entity has none
	 * @param position where it is going to be written
	 */
	static Content of(@Nullable Association association, TokenStreamContext position) {
		if (association == null) {
			return known(null);
		}
		if (association instanceof BelongsTo<?, ?> reference) {
			return key(reference);
		}
		return (association instanceof AssociationHolder holder && isRead(holder)) ? targets(holder, position)
				: UNKNOWN;
	}

	private static Content known(@Nullable Object value) {
		return new Content(true, value);
	}

	private static Content key(BelongsTo<?, ?> reference) {
		try {
			return known(PolymorphicJson.of(reference));
		}
		catch (UnreadKeyException ex) {
			return UNKNOWN;
		}
	}

	/**
	 * What was read but forgotten since must not pass for an empty association.
	 */
	private static boolean isRead(AssociationHolder holder) {
		return holder.isRead() && (holder.isLoaded() || holder.attachment() == null);
	}

	private static Content targets(AssociationHolder holder, TokenStreamContext position) {
		List<?> present = holder.inMemory();
		List<Object> written = new ArrayList<>(present);
		written.removeIf((target) -> isBeingWritten(target, position));
		if (holder instanceof HasMany<?>) {
			return known(written);
		}
		if (present.isEmpty()) {
			return known(null);
		}
		return written.isEmpty() ? UNKNOWN : known(written.get(0));
	}

	private static boolean isBeingWritten(Object target, TokenStreamContext position) {
		for (TokenStreamContext level = position; level != null; level = level.getParent()) {
			if (level.currentValue() == target) {
				return true;
			}
		}
		return false;
	}

}
