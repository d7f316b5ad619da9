package io.inverseof.it.zoo;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.data.relational.domain.RowDocument;
import org.springframework.jdbc.core.RowMapper;

/**
 * The template itself, without repositories.
 */
final class TemplateExhibit implements Exhibit {

	@Override
	public String schema() {
		return """
				CREATE TABLE gadget (id ${identity}, name VARCHAR(100), price INT);
				CREATE TABLE part (gadget BIGINT, text VARCHAR(100));
				CREATE TABLE flat (id BIGINT PRIMARY KEY, text VARCHAR(100));
				CREATE TABLE strict (id ${identity}, text VARCHAR(5) NOT NULL UNIQUE);
				""";
	}

	@Scene
	void insertsUpdatesAndSaves(Visit visit) {
		JdbcAggregateTemplate template = visit.template();
		Gadget gadget = visit.saw(template.insert(gadget("a", 1, "x")));
		gadget.price = 2;
		visit.saw(template.update(gadget));
		visit.saw(template.save(gadget));
		visit.saw(template.insertAll(List.of(gadget("b", 1), gadget("c", 2, "y", "z"))));
		visit.saw(template.saveAll(List.of(gadget, gadget("d", 3, "v"), gadget("e", 4))));
		visit.saw(template.updateAll(List.of(gadget)));
		visit.saw(template.findAll(Gadget.class));
	}

	@Scene
	void savesNothing(Visit visit) {
		visit.saw(visit.template().saveAll(List.of()));
		visit.saw(visit.template().insertAll(List.of()));
		visit.saw(visit.template().updateAll(List.of()));
		visit.saw(visit.template().findAllById(List.of(), Gadget.class));
		visit.template().deleteAll(List.of());
		visit.template().deleteAllById(List.of(), Gadget.class);
		visit.saw(visit.template().count(Gadget.class));
	}

	@Scene
	void upserts(Visit visit) {
		visit.saw(visit.template().upsert(new Flat(1L, "inserted")));
		visit.saw(visit.template().upsert(new Flat(1L, "updated")));
		visit.saw(visit.template().findAll(Flat.class));
	}

	@Scene
	void deletesInEveryWay(Visit visit) {
		JdbcAggregateTemplate template = visit.template();
		List<Gadget> gadgets = template.saveAll(List.of(gadget("a", 1, "x"), gadget("b", 2, "y"), gadget("c", 3, "z"),
				gadget("d", 4, "v"), gadget("e", 5), gadget("f", 6)));
		template.delete(gadgets.get(0));
		template.deleteById(2L, Gadget.class);
		template.deleteAllById(List.of(3L, 4L, 99L), Gadget.class);
		template.deleteAll(gadgets.subList(4, 5));
		visit.saw(template.findAll(Gadget.class));
		template.deleteAll(Gadget.class);
		visit.saw(template.count(Gadget.class));
	}

	@Scene
	void readsInEveryWay(Visit visit) {
		JdbcAggregateTemplate template = gadgets(visit);
		visit.saw(template.findById(2L, Gadget.class));
		visit.saw(template.findById(9L, Gadget.class));
		visit.saw(template.findAllById(List.of(3L, 1L, 9L), Gadget.class));
		visit.saw(template.findAll(Gadget.class));
		visit.saw(template.findAll(Gadget.class, Sort.by("price").descending()));
		visit.saw(template.count(Gadget.class));
		visit.saw(template.existsById(1L, Gadget.class));
	}

	@Scene
	void streamsInEveryWay(Visit visit) {
		JdbcAggregateTemplate template = gadgets(visit);
		visit.saw(template.streamAll(Gadget.class));
		visit.saw(template.streamAll(Gadget.class, Sort.by("price")));
		visit.saw(template.streamAllByIds(List.of(1L, 2L), Gadget.class));
		visit.saw(template.streamAll(Query.query(Criteria.where("price").lessThan(3)), Gadget.class));
		try (Stream<Gadget> one = template.streamAll(Gadget.class);
				Stream<Gadget> other = template.streamAll(Gadget.class)) {
			visit.saw(Stream.concat(one, other).map((gadget) -> gadget.name).toList());
		}
		try (Stream<Gadget> unfinished = template.streamAll(Gadget.class)) {
			visit.saw(unfinished.iterator().next());
		}
	}

	@Scene
	void queriesByCriteria(Visit visit) {
		JdbcAggregateTemplate template = gadgets(visit);
		Query cheap = Query.query(Criteria.where("price").lessThan(3));
		visit.saw(template.findAll(cheap.sort(Sort.by("name").descending()), Gadget.class));
		visit.saw(template.findAll(cheap.limit(1).offset(1), Gadget.class));
		visit.saw(template.findAll(cheap.with(PageRequest.of(0, 1)), Gadget.class));
		visit.saw(template.findOne(Query.query(Criteria.where("name").is("b")), Gadget.class));
		visit.saw(template.findOne(Query.query(Criteria.where("name").is("nothing")), Gadget.class));
		visit.sawFailure(() -> template.findOne(cheap, Gadget.class));
		visit.saw(template.count(cheap, Gadget.class));
		visit.saw(template.exists(cheap, Gadget.class));
		visit.saw(template.findAll(Query.empty(), Gadget.class));
		visit.saw(template.findAll(
				Query.query(Criteria.from(Criteria.where("name").like("a%").or("name").notLike("%c").ignoreCase(true),
						Criteria.where("price").between(1, 2))),
				Gadget.class));
		visit.saw(template.findAll(Query.query(Criteria.empty()).columns("id", "name"), Gadget.class));
	}

	@Scene
	void handsOutRowMappersAndPartsOfItself(Visit visit) {
		JdbcAggregateTemplate template = gadgets(visit);
		RowMapper<? extends Gadget> mapper = template.getRowMapper(Gadget.class);
		visit.saw(visit.jdbc().query("SELECT * FROM gadget ORDER BY id", mapper));
		visit.saw(template.getDataAccessStrategy().findById(1L, Gadget.class));
		visit.saw(template.getDataAccessStrategy()
			.getJdbcOperations()
			.getJdbcOperations()
			.queryForList("SELECT name FROM gadget ORDER BY id", String.class));
		visit.saw(template.getConverter()
			.read(Flat.class, RowDocument.of("ID", 5L).append("TEXT", "row").append("id", 5L).append("text", "row")));
		visit.saw(template.getDataAccessStrategy().getDialect().getClass());
	}

	@Scene
	void refusesNullsIdsThatAreMissingAndClassesWithoutIds(Visit visit) {
		visit.sawFailure(() -> visit.template().findById(1L, Part.class));
		visit.sawFailure(() -> visit.template().save(new Part("no id")));
		visit.sawFailure(() -> visit.template().delete(gadget("unsaved", 1)));
		visit.sawFailure(() -> visit.template().update(gadget("unsaved", 1)));
		visit.sawFailure(() -> visit.template().save("text"));
		visit.sawFailure(() -> visit.template().saveAll(List.of(gadget("a", 1), "text")));
		visit.saw(visit.template().count(Gadget.class));
	}

	@Scene(inTransaction = false)
	void translatesErrorsOfTheDatabase(Visit visit) {
		JdbcAggregateTemplate template = visit.template();
		template.save(new Strict(null, "one"));
		visit.sawFailure(() -> template.save(new Strict(null, "one")));
		visit.sawFailure(() -> template.save(new Strict(null, null)));
		visit.sawFailure(() -> template.save(new Strict(null, "too long for it")));
		visit.sawFailure(() -> template.insertAll(List.of(new Strict(null, "two"), new Strict(null, "one"))));
		visit.sawFailure(() -> template.findAll(Missing.class));
		visit.sawFailure(() -> template.save(new Missing(null, "table")));
		visit.sawFailure(() -> template.findById("no number", Strict.class));
		visit.saw(template.count(Strict.class));
	}

	private static JdbcAggregateTemplate gadgets(Visit visit) {
		visit.template().saveAll(List.of(gadget("a", 1, "x", "y"), gadget("b", 2), gadget("c", 3, "z")));
		return visit.template();
	}

	private static Gadget gadget(String name, int price, String... parts) {
		Gadget gadget = new Gadget();
		gadget.name = name;
		gadget.price = price;
		for (String part : parts) {
			gadget.parts.add(new Part(part));
		}
		return gadget;
	}

	static class Gadget {

		@Id
		@Nullable Long id;

		@Nullable String name;

		int price;

		Set<Part> parts = new LinkedHashSet<>();

		@Override
		public String toString() {
			return "Gadget " + this.name;
		}

	}

	record Part(String text) {

	}

	record Flat(@Id Long id, String text) {

	}

	record Strict(@Id @Nullable Long id, @Nullable String text) {

	}

	record Missing(@Id @Nullable Long id, String text) {

	}

}
