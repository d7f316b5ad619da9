package io.inverseof.jackson;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonBackReference;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonManagedReference;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.inverseof.InverseOf;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link InverseofModule} with back references inside aggregates.
 */
class BackReferencesTests {

	private final JsonMapper mapper = JsonMapper.builder()
		.addModule(new InverseofModule())
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	private String json(Object value) {
		return this.mapper.writeValueAsString(value);
	}

	@Test
	void areNotWritten() {
		assertThat(json(new Order())).isEqualTo("{\"lines\":[{\"product\":\"Tea\"}]}");
	}

	@Test
	void areNotWrittenFromTheChildEither() {
		assertThat(json(new Order().lines.get(0))).isEqualTo("{\"product\":\"Tea\"}");
	}

	@Test
	void areFoundUnderAnotherName() {
		assertThat(json(new Order().lines.get(0))).doesNotContain("whole_order");
	}

	@Test
	void areWrittenWhereTheApplicationSaysHow() {
		assertThat(json(new Shelf().books.get(0))).isEqualTo("{\"shelf\":{\"name\":\"A\"}}");
	}

	@Test
	void areWrittenWhereTheyOptIn() {
		assertThat(json(new Drawer())).isEqualTo("{\"in\":{\"drawers\":[]}}");
	}

	@Test
	void areLeftToJacksonsOwnBackReferences() {
		assertThat(json(new Album())).isEqualTo("{\"tracks\":[{\"title\":\"One\"}]}");
	}

	static class Order {

		public final List<Line> lines = List.of(new Line(this));

	}

	static class Line {

		public final String product = "Tea";

		@InverseOf("lines")
		private Order wholeOrder;

		Line(Order order) {
			this.wholeOrder = order;
		}

		public Order getWholeOrder() {
			return this.wholeOrder;
		}

	}

	static class Shelf {

		public final String name = "A";

		public final List<Book> books = List.of(new Book(this));

	}

	static class Book {

		@InverseOf("books")
		private Shelf shelf;

		Book(Shelf shelf) {
			this.shelf = shelf;
		}

		@JsonIgnoreProperties("books")
		public Shelf getShelf() {
			return this.shelf;
		}

	}

	static class Cupboard {

		public final List<Drawer> drawers = List.of();

	}

	static class Drawer {

		@InverseOf("drawers")
		@JsonProperty("in")
		@Nullable Cupboard cupboard = new Cupboard();

	}

	static class Album {

		@JsonManagedReference
		public final List<Track> tracks = List.of(new Track(this));

	}

	static class Track {

		public final String title = "One";

		@InverseOf("tracks")
		@JsonBackReference
		public Album album;

		Track(Album album) {
			this.album = album;
		}

	}

}
