package io.inverseof.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.holder.AvoidedReason;
import io.inverseof.model.AggregateCollection;
import io.inverseof.model.AssociationModel;
import io.inverseof.model.AssociationProperty;
import io.inverseof.unitofwork.SpeculativeReason;
import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Counter;
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
	void countsBatchesAsAvoided() {
		this.metrics.queryAvoided(this.posts, AvoidedReason.BATCH);
		assertThat(avoided("Author.posts", "batch")).isEqualTo(1);
	}

	@Test
	void countsCollectionsInsideAggregates() {
		AggregateCollection lines = new AggregateCollection(Order.class, "lines");
		this.metrics.queryAvoided(lines, AvoidedReason.BATCH);
		this.metrics.queryExecuted(new AggregateCollection(Order.class, "lines"));
		this.metrics.queryExecuted(lines);
		assertThat(avoided("Order.lines", "batch")).isEqualTo(1);
		assertThat(executed("Order.lines")).isEqualTo(2);
	}

	@Test
	void countsSpeculativeQueriesByAssociationAndReason() {
		this.metrics.querySpeculative(this.author, SpeculativeReason.PRELOAD);
		this.metrics.querySpeculative(this.author, SpeculativeReason.FALLBACK);
		this.metrics.querySpeculative(this.posts, SpeculativeReason.LOOK_AHEAD);
		this.metrics.querySpeculative(this.posts, SpeculativeReason.LOOK_AHEAD);
		assertThat(speculative("Post.author", "preload")).isEqualTo(1);
		assertThat(speculative("Post.author", "fallback")).isEqualTo(1);
		assertThat(speculative("Author.posts", "look-ahead")).isEqualTo(2);
		assertThat(this.registry.getMeters()).hasSize(3);
	}

	@Test
	void countsSuspectedAssociations() {
		this.metrics.nPlusOneSuspected(this.author);
		this.metrics.nPlusOneSuspected(this.author);
		this.metrics.nPlusOneSuspected(this.posts);
		assertThat(suspected("Post.author")).isEqualTo(2);
		assertThat(suspected("Author.posts")).isEqualTo(1);
	}

	@Test
	void registersZeroCountersOfABelongsTo() {
		this.metrics.register(List.of(this.author));
		assertThat(zeroCounters()).containsExactlyInAnyOrder("inverseof.queries.executed []",
				"inverseof.queries.avoided [inverse]", "inverseof.queries.avoided [cache]",
				"inverseof.queries.avoided [batch]", "inverseof.nplusone.suspected []");
	}

	@Test
	void registersZeroCountersOfAHasMany() {
		this.metrics.register(List.of(this.posts));
		assertThat(zeroCounters()).containsExactlyInAnyOrder("inverseof.queries.executed []",
				"inverseof.queries.avoided [batch]", "inverseof.nplusone.suspected []");
	}

	private List<String> zeroCounters() {
		return this.registry.getMeters()
			.stream()
			.filter((meter) -> meter instanceof Counter counter && counter.count() == 0)
			.map((meter) -> meter.getId().getName() + " ["
					+ Objects.requireNonNullElse(meter.getId().getTag("reason"), "") + "]")
			.toList();
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
		this.metrics.querySpeculative(this.author, SpeculativeReason.PRELOAD);
		this.metrics.nPlusOneSuspected(this.author);
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
			.containsExactly("inverseof.queries.avoided", "inverseof.queries.executed", "inverseof.queries.speculative",
					"inverseof.nplusone.suspected", "inverseof.unit.of.work.entries");
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
		this.metrics.querySpeculative(this.author, SpeculativeReason.PRELOAD);
		this.metrics.nPlusOneSuspected(this.author);
		this.metrics.unitOfWorkEnded(1);
		this.registry.clear();
		this.metrics.queryAvoided(this.author, AvoidedReason.INVERSE);
		this.metrics.queryExecuted(this.author);
		this.metrics.querySpeculative(this.author, SpeculativeReason.PRELOAD);
		this.metrics.nPlusOneSuspected(this.author);
		this.metrics.unitOfWorkEnded(7);
		assertThat(avoided("Post.author", "inverse")).isEqualTo(1);
		assertThat(executed("Post.author")).isEqualTo(1);
		assertThat(speculative("Post.author", "preload")).isEqualTo(1);
		assertThat(suspected("Post.author")).isEqualTo(1);
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

	private double speculative(String association, String reason) {
		return this.registry.get("inverseof.queries.speculative")
			.tags("association", association, "reason", reason)
			.counter()
			.count();
	}

	private double suspected(String association) {
		return this.registry.get("inverseof.nplusone.suspected").tags("association", association).counter().count();
	}

	private static AssociationProperty property(Class<?> type, String name) {
		return Objects.requireNonNull(AssociationModel.inMemory().associationsOf(type).get(name));
	}

	static class Order {

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
