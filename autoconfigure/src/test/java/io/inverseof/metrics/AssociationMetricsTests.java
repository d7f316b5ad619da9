package io.inverseof.metrics;

import java.util.Arrays;
import java.util.Objects;

import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.holder.AvoidedReason;
import io.inverseof.model.AssociationModel;
import io.inverseof.model.AssociationProperty;
import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AssociationMetrics}.
 */
class AssociationMetricsTests {

	private final MeterRegistry registry = new SimpleMeterRegistry();

	private final AssociationMetrics metrics = new AssociationMetrics(() -> this.registry);

	private final AssociationProperty author = property(Post.class, "author");

	private final AssociationProperty posts = property(Author.class, "posts");

	@Test
	void countsAvoidedQueriesByAssociationAndReason() {
		this.metrics.queryAvoided(this.author, AvoidedReason.INVERSE);
		this.metrics.queryAvoided(this.author, AvoidedReason.INVERSE);
		this.metrics.queryAvoided(this.author, AvoidedReason.CACHE);
		this.metrics.queryAvoided(this.posts, AvoidedReason.INVERSE);
		assertThat(avoided("Post.author", "inverse")).isEqualTo(2);
		assertThat(avoided("Post.author", "cache")).isEqualTo(1);
		assertThat(avoided("Author.posts", "inverse")).isEqualTo(1);
		assertThat(this.registry.getMeters()).hasSize(3);
	}

	@Test
	void countsExecutedQueriesByAssociation() {
		this.metrics.queryExecuted(this.author);
		this.metrics.queryExecuted(this.posts);
		this.metrics.queryExecuted(this.posts);
		assertThat(executed("Post.author")).isEqualTo(1);
		assertThat(executed("Author.posts")).isEqualTo(2);
		assertThat(this.registry.getMeters()).hasSize(2);
	}

	@Test
	void summarisesUnitsOfWork() {
		this.metrics.unitOfWorkEnded(3);
		this.metrics.unitOfWorkEnded(5);
		assertThat(this.registry.get("inverseof.unit.of.work.entries").summary().count()).isEqualTo(2);
		assertThat(this.registry.get("inverseof.unit.of.work.entries").summary().totalAmount()).isEqualTo(8);
	}

	@Test
	void registersMetersAsDocumented() {
		this.metrics.queryAvoided(this.author, AvoidedReason.INVERSE);
		this.metrics.queryExecuted(this.author);
		this.metrics.unitOfWorkEnded(1);
		for (AssociationMeters documented : AssociationMeters.values()) {
			Meter.Id id = this.registry.get(documented.getName()).meter().getId();
			assertThat(id.getType()).isEqualTo(documented.getType());
			assertThat(id.getDescription()).isNotBlank();
			assertThat(id.getTags()).extracting(Tag::getKey)
				.containsExactlyElementsOf(Arrays.stream(documented.getKeyNames()).map(KeyName::asString).toList());
		}
	}

	@Test
	void namesMetersAsTheContractDoes() {
		assertThat(AssociationMeters.values()).extracting(AssociationMeters::getName)
			.containsExactly("inverseof.queries.avoided", "inverseof.queries.executed",
					"inverseof.unit.of.work.entries");
	}

	@Test
	void asksForTheRegistryAtTheFirstEvent() {
		AssociationMetrics early = new AssociationMetrics(() -> {
			throw new IllegalStateException("not yet");
		});
		assertThat(early).isNotNull();
	}

	@Test
	void registersAgainWhatWasRemoved() {
		this.metrics.queryAvoided(this.author, AvoidedReason.INVERSE);
		this.metrics.queryExecuted(this.author);
		this.metrics.unitOfWorkEnded(1);
		this.registry.clear();
		this.metrics.queryAvoided(this.author, AvoidedReason.INVERSE);
		this.metrics.queryExecuted(this.author);
		this.metrics.unitOfWorkEnded(7);
		assertThat(avoided("Post.author", "inverse")).isEqualTo(1);
		assertThat(executed("Post.author")).isEqualTo(1);
		assertThat(this.registry.get("inverseof.unit.of.work.entries").summary().totalAmount()).isEqualTo(7);
	}

	@Test
	void countsInRegistriesThatJoinLater() {
		CompositeMeterRegistry composite = new CompositeMeterRegistry();
		AssociationMetrics metrics = new AssociationMetrics(() -> composite);
		metrics.queryExecuted(this.author);
		composite.add(this.registry);
		metrics.queryExecuted(this.author);
		assertThat(executed("Post.author")).isEqualTo(1);
	}

	private double avoided(String association, String reason) {
		return this.registry.get("inverseof.queries.avoided")
			.tags("association", association, "reason", reason)
			.counter()
			.count();
	}

	private double executed(String association) {
		return this.registry.get("inverseof.queries.executed").tags("association", association).counter().count();
	}

	private static AssociationProperty property(Class<?> type, String name) {
		return Objects.requireNonNull(AssociationModel.inMemory().associationsOf(type).get(name));
	}

	static class Author {

		@Id
		Long id;

		final HasMany<Post> posts = hasMany(this);

	}

	static class Post {

		@Id
		Long id;

		final BelongsTo<Author, Long> author = belongsTo(this);

	}

}
