package io.inverseof.validation;

import java.util.List;

import io.inverseof.HasMany;
import io.inverseof.holder.AssociationHolder;
import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.ValueExtractor;

/**
 * Hands the elements of a has-many that are in memory to Jakarta Validation, loaded or
 * built, and never loads others. Found by {@link java.util.ServiceLoader}, so that any
 * validator knows it. Thread-safe.
 *
 * <pre>{@code
 * public class Author {
 *     &#64;Valid
 *     private final HasMany<Post> posts = hasMany(this);   // violations at posts[0].title
 * }
 * }</pre>
 *
 * @since 0.1.0
 */
public final class HasManyValueExtractor implements ValueExtractor<HasMany<@ExtractedValue ?>> {

	/** The name that the specification gives to elements of a list. */
	private static final String ELEMENT = "<list element>";

	@Override
	public void extractValues(HasMany<?> association, ValueReceiver receiver) {
		List<?> present = (association instanceof AssociationHolder holder) ? holder.inMemory() : List.of();
		for (int index = 0; index < present.size(); index++) {
			receiver.indexedValue(ELEMENT, index, present.get(index));
		}
	}

}
