package io.inverseof.it.zoo;

import java.math.BigDecimal;
import java.sql.JDBCType;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

import org.springframework.core.convert.converter.Converter;
import org.springframework.data.annotation.Id;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.mapping.JdbcValue;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.data.relational.domain.RowDocument;
import org.springframework.data.repository.ListCrudRepository;

/**
 * Columns of all kinds: enums, arrays, binary, dates, and types with converters.
 */
final class ValueExhibit implements Exhibit {

	static List<Object> converters(boolean postgres) {
		List<Object> converters = new ArrayList<>();
		converters.add(new WeightWriter());
		converters.add(new WeightReader());
		converters.add(new RatingWriter());
		converters.add(new RatingReader());
		converters.add(new LegacyReader());
		converters.add(postgres ? new JsonbChartWriter() : new TextChartWriter());
		converters.add(postgres ? new JsonbChartReader() : new TextChartReader());
		return converters;
	}

	@Override
	public String schema() {
		return """
				CREATE TABLE specimen (
					id ${identity},
					alive BOOLEAN,
					shorty SMALLINT,
					number INT,
					big BIGINT,
					ratio REAL,
					precise DOUBLE PRECISION,
					price NUMERIC(12, 2),
					name VARCHAR(100),
					mood VARCHAR(20),
					weight NUMERIC(12, 3),
					rating VARCHAR(20),
					chart ${json},
					nicknames VARCHAR(50) ARRAY,
					aliases VARCHAR(50) ARRAY,
					scores INT ARRAY,
					codes VARCHAR(50) ARRAY,
					photo BYTEA,
					token UUID,
					born DATE,
					feeding TIME,
					weighed TIMESTAMP,
					moved TIMESTAMP WITH TIME ZONE,
					arrived TIMESTAMP
				);
				CREATE TABLE legacy (id ${identity}, payload VARCHAR(100));
				CREATE TABLE plain (id ${identity}, flag BOOLEAN NOT NULL, count INT NOT NULL, letter VARCHAR(1));
				""";
	}

	@Scene
	void savesAndReadsEveryKindOfColumn(Visit visit) {
		Specimen saved = visit.saw(visit.get(Specimens.class).save(full()));
		visit.saw(visit.get(Specimens.class).findById(saved.id));
	}

	@Scene
	void savesAndReadsNullsInEveryKindOfColumn(Visit visit) {
		Specimen saved = visit.saw(visit.get(Specimens.class).save(new Specimen()));
		visit.saw(visit.get(Specimens.class).findById(saved.id));
	}

	@Scene
	void updatesEveryKindOfColumn(Visit visit) {
		Specimen saved = visit.get(Specimens.class).save(new Specimen());
		Specimen changed = full();
		changed.id = saved.id;
		visit.saw(visit.get(Specimens.class).save(changed));
		visit.saw(visit.get(Specimens.class).findAll());
	}

	@Scene
	void insertsABatch(Visit visit) {
		visit.saw(visit.get(Specimens.class).saveAll(List.of(full(), new Specimen(), full())));
		visit.saw(visit.get(Specimens.class).findAll());
	}

	@Scene
	void findsByAnEnumAConvertedValueAUuidAndDates(Visit visit) {
		Specimens specimens = visit.get(Specimens.class);
		Specimen specimen = specimens.save(full());
		visit.saw(specimens.findByMood(Mood.WILD));
		visit.saw(specimens.findByMoodIn(Set.of(Mood.WILD)));
		visit.saw(specimens.findByWeight(new Weight(new BigDecimal("12.500"))));
		visit.saw(specimens.findByRating(new Rating(4)));
		visit.saw(specimens.findByToken(specimen.token));
		visit.saw(specimens.findByBornBefore(LocalDate.of(2030, 1, 1)));
		visit.saw(specimens.findByMovedAfter(Instant.EPOCH));
		visit.saw(specimens.findByAliveTrue());
	}

	@Scene
	void findsByCriteriaWithConvertedValues(Visit visit) {
		visit.get(Specimens.class).save(full());
		visit.saw(visit.template()
			.findAll(Query.query(Criteria.where("mood").is(Mood.WILD).and("weight").in(weight("1"), weight("12.5"))),
					Specimen.class));
		visit.saw(visit.template().count(Query.query(Criteria.where("rating").not(new Rating(4))), Specimen.class));
	}

	@Scene
	void readsAWholeEntityByAConverter(Visit visit) {
		visit.jdbc().update("INSERT INTO legacy (payload) VALUES ('1;old')");
		visit.saw(visit.get(Legacies.class).findAll());
		visit.saw(visit.template().findById(1L, Legacy.class));
		visit.saw(visit.get(Legacies.class).findByPayload("1;old"));
	}

	@Scene
	void failsToReadAnUnknownEnumConstant(Visit visit) {
		visit.jdbc().update("INSERT INTO specimen (mood) VALUES ('HUNGRY')");
		visit.sawFailure(() -> visit.get(Specimens.class).findAll());
		visit.sawFailure(() -> visit.get(Specimens.class).findById(1L));
		visit.sawFailure(() -> visit.get(Specimens.class).findByAliveIsNull());
	}

	@Scene
	void leavesPrimitivesAloneWhereTheColumnIsNull(Visit visit) {
		Plain saved = visit.template().save(new Plain());
		visit.saw(saved);
		visit.saw(visit.template().findById(saved.id, Plain.class));
	}

	private static Weight weight(String kilograms) {
		return new Weight(new BigDecimal(kilograms));
	}

	private static Specimen full() {
		Specimen specimen = new Specimen();
		specimen.alive = true;
		specimen.shorty = 7;
		specimen.number = 42;
		specimen.big = 1L << 40;
		specimen.ratio = 0.5f;
		specimen.precise = 0.25;
		specimen.price = new BigDecimal("19.90");
		specimen.name = "Ida";
		specimen.mood = Mood.WILD;
		specimen.weight = weight("12.5");
		specimen.rating = new Rating(4);
		specimen.chart = new Chart("{\"pulse\": 80}");
		specimen.nicknames = List.of("Ida", "Idi");
		specimen.aliases = new String[] { "I", "" };
		specimen.scores = new Integer[] { 3, 1, 2 };
		specimen.codes = new ArrayList<>(List.of("x"));
		specimen.photo = new byte[] { 1, 2, 3, -1 };
		specimen.token = UUID.fromString("9f6f5b2c-8d3e-4a5b-9c1d-2e3f4a5b6c7d");
		specimen.born = LocalDate.of(2020, 2, 29);
		specimen.feeding = LocalTime.of(12, 30);
		specimen.weighed = LocalDateTime.of(2026, 3, 1, 8, 15);
		specimen.moved = Instant.parse("2026-03-02T10:00:00Z");
		specimen.arrived = OffsetDateTime.of(2026, 3, 3, 10, 0, 0, 0, ZoneOffset.UTC).toInstant();
		return specimen;
	}

	interface Specimens extends ListCrudRepository<Specimen, Long> {

		List<Specimen> findByMood(Mood mood);

		List<Specimen> findByMoodIn(Set<Mood> moods);

		List<Specimen> findByWeight(Weight weight);

		List<Specimen> findByRating(Rating rating);

		List<Specimen> findByToken(@Nullable UUID token);

		List<Specimen> findByBornBefore(LocalDate date);

		List<Specimen> findByMovedAfter(Instant instant);

		List<Specimen> findByAliveTrue();

		List<Specimen> findByAliveIsNull();

	}

	interface Legacies extends ListCrudRepository<Legacy, Long> {

		List<Legacy> findByPayload(String payload);

	}

	enum Mood {

		CALM, WILD

	}

	record Weight(BigDecimal kilograms) {

	}

	record Rating(int stars) {

	}

	record Chart(String json) {

	}

	static class Specimen {

		@Id
		@Nullable Long id;

		@Nullable Boolean alive;

		@Nullable Short shorty;

		@Nullable Integer number;

		@Nullable Long big;

		@Nullable Float ratio;

		@Nullable Double precise;

		@Nullable BigDecimal price;

		@Nullable String name;

		@Nullable Mood mood;

		@Nullable Weight weight;

		@Nullable Rating rating;

		@Nullable Chart chart;

		@Nullable List<String> nicknames;

		String @Nullable [] aliases;

		Integer @Nullable [] scores;

		@Nullable List<String> codes;

		byte @Nullable [] photo;

		@Nullable UUID token;

		@Nullable LocalDate born;

		@Nullable LocalTime feeding;

		@Nullable LocalDateTime weighed;

		@Nullable Instant moved;

		@Nullable Instant arrived;

	}

	static class Plain {

		@Id
		@Nullable Long id;

		boolean flag;

		int count = 3;

		@Nullable Character letter;

	}

	record Legacy(@Id Long id, String payload) {

	}

	@WritingConverter
	static class WeightWriter implements Converter<Weight, BigDecimal> {

		@Override
		public BigDecimal convert(Weight weight) {
			return weight.kilograms();
		}

	}

	@ReadingConverter
	static class WeightReader implements Converter<BigDecimal, Weight> {

		@Override
		public Weight convert(BigDecimal kilograms) {
			return new Weight(kilograms);
		}

	}

	@WritingConverter
	static class RatingWriter implements Converter<Rating, JdbcValue> {

		@Override
		public JdbcValue convert(Rating rating) {
			return JdbcValue.of("*".repeat(rating.stars()), JDBCType.VARCHAR);
		}

	}

	@ReadingConverter
	static class RatingReader implements Converter<String, Rating> {

		@Override
		public Rating convert(String stars) {
			return new Rating(stars.length());
		}

	}

	@ReadingConverter
	static class LegacyReader implements Converter<RowDocument, Legacy> {

		@Override
		public Legacy convert(RowDocument row) {
			return new Legacy((Long) row.get("id"), row.get("payload") + " converted");
		}

	}

	@WritingConverter
	static class TextChartWriter implements Converter<Chart, String> {

		@Override
		public String convert(Chart chart) {
			return chart.json();
		}

	}

	@ReadingConverter
	static class TextChartReader implements Converter<String, Chart> {

		@Override
		public Chart convert(String json) {
			return new Chart(json);
		}

	}

	@WritingConverter
	static class JsonbChartWriter implements Converter<Chart, PGobject> {

		@Override
		public PGobject convert(Chart chart) {
			PGobject jsonb = new PGobject();
			jsonb.setType("jsonb");
			try {
				jsonb.setValue(chart.json());
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex);
			}
			return jsonb;
		}

	}

	@ReadingConverter
	static class JsonbChartReader implements Converter<PGobject, Chart> {

		@Override
		public Chart convert(PGobject jsonb) {
			return new Chart(String.valueOf(jsonb.getValue()));
		}

	}

}
