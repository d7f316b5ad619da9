package io.inverseof.jdbc.batch;

import org.jspecify.annotations.Nullable;

import org.springframework.data.core.TypeInformation;
import org.springframework.data.jdbc.core.convert.Identifier;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.relational.domain.RowDocument;

/**
 * How a row becomes an object, which is all that batching needs to know about that.
 */
interface RowConversion {

	/**
	 * Makes an entity inside an aggregate.
	 */
	Object toEntity(TypeInformation<?> type, RowDocument row, Identifier identifier);

	/**
	 * Makes the key of an entry of a map.
	 */
	@Nullable Object toKey(Object value, Class<?> type);

	/**
	 * The way of Spring Data JDBC.
	 */
	static RowConversion by(JdbcConverter converter) {
		return new RowConversion() {

			@Override
			public Object toEntity(TypeInformation<?> type, RowDocument row, Identifier identifier) {
				return converter.readAndResolve(type, row, identifier);
			}

			@Override
			public @Nullable Object toKey(Object value, Class<?> type) {
				return converter.readValue(value, TypeInformation.of(type));
			}

		};
	}

}
