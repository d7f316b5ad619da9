package io.inverseof.model;

import org.jspecify.annotations.Nullable;

import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.data.jdbc.core.mapping.AggregateReference;
import org.springframework.util.ClassUtils;

/**
 * Values of criteria as properties take them.
 */
final class ScopeValues {

	private ScopeValues() {
	}

	/**
	 * Converts a value where that is simple, such as a name to an enum constant.
	 * @return the value, or {@code null} if it does not fit
	 */
	static @Nullable Object as(@Nullable Class<?> type, @Nullable Object value) {
		if (type == null || value == null || ClassUtils.isAssignableValue(type, value)) {
			return value;
		}
		if (type == AggregateReference.class) {
			return AggregateReference.to(value);
		}
		return (type.isEnum() && !(value instanceof String)) ? null : convert(type, value);
	}

	private static @Nullable Object convert(Class<?> type, Object value) {
		try {
			return DefaultConversionService.getSharedInstance().convert(value, type);
		}
		catch (ConversionException ex) {
			return null;
		}
	}

}
