package io.inverseof.holder;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.List;

import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.HasOne;
import io.inverseof.IllegalTargetException;
import io.inverseof.ReadOnlyAssociationException;
import io.inverseof.Through;
import org.junit.jupiter.api.Test;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;
import static io.inverseof.Associations.hasOne;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What happens in memory, without any application, when an association is changed that
 * goes through another one.
 */
class ThroughTests {

	private final Prison prison = new Prison();

	private final Criminal criminal = new Criminal();

	@Test
	void makesAJoinAggregateWithBothEnds() {
		Criminal built = this.prison.criminals.build((any) -> any.name = "Al");
		Sentence sentence = this.prison.sentences.get(0);
		assertThat(sentence.prison.get()).isSameAs(this.prison);
		assertThat(sentence.criminal.get()).isSameAs(built);
		assertThat(built.sentences).containsExactly(sentence);
	}

	@Test
	void addsOnce() {
		assertThat(this.prison.criminals.add(this.criminal)).isTrue();
		assertThat(this.prison.criminals.add(this.criminal)).isFalse();
		assertThat(this.prison.sentences).hasSize(1);
		assertThat(this.criminal.sentences).hasSize(1);
	}

	@Test
	void makesNoJoinAggregateIfThereIsOne() {
		Sentence sentence = new Sentence();
		sentence.criminal.set(this.criminal);
		this.prison.sentences.add(sentence);
		this.prison.criminals.add(this.criminal);
		assertThat(this.prison.sentences).containsExactly(sentence);
	}

	@Test
	void takesTheJoinAggregateFromBothEnds() {
		this.prison.criminals.add(this.criminal);
		assertThat(this.prison.criminals.remove(this.criminal)).isTrue();
		assertThat(this.prison.criminals).isEmpty();
		assertThat(this.prison.sentences).isEmpty();
		assertThat(this.criminal.sentences).isEmpty();
	}

	@Test
	void replacesAndClears() {
		Criminal other = new Criminal();
		this.prison.criminals.addAll(List.of(this.criminal, other));
		Sentence kept = other.sentences.get(0);
		this.prison.criminals.replaceWith(List.of(other));
		assertThat(this.prison.sentences).containsExactly(kept);
		this.prison.criminals.clear();
		assertThat(this.prison.sentences).isEmpty();
	}

	@Test
	void replacesTheTargetOfAHasOne() {
		Criminal other = new Criminal();
		this.prison.boss.set(this.criminal);
		this.prison.boss.set(other);
		assertThat(this.prison.longest.get().criminal.get()).isSameAs(other);
		assertThat(this.criminal.sentences).isEmpty();
		this.prison.boss.set(null);
		assertThat(this.prison.longest.isPresent()).isFalse();
	}

	@Test
	void leavesNothingBehindIfBuildingFails() {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.prison.criminals.build((any) -> {
			throw new IllegalStateException("no");
		}));
		assertThat(this.prison.sentences).isEmpty();
		assertThat(this.prison.criminals).isEmpty();
	}

	@Test
	void survivesSerialization() throws Exception {
		Criminal built = this.prison.criminals.build((any) -> any.name = "Al");
		Prison copy = copy(this.prison);
		assertThat(copy.criminals).singleElement().isNotSameAs(built).satisfies((criminal) -> {
			assertThat(criminal.name).isEqualTo("Al");
			assertThat(copy.sentences.get(0).criminal.get()).isSameAs(criminal);
		});
		copy.criminals.clear();
		assertThat(copy.sentences).isEmpty();
	}

	@Test
	void cannotMakeARecord() {
		assertThatExceptionOfType(IllegalTargetException.class)
			.isThrownBy(() -> this.prison.visitors.add(this.criminal))
			.withMessage(
					"Prison.visitors cannot make the Visit that would lead to a Criminal: it is a record. Create it "
							+ "with references to both sides, and add it to Prison.visits instead.");
		assertThat(this.prison.visitors).isEmpty();
	}

	@Test
	void cannotChangeWhatNobodyCanTell() {
		Sentence sentence = new Sentence();
		assertThatExceptionOfType(ReadOnlyAssociationException.class)
			.isThrownBy(() -> sentence.cellmates.add(new Criminal()))
			.withMessage(
					"Sentence.cellmates is read only: it goes through Sentence.prison to Prison.inmates, and nothing "
							+ "says which Prison would have to change. Change Prison.inmates of the Prison that is meant.");
		assertThatExceptionOfType(ReadOnlyAssociationException.class)
			.isThrownBy(() -> sentence.cellmates.build((any) -> {
			}));
		assertThat(sentence.cellmates).isEmpty();
	}

	@Test
	void cannotChangeOneOfMany() {
		assertThatExceptionOfType(ReadOnlyAssociationException.class)
			.isThrownBy(() -> this.prison.first.set(this.criminal))
			.withMessage(
					"Prison.first is read only: it goes through Prison.sentences to Sentence.criminal, and nothing says "
							+ "which Sentence would have to change. Change Sentence.criminal of the Sentence that is meant.");
		assertThat(this.prison.sentences).isEmpty();
	}

	private static Prison copy(Prison prison) throws IOException, ClassNotFoundException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		new ObjectOutputStream(bytes).writeObject(prison);
		return (Prison) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
	}

	static class Prison implements Serializable {

		@Id
		Long id;

		final HasMany<Sentence> sentences = hasMany(this);

		@Through("sentences")
		final HasMany<Criminal> criminals = hasMany(this);

		final HasOne<Sentence> longest = hasOne(this);

		@Through("longest")
		final HasOne<Criminal> boss = hasOne(this);

		@Through("sentences")
		final HasOne<Criminal> first = hasOne(this);

		final HasMany<Criminal> inmates = hasMany(this);

		final HasMany<Visit> visits = hasMany(this);

		@Through("visits")
		final HasMany<Criminal> visitors = hasMany(this);

	}

	static class Sentence implements Serializable {

		@Id
		Long id;

		final BelongsTo<Prison, Long> prison = belongsTo(this);

		final BelongsTo<Criminal, Long> criminal = belongsTo(this);

		@Through(value = "prison", source = "inmates")
		final HasMany<Criminal> cellmates = hasMany(this);

	}

	static class Criminal implements Serializable {

		@Id
		Long id;

		String name;

		Long prisonId;

		final HasMany<Sentence> sentences = hasMany(this);

	}

	record Visit(@Id Long id, BelongsTo<Prison, Long> prison, BelongsTo<Criminal, Long> criminal) {

	}

}
