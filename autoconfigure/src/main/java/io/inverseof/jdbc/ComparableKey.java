package io.inverseof.jdbc;

import java.lang.reflect.RecordComponent;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import io.inverseof.holder.TypedKey;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ReflectionUtils;

/**
 * How a key compares in Java and in a database, which may compare texts without regard to
 * case, accents, trailing blanks and punctuation.
 */
final class ComparableKey {

	private ComparableKey() {
	}

	/**
	 * Returns a form of a key that is equal for all keys which a database may take for
	 * the same.
	 */
	static Object folded(Object key) {
		if (key instanceof CharSequence text) {
			return folded(text);
		}
		if (key instanceof TypedKey typed) {
			return typed.with(folded(typed.id()));
		}
		return (key instanceof Record composite) ? foldedParts(composite) : key;
	}

	private static List<?> foldedParts(Record key) {
		return parts(key).map((part) -> (part != null) ? folded(part) : Void.class).toList();
	}

	private static String folded(CharSequence text) {
		String decomposed = isAscii(text) ? text.toString() : Normalizer.normalize(text, Normalizer.Form.NFKD);
		StringBuilder folded = new StringBuilder();
		decomposed.codePoints().filter(Character::isLetterOrDigit).forEach(folded::appendCodePoint);
		return folded.toString().toLowerCase(Locale.ROOT);
	}

	/**
	 * Tells whether keys that are not {@linkplain #folded equal when folded} are
	 * different ones to every database.
	 */
	static boolean isCertain(@Nullable Object key) {
		if (key instanceof CharSequence text) {
			return isAscii(text);
		}
		if (key instanceof TypedKey typed) {
			return isCertain(typed.id());
		}
		if (key instanceof Record composite) {
			return parts(composite).allMatch(ComparableKey::isCertain);
		}
		return key instanceof Long || key instanceof Integer || key instanceof Short || key instanceof UUID
				|| key instanceof Enum<?>;
	}

	private static boolean isAscii(CharSequence text) {
		return text.chars().allMatch((character) -> character < 128);
	}

	private static Stream<@Nullable Object> parts(Record key) {
		return Arrays.stream(Objects.requireNonNull(key.getClass().getRecordComponents()))
			.map((component) -> part(component, key));
	}

	private static @Nullable Object part(RecordComponent component, Record key) {
		ReflectionUtils.makeAccessible(component.getAccessor());
		return ReflectionUtils.invokeMethod(component.getAccessor(), key);
	}

}
