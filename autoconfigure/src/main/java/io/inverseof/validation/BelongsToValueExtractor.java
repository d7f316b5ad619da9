package io.inverseof.validation;

import io.inverseof.BelongsTo;
import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.UnwrapByDefault;
import jakarta.validation.valueextraction.ValueExtractor;

/**
 * Does for annotations on a belongs-to itself what {@link ToOneValueExtractor} does for
 * those on its type argument, with {@code author} instead of {@code author<T>} as the
 * path of a violation. Found by {@link java.util.ServiceLoader}, so that any validator
 * knows it. Thread-safe.
 *
 * @since 0.1.0
 */
@UnwrapByDefault
public final class BelongsToValueExtractor
		implements ValueExtractor<@ExtractedValue(type = Object.class) BelongsTo<?, ?>> {

	private final ToOneValueExtractor targets = new ToOneValueExtractor();

	@Override
	public void extractValues(BelongsTo<?, ?> reference, ValueReceiver receiver) {
		this.targets.extractValues(reference, receiver);
	}

}
