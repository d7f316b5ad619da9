package io.inverseof.jdbc.batch;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

import org.springframework.data.jdbc.core.convert.Identifier;

/**
 * What rows of a collection have in common with the row that they belong to. The two are
 * read from different columns, which may pad, widen or spell the same key differently, so
 * equal keys are those that any database may take for equal.
 *
 * @param parts one value for each column
 */
record CollectionKey(List<Object> parts) {

	private static final int MOST_DIGITS = 19;

	private static final Pattern MARKS = Pattern.compile("\\p{M}+");

	static CollectionKey of(Identifier identifier) {
		return of(identifier.toMap().values());
	}

	static CollectionKey of(Object... values) {
		return of(Arrays.asList(values));
	}

	private static CollectionKey of(Collection<Object> values) {
		List<Object> parts = new ArrayList<>(values.size());
		values.forEach((value) -> parts.add(normalized(value)));
		return new CollectionKey(parts);
	}

	private static Object normalized(Object value) {
		if (value instanceof Number number) {
			return normalized(number);
		}
		if (value instanceof byte[] bytes) {
			return ByteBuffer.wrap(bytes);
		}
		if (value instanceof CharSequence || value instanceof Character || value instanceof UUID) {
			return normalized(value.toString());
		}
		return value;
	}

	private static Object normalized(Number number) {
		if (number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte) {
			return number.longValue();
		}
		BigDecimal decimal = decimal(number);
		return isLong(decimal) ? decimal.longValueExact() : decimal;
	}

	private static BigDecimal decimal(Number number) {
		BigDecimal decimal = (number instanceof BigDecimal given) ? given : new BigDecimal(number.toString());
		return decimal.stripTrailingZeros();
	}

	private static boolean isLong(BigDecimal decimal) {
		boolean integral = decimal.scale() <= 0 && decimal.precision() - decimal.scale() <= MOST_DIGITS;
		return integral && decimal.toBigIntegerExact().bitLength() < Long.SIZE;
	}

	/**
	 * Databases may ignore trailing blanks, cases and accents, each as its collations
	 * say.
	 */
	private static String normalized(String text) {
		String stripped = text.stripTrailing();
		return (isAscii(stripped) ? stripped : withoutMarks(stripped)).toLowerCase(Locale.ROOT);
	}

	private static boolean isAscii(String text) {
		return text.chars().allMatch((character) -> character < 128);
	}

	private static String withoutMarks(String text) {
		return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("").toUpperCase(Locale.ROOT);
	}

}
