package io.inverseof.it.zoo;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.annotation.Id;
import org.springframework.data.jdbc.core.mapping.AggregateReference;
import org.springframework.data.repository.ListCrudRepository;

/**
 * Entities as JSON, for the starter teaches Jackson about associations.
 */
final class JsonExhibit implements Exhibit {

	@Override
	public String schema() {
		return """
				CREATE TABLE poster (id ${identity}, title VARCHAR(100), artist BIGINT);
				CREATE TABLE color (poster BIGINT, poster_key INT, name VARCHAR(100));
				CREATE TABLE size (poster BIGINT, poster_key VARCHAR(20), width INT);
				""";
	}

	@Scene
	void writesAndReadsJson(Visit visit) {
		JsonMapper json = visit.get(JsonMapper.class);
		visit.get(Posters.class).save(poster());
		visit.saw(json.writeValueAsString(visit.get(Posters.class).findAll()));
		visit.saw(json.readValue("""
				{"id": 3, "title": "read", "colors": [{"name": "red"}], "sizes": {"a": {"width": 1}}}""",
				Poster.class));
		visit.sawFailure(() -> json.readValue("{\"artist\": 7}", Poster.class));
		visit.saw(json.writeValueAsString(visit.get(Posters.class).findTitlesByTitle("title")));
	}

	private static Poster poster() {
		return new Poster(null, "title", AggregateReference.to(7L), List.of(new Color("red"), new Color("blue")),
				Map.of("a", new Size(1)));
	}

	interface Posters extends ListCrudRepository<Poster, Long> {

		List<Title> findTitlesByTitle(String title);

	}

	interface Title {

		Long getId();

		String getTitle();

	}

	record Poster(@Id @Nullable Long id, @Nullable String title, @Nullable AggregateReference<Artist, Long> artist,
			@Nullable List<Color> colors, @Nullable Map<String, Size> sizes) {

	}

	record Artist(@Id Long id) {

	}

	record Color(String name) {

	}

	record Size(int width) {

	}

}
