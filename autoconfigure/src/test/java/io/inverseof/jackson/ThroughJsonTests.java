package io.inverseof.jackson;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.HasOne;
import io.inverseof.Through;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;
import static io.inverseof.Associations.hasOne;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * How an association is written and read that goes through another one.
 */
class ThroughJsonTests {

	private final JsonMapper mapper = JsonMapper.builder().addModule(new InverseofModule()).build();

	@Test
	void writesWhatOptsInAndNeverTheWayBack() {
		Prison prison = new Prison();
		prison.criminals.build((criminal) -> criminal.name = "Al").prisons.add(prison);
		assertThat(prison.criminals.get(0).prisons).containsExactly(prison);
		assertThat(this.mapper.writeValueAsString(prison))
			.isEqualTo("{\"criminals\":[{\"id\":null,\"name\":\"Al\",\"prisons\":[]}],\"id\":null}");
	}

	@Test
	void readsNestedObjectsByBuildingThem() {
		Prison prison = this.mapper.readValue("""
				{"criminals": [{"name": "Al"}, {"id": 7, "name": "Bonnie"}], "boss": {"name": "Clyde"}}
				""", Prison.class);
		assertThat(prison.criminals).extracting((criminal) -> criminal.name).containsExactly("Al", "Bonnie");
		assertThat(prison.boss.get().name).isEqualTo("Clyde");
		assertThat(prison.sentences).extracting((sentence) -> sentence.criminal.get().name)
			.containsExactlyInAnyOrder("Al", "Bonnie");
		assertThat(prison.longest.get().criminal.get()).isSameAs(prison.boss.get());
		assertThat(prison.sentences).allMatch((sentence) -> sentence.prison.get() == prison);
	}

	static class Prison {

		@Id
		@JsonProperty
		Long id;

		final HasMany<Sentence> sentences = hasMany(this);

		@JsonProperty
		@Through("sentences")
		final HasMany<Criminal> criminals = hasMany(this);

		final HasOne<Sentence> longest = hasOne(this);

		@JsonProperty
		@Through("longest")
		final HasOne<Criminal> boss = hasOne(this);

	}

	static class Sentence {

		@Id
		Long id;

		final BelongsTo<Prison, Long> prison = belongsTo(this);

		final BelongsTo<Criminal, Long> criminal = belongsTo(this);

	}

	static class Criminal {

		@Id
		@JsonProperty
		Long id;

		@JsonProperty
		String name;

		final HasMany<Sentence> sentences = hasMany(this);

		@JsonProperty
		@Through("sentences")
		final HasMany<Prison> prisons = hasMany(this);

	}

}
