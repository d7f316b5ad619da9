package io.inverseof.validation;

import java.util.List;

import io.inverseof.BelongsTo;
import io.inverseof.ToOne;
import io.inverseof.UnreadKeyException;
import io.inverseof.holder.AssociationHolder;
import io.inverseof.holder.ToChildrenHolder;
import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.UnwrapByDefault;
import jakarta.validation.valueextraction.ValueExtractor;

/**
 * Hands the target of a belongs-to or has-one to Jakarta Validation, if it is in memory,
 * saved or not. Where there is one that is not in memory, or only a query could tell,
 * there is nothing to validate. An empty association is {@code null}, so that
 * {@code @NotNull} on a belongs-to means "has a target or an id", on the association and
 * on its type argument:
 *
 * <pre>{@code
 * public class Post {
 *     &#64;NotNull
 *     private final BelongsTo<Author, Long> author = belongsTo(this);
 * }
 * }</pre>
 *
 * Found by {@link java.util.ServiceLoader}, so that any validator knows it. Thread-safe.
 *
 * @since 0.1.0
 */
@UnwrapByDefault
public final class ToOneValueExtractor implements ValueExtractor<ToOne<@ExtractedValue ?>> {

	@Override
	public void extractValues(ToOne<?> association, ValueReceiver receiver) {
		List<?> present = (association instanceof AssociationHolder holder) ? holder.inMemory() : List.of();
		if (!present.isEmpty()) {
			receiver.value(null, present.get(0));
		}
		else if (isEmpty(association)) {
			receiver.value(null, null);
		}
	}

	private static boolean isEmpty(ToOne<?> association) {
		if (association instanceof BelongsTo<?, ?> reference) {
			return hasNoKey(reference);
		}
		return association instanceof ToChildrenHolder holder && isKnown(holder);
	}

	/**
	 * A key that was not read may be there.
	 */
	private static boolean hasNoKey(BelongsTo<?, ?> reference) {
		try {
			return reference.getId() == null;
		}
		catch (UnreadKeyException ex) {
			return false;
		}
	}

	/**
	 * Nothing refers to the row of an owner that has none.
	 */
	private static boolean isKnown(ToChildrenHolder holder) {
		return holder.isLoaded() || holder.idOf(holder.owner()) == null;
	}

}
