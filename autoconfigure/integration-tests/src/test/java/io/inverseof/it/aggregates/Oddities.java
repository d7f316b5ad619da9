package io.inverseof.it.aggregates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.inverseof.it.reading.TestDomain;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.annotation.Id;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.convert.EntityRowMapper;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.jdbc.repository.config.JdbcConfiguration;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.event.AfterConvertCallback;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.jdbc.core.RowMapper;

/**
 * Aggregates whose rows are hard to read together.
 */
@TestDomain
class Oddities {

	static final String SCHEMA = """
			create table mismatched(id varchar(10) primary key, name varchar(20));
			create table loose_item(mismatched int, name varchar(20));
			create table fragile(id ${identity}, name varchar(20));
			create table piece(fragile bigint, weight varchar(20));
			create table plain(id ${identity}, name varchar(20))
			""";

	record Mismatched(@Id String id, @Nullable String name, Set<LooseItem> items) {
	}

	record LooseItem(@Nullable String name) {
	}

	static class Fragile {

		@Id
		@Nullable Long id;

		@Nullable String name;

		Set<Piece> pieces = new LinkedHashSet<>();

	}

	record Piece(@Nullable Weight weight) {
	}

	record Weight(int grams) {
	}

	record Plain(@Id @Nullable Long id, @Nullable String name) {
	}

	interface MismatchedRepository extends ListCrudRepository<Mismatched, String> {

	}

	interface FragileRepository extends ListCrudRepository<Fragile, Long> {

		@Query(value = "select f.*, f.id * 1.5 as one_and_half, true as flag from fragile f order by f.id",
				rowMapperRef = "wordy")
		List<Map.Entry<Fragile, List<Object>>> findWordily();

	}

	interface PlainRepository extends ListCrudRepository<Plain, Long> {

	}

	@ReadingConverter
	enum ToWeight implements Converter<String, Weight> {

		INSTANCE;

		@Override
		public Weight convert(String source) {
			return new Weight(Integer.parseInt(source));
		}

	}

	@WritingConverter
	enum FromWeight implements Converter<Weight, String> {

		INSTANCE;

		@Override
		public String convert(Weight source) {
			return String.valueOf(source.grams());
		}

	}

	/**
	 * Remembers which aggregates were made.
	 */
	static class Made implements AfterConvertCallback<Fragile> {

		final List<@Nullable String> names = new ArrayList<>();

		@Override
		public Fragile onAfterConvert(Fragile aggregate) {
			this.names.add(aggregate.name);
			return aggregate;
		}

	}

	/**
	 * Reads columns before and after the entity, by name and by index, as many types.
	 */
	static class Wordy implements RowMapper<Map.Entry<Fragile, List<Object>>> {

		private final ObjectProvider<JdbcConverter> converter;

		Wordy(ObjectProvider<JdbcConverter> converter) {
			this.converter = converter;
		}

		@Override
		@SuppressWarnings("unchecked")
		public Map.Entry<Fragile, List<Object>> mapRow(ResultSet rows, int row) throws SQLException {
			JdbcConverter converter = this.converter.getObject();
			long before = rows.getLong("id");
			RelationalPersistentEntity<Fragile> entity = (RelationalPersistentEntity<Fragile>) converter
				.getMappingContext()
				.getRequiredPersistentEntity(Fragile.class);
			Fragile fragile = new EntityRowMapper<>(entity, converter).mapRow(rows, row);
			return Map.entry(fragile,
					List.of(before, row, rows.getInt(1), rows.getString("name"), rows.getBigDecimal("one_and_half"),
							rows.getString("one_and_half"), rows.getDouble(3), rows.getBoolean("flag"),
							rows.getString("flag"), rows.getObject("id", Long.class),
							String.valueOf(rows.getObject("one_and_half")), rows.wasNull(), rows.findColumn("NAME"),
							rows.getMetaData().getColumnCount(), rows.isFirst(), rows.getRow()));
		}

	}

	@Bean
	JdbcCustomConversions jdbcCustomConversions(JdbcDialect dialect) {
		return JdbcConfiguration.createCustomConversions(dialect, List.of(ToWeight.INSTANCE, FromWeight.INSTANCE));
	}

	@Bean
	Made made() {
		return new Made();
	}

	@Bean
	@Lazy
	Wordy wordy(ObjectProvider<JdbcConverter> converter) {
		return new Wordy(converter);
	}

}
