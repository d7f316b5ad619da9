package io.inverseof.it.parity;

import java.util.List;
import java.util.Objects;

import io.inverseof.AssociationScope;
import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.HasOne;
import io.inverseof.ScopedBy;
import io.inverseof.model.AssociationModel;
import io.inverseof.model.AssociationProperty;
import io.inverseof.model.DetectionFlags;
import io.inverseof.model.ReflectiveEntityMapping;
import io.inverseof.model.Violations;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.BeanUtils;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;
import static io.inverseof.Associations.hasOne;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rails' {@code AutomaticInverseFindingTests} and {@code InverseAssociationTests}, where
 * they are about what the detection found.
 */
class DetectionParityTests {

	@Test
	void namesOfSeveralWordsFindEachOther() {
		AssociationModel model = model(OldOakDesk.class, DeskLamp.class);
		assertInverses(model, OldOakDesk.class, "lamp", DeskLamp.class, "desk");
		assertInverses(model, DeskLamp.class, "desk", OldOakDesk.class, "lamp");
	}

	@Test
	void compositeKeysFindEachOther() {
		AssociationModel model = model(Car.class, Review.class);
		assertInverses(model, Car.class, "reviews", Review.class, "car");
		assertInverses(model, Review.class, "car", Car.class, "reviews");
	}

	@Test
	void aReferenceWithAFilterIsNoInverse() {
		AssociationModel model = model(Book.class, Subscription.class);
		assertThat(association(model, Book.class, "subscriptions").inverse().exists()).isFalse();
	}

	@Test
	void whatIsBuiltRefersToItsOwnerAllTheSame() {
		Book book = new Book();
		Subscription built = book.subscriptions.build((subscription) -> {
		});
		assertThat(built.book.get()).isSameAs(book);
	}

	private static AssociationModel model(Class<?>... entities) {
		Violations violations = new Violations();
		AssociationModel model = AssociationModel.of(List.of(entities), new ReflectiveEntityMapping(),
				BeanUtils::instantiateClass, new DetectionFlags(true, true, true), violations);
		assertThat(violations.toList()).isEmpty();
		return model;
	}

	private static AssociationProperty association(AssociationModel model, Class<?> owner, String name) {
		return Objects.requireNonNull(model.associationsOf(owner).get(name));
	}

	private static void assertInverses(AssociationModel model, Class<?> owner, String name, Class<?> target,
			String inverse) {
		assertThat(association(model, owner, name).inverse().association())
			.isSameAs(association(model, target, inverse));
	}

	static class OldOakDesk {

		@Id
		@Nullable Long id;

		final HasOne<DeskLamp> lamp = hasOne(this);

	}

	static class DeskLamp {

		@Id
		@Nullable Long id;

		final BelongsTo<OldOakDesk, Long> desk = belongsTo(this);

	}

	record CarId(String make, String model) {
	}

	static class Car {

		@Id
		@Nullable CarId id;

		final HasMany<Review> reviews = hasMany(this);

	}

	static class Review {

		@Id
		@Nullable Long id;

		final BelongsTo<Car, CarId> car = belongsTo(this);

	}

	static class Book {

		@Id
		@Nullable Long id;

		boolean visible;

		final HasMany<Subscription> subscriptions = hasMany(this);

	}

	static class Subscription {

		@Id
		@Nullable Long id;

		@ScopedBy(Visible.class)
		final BelongsTo<Book, Long> book = belongsTo(this);

	}

	static class Visible implements AssociationScope {

		@Override
		public Query query() {
			return Query.query(Criteria.where("visible").is(true));
		}

	}

}
