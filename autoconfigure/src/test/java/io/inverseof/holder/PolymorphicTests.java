package io.inverseof.holder;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.UUID;

import io.inverseof.As;
import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.HasOne;
import io.inverseof.IllegalTargetException;
import io.inverseof.InverseOf;
import io.inverseof.Polymorphic;
import io.inverseof.UntypedReferenceException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;
import static io.inverseof.Associations.hasOne;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Polymorphic associations in memory, without an application.
 */
class PolymorphicTests {

	private final Product product = new Product(1L);

	private final Employee employee = new Employee(1L);

	@Test
	void everyWayToTakeAChildInSetsItsReference() {
		Image added = new Image();
		this.product.images.add(added);
		Image built = this.product.images.build((image) -> {
		});
		Cover cover = new Cover();
		this.employee.cover.set(cover);
		assertThat(added.imageable.get()).isSameAs(this.product);
		assertThat(built.imageable.get()).isSameAs(this.product);
		assertThat(built.imageable.getId()).isEqualTo(1L);
		assertThat(cover.covered.get()).isSameAs(this.employee);
	}

	@Test
	void aReferenceFillsTheHasOneOfItsTargetsClass() {
		Cover cover = new Cover();
		cover.covered.set(this.product);
		assertThat(this.product.cover.get()).isSameAs(cover);
		cover.covered.set(this.employee);
		assertThat(this.product.cover.isPresent()).isFalse();
		assertThat(this.employee.cover.get()).isSameAs(cover);
	}

	@Test
	void aReferenceFillsTheHasManyThatItNames() {
		Image image = new Image();
		image.imageable.set(this.product);
		assertThat(this.product.images).containsExactly(image);
		image.imageable.set(this.employee);
		assertThat(this.product.images).isEmpty();
		assertThat(this.employee.images).containsExactly(image);
	}

	@Test
	void aChildMovesBetweenOwnersOfTheSameId() {
		Image image = new Image();
		this.product.images.add(image);
		this.employee.images.add(image);
		assertThat(this.product.images).isEmpty();
		assertThat(image.imageable.get()).isSameAs(this.employee);
		this.employee.images.remove(image);
		assertThat(image.imageable.isPresent()).isFalse();
	}

	@Test
	void referencesAreEqualIfTypeAndIdAre() {
		Image one = new Image();
		one.imageable.set(this.product);
		Image same = new Image();
		same.imageable.set(new Product(1L));
		Image other = new Image();
		other.imageable.set(this.employee);
		assertThat(one.imageable).isEqualTo(same.imageable)
			.hasSameHashCodeAs(same.imageable)
			.isNotEqualTo(other.imageable)
			.isEqualTo(BelongsTo.to(this.product))
			.isNotEqualTo(BelongsTo.to(this.employee))
			.isEqualTo(BelongsTo.toId(Product.class, 1L))
			.isNotEqualTo(BelongsTo.toId(Employee.class, 1L));
		assertThat(new Note(1L, BelongsTo.to(this.product))).isEqualTo(new Note(1L, BelongsTo.to(this.product)))
			.isNotEqualTo(new Note(1L, BelongsTo.to(this.employee)));
	}

	@Test
	void setIdKeepsTheTypeIfThereIsOne() {
		Image image = new Image();
		assertThatExceptionOfType(UntypedReferenceException.class).isThrownBy(() -> image.imageable.setId(2L));
		assertThat(image.imageable).hasToString("Image.imageable[empty]");
		image.imageable.set(this.product);
		image.imageable.setId(2L);
		assertThat(image.imageable).hasToString("Image.imageable[Product 2, not loaded]");
		assertThat(this.product.images).isEmpty();
		image.imageable.setId(null);
		assertThat(image.imageable.getId()).isNull();
	}

	@Test
	void refusesWhatCannotBeATarget() {
		Image image = new Image();
		image.imageable.set(this.product);
		assertThatExceptionOfType(IllegalTargetException.class).isThrownBy(() -> image.imageable.set(new Coded()))
			.withMessage(
					"Image.imageable is polymorphic and was given a io.inverseof.holder.PolymorphicTests$Coded, which "
							+ "cannot be its target: the id of io.inverseof.holder.PolymorphicTests$Coded has the type UUID and not "
							+ "Long. Assign an entity of another class.");
		assertThatExceptionOfType(IllegalTargetException.class).isThrownBy(() -> image.imageable.build((built) -> {
		}));
		assertThat(image.imageable.get()).isSameAs(this.product);
		assertThat(this.product.images).containsExactly(image);
	}

	@Test
	void serialisesTypeAndId() throws Exception {
		Image image = new Image();
		image.imageable.set(this.product);
		image.imageable.setId(7L);
		Image copy = copy(image);
		assertThat(copy.imageable).hasToString("BelongsTo[Product 7, not loaded]").isEqualTo(image.imageable);
	}

	private static Image copy(Image image) throws IOException, ClassNotFoundException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(image);
		}
		try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
			return (Image) in.readObject();
		}
	}

	static class Product implements Serializable {

		@Id
		@Nullable Long id;

		@As("imageable")
		final HasMany<Image> images = hasMany(this);

		@As("covered")
		final HasOne<Cover> cover = hasOne(this);

		Product(@Nullable Long id) {
			this.id = id;
		}

	}

	static class Employee implements Serializable {

		@Id
		@Nullable Long id;

		@As("imageable")
		final HasMany<Image> images = hasMany(this);

		@As("covered")
		final HasOne<Cover> cover = hasOne(this);

		Employee(@Nullable Long id) {
			this.id = id;
		}

	}

	static class Coded {

		@Id
		@Nullable UUID id;

	}

	static class Image implements Serializable {

		@Id
		@Nullable Long id;

		@Polymorphic
		@InverseOf("images")
		final BelongsTo<Object, Long> imageable = belongsTo(this);

	}

	static class Cover implements Serializable {

		@Id
		@Nullable Long id;

		@Polymorphic
		final BelongsTo<Object, Long> covered = belongsTo(this);

	}

	record Note(@Id Long id, @Polymorphic BelongsTo<Object, Long> about) {

	}

}
