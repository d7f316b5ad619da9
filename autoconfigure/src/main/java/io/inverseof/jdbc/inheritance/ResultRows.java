package io.inverseof.jdbc.inheritance;

import org.jspecify.annotations.Nullable;

import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.DtoInstantiatingConverter;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.repository.query.RowMapperFactory;
import org.springframework.data.repository.query.ResultProcessor;
import org.springframework.data.repository.query.ReturnedType;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.util.ClassUtils;

/**
 * Makes what a method returns of the rows of its query.
 *
 * @param converter knows the mapping
 * @param rowMappers read the rows
 */
record ResultRows(JdbcConverter converter, RowMapperFactory rowMappers) {

	/**
	 * Makes entities, or projections of them.
	 */
	@SuppressWarnings("NullAway") // a row mapper may return null
	RowMapper<?> of(ResultProcessor processor, Class<?> type) {
		RowMapper<Object> entities = this.rowMappers.create(type);
		Converter<Object, Object> instantiation = new DtoInstantiatingConverter(
				processor.getReturnedType().getReturnedType(), this.converter.getMappingContext(),
				this.converter.getEntityInstantiators());
		return (row, number) -> projected(entities.mapRow(row, number), processor, instantiation);
	}

	/**
	 * Makes numbers.
	 */
	RowMapper<?> ofValues(ResultProcessor processor) {
		return this.rowMappers.create(processor.getReturnedType().getReturnedType());
	}

	private static @Nullable Object projected(@Nullable Object entity, ResultProcessor processor,
			Converter<Object, Object> instantiation) {
		ReturnedType returned = processor.getReturnedType();
		boolean asIs = entity == null || ClassUtils.isPrimitiveOrWrapper(returned.getReturnedType())
				|| returned.getReturnedType().isInstance(entity);
		return asIs ? entity : processor.processResult(entity, instantiation);
	}

}
