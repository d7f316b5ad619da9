package io.inverseof.holder;

import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.support.DefaultConversionService;

/**
 * An id in the form a caller has it at hand.
 */
final class GivenId {

	private GivenId() {
	}

	/**
	 * Converts an id to the type of the ids it is compared with.
	 * @return the converted id, or the given one if it cannot be such an id
	 */
	static Object as(Object id, Class<?> type) {
		boolean convertible = (id instanceof Number && Number.class.isAssignableFrom(type))
				|| id instanceof CharSequence;
		if (type.isInstance(id) || !convertible) {
			return id;
		}
		try {
			Object converted = DefaultConversionService.getSharedInstance().convert(id, type);
			return (converted != null) ? converted : id;
		}
		catch (ConversionException ex) {
			return id;
		}
	}

}
