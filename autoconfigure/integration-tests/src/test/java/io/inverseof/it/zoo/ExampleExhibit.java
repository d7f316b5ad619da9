package io.inverseof.it.zoo;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Example;
import org.springframework.data.domain.ExampleMatcher;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.query.FluentQuery;
import org.springframework.data.repository.query.ListQueryByExampleExecutor;

/**
 * Query by example, and the fluent queries on top of it.
 */
final class ExampleExhibit implements Exhibit {

	@Override
	public String schema() {
		return """
				CREATE TABLE plant (
					id ${identity},
					name VARCHAR(100),
					family VARCHAR(100),
					height INT,
					soil_kind VARCHAR(20),
					soil_wet BOOLEAN
				);
				CREATE TABLE leaf (plant BIGINT, plant_key INT, text VARCHAR(100));
				""";
	}

	@Scene
	void findsByExample(Visit visit) {
		Plants plants = plants(visit);
		visit.saw(plants.findAll(family("Rose")));
		visit.saw(plants.findAll(family("Rose"), Sort.by("height").descending()));
		visit.saw(plants.findAll(family("Rose"), PageRequest.of(0, 1, Sort.by("name"))));
		visit.saw(plants.findOne(Example.of(new Plant("Oak", null, null))));
		visit.saw(plants.findOne(Example.of(new Plant("Nothing", null, null))));
		visit.saw(plants.count(family("Rose")));
		visit.saw(plants.exists(family("Fern")));
		visit.sawFailure(() -> plants.findOne(family("Rose")));
	}

	@Scene
	void matchesAsTold(Visit visit) {
		Plants plants = plants(visit);
		visit.saw(plants.findAll(Example.of(new Plant("A", "rose", 1),
				ExampleMatcher.matchingAny()
					.withIgnoreCase("family")
					.withIgnorePaths("height")
					.withMatcher("name", (match) -> match.startsWith()))));
		visit.saw(plants.findAll(Example.of(new Plant(null, null, 3),
				ExampleMatcher.matching().withIncludeNullValues().withIgnorePaths("id", "name", "family", "soil"))));
	}

	@Scene
	void endsFluentQueriesInEveryWay(Visit visit) {
		Plants plants = plants(visit);
		visit.saw(plants.findBy(family("Rose"), FluentQuery.FetchableFluentQuery::all));
		visit.saw(plants.findBy(family("Rose"), (query) -> query.sortBy(Sort.by("name")).first()));
		visit.saw(plants.findBy(Example.of(new Plant("Oak", null, null)), FluentQuery.FetchableFluentQuery::one));
		visit.saw(plants.findBy(family("Rose"), FluentQuery.FetchableFluentQuery::count));
		visit.saw(plants.findBy(family("Fern"), FluentQuery.FetchableFluentQuery::exists));
		visit.saw(plants.findBy(family("Rose"), (query) -> query.limit(1).all()));
		visit.saw(plants.findBy(family("Rose"), (query) -> query.page(PageRequest.of(0, 1, Sort.by("name")))));
		visit.saw(plants.findBy(family("Rose"), (query) -> query.slice(PageRequest.of(0, 1, Sort.by("name")))));
		visit.saw(plants.findBy(family("Rose"), (query) -> query.sortBy(Sort.by("name")).stream().toList()));
		visit.sawFailure(() -> plants.findBy(family("Rose"), FluentQuery.FetchableFluentQuery::oneValue));
	}

	@Scene
	void projectsFluentQueries(Visit visit) {
		Plants plants = plants(visit);
		visit.saw(plants.findBy(family("Rose"), (query) -> query.as(PlantView.class).all()));
		visit.saw(plants.findBy(family("Rose"), (query) -> query.as(PlantLabel.class).all()));
		visit.saw(plants.findBy(family("Rose"),
				(query) -> query.project("name", "id").as(PlantView.class).sortBy(Sort.by("id")).all()));
		visit.saw(plants.findBy(family("Rose"), (query) -> query.project("name", "id").all()));
	}

	@Scene
	void scrollsFluentQueries(Visit visit) {
		Plants plants = plants(visit);
		Window<Plant> first = visit.saw(plants.findBy(family("Rose"),
				(query) -> query.sortBy(Sort.by("id")).limit(1).scroll(ScrollPosition.offset())));
		visit.saw(plants.findBy(family("Rose"),
				(query) -> query.sortBy(Sort.by("id")).limit(1).scroll(first.positionAt(0))));
		visit.sawFailure(() -> plants.findBy(family("Rose"), (query) -> query.scroll(ScrollPosition.keyset())));
	}

	private static Example<Plant> family(String family) {
		return Example.of(new Plant(null, family, null));
	}

	private static Plants plants(Visit visit) {
		Plants plants = visit.get(Plants.class);
		Plant apple = new Plant("Apple", "Rose", 3);
		apple.soil = new Soil("loam", true);
		apple.leaves = List.of(new Leaf("green"), new Leaf("red"));
		plants.saveAll(List.of(apple, new Plant("Briar", "Rose", 2), new Plant("Oak", "Beech", 30)));
		return plants;
	}

	interface Plants extends ListCrudRepository<Plant, Long>, ListQueryByExampleExecutor<Plant> {

	}

	static class Plant {

		@Id
		@Nullable Long id;

		@Nullable String name;

		@Nullable String family;

		@Nullable Integer height;

		@Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "soil_")
		@Nullable Soil soil;

		@Nullable List<Leaf> leaves;

		Plant(@Nullable String name, @Nullable String family, @Nullable Integer height) {
			this.name = name;
			this.family = family;
			this.height = height;
		}

	}

	record Soil(String kind, boolean wet) {

	}

	record Leaf(String text) {

	}

	interface PlantView {

		String getName();

		@Nullable Integer getHeight();

	}

	record PlantLabel(String name, String family) {

	}

}
