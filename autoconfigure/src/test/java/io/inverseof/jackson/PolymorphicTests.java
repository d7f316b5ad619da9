package io.inverseof.jackson;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.inverseof.As;
import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.Polymorphic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A polymorphic key is its type and its id.
 */
class PolymorphicTests {

	private final JsonMapper mapper = JsonMapper.builder().addModule(new InverseofModule()).build();

	@Test
	void writesTypeAndId() {
		Product product = new Product();
		product.id = 7L;
		Image image = new Image();
		assertThat(this.mapper.writeValueAsString(image)).isEqualTo("{\"id\":null,\"imageable\":null}");
		image.imageable.set(product);
		assertThat(this.mapper.writeValueAsString(image))
			.isEqualTo("{\"id\":null,\"imageable\":{\"type\":\"Product\",\"id\":7}}");
		assertThat(this.mapper.writeValueAsString(new Note(1L, BelongsTo.toId(Product.class, 7L))))
			.isEqualTo("{\"id\":1,\"about\":{\"type\":\"Product\",\"id\":7}}");
	}

	@Test
	void readsTypeAndId() {
		Image image = this.mapper.readValue("{\"imageable\": {\"id\": 7, \"type\": \"Product\"}}", Image.class);
		assertThat(image.imageable).isEqualTo(BelongsTo.toId(Product.class, 7L));
		Note note = this.mapper.readValue("{\"id\": 1, \"about\": {\"type\": \"Product\", \"id\": 7}}", Note.class);
		assertThat(note.about()).isEqualTo(BelongsTo.toId(Product.class, 7L))
			.isNotEqualTo(BelongsTo.toId(Image.class, 7L));
		assertThat(this.mapper.readValue("{\"imageable\": null}", Image.class).imageable.getId()).isNull();
	}

	@Test
	void buildsNestedChildrenOfThePolymorphicSide() {
		Product product = this.mapper.readValue("{\"images\": [{}, {\"imageable\": {\"type\": \"Image\", \"id\": 9}}]}",
				Product.class);
		assertThat(product.images).hasSize(2)
			.allSatisfy((image) -> assertThat(image.imageable.get()).isSameAs(product));
	}

	@Test
	void saysWhatAPolymorphicKeyLooksLike() {
		assertThatExceptionOfType(MismatchedInputException.class)
			.isThrownBy(() -> this.mapper.readValue("{\"imageable\": {\"name\": \"x\"}}", Image.class))
			.withMessageContaining(
					"A polymorphic association is an object with a type and an id, such as {\"type\": \"Product\", \"id\": 7}");
	}

	static class Product {

		@Id
		public @Nullable Long id;

		@As("imageable")
		@JsonProperty
		final HasMany<Image> images = hasMany(this);

	}

	static class Image {

		@Id
		public @Nullable Long id;

		@Polymorphic
		@JsonProperty
		final BelongsTo<Object, Long> imageable = belongsTo(this);

	}

	record Note(@Id Long id, @Polymorphic BelongsTo<Object, Long> about) {

	}

}
