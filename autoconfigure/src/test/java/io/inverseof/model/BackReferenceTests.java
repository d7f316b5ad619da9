package io.inverseof.model;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.inverseof.BatchSize;
import io.inverseof.ForeignKey;
import io.inverseof.HasMany;
import io.inverseof.InverseOf;
import io.inverseof.NoInverse;
import io.inverseof.ScopedBy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Transient;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;

import static io.inverseof.Associations.hasMany;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BackReference} and how it is declared.
 */
class BackReferenceTests {

	@Test
	void namesAPropertyOfItsParent() {
		BackReference reference = only(Line.class);
		assertThat(reference.field().getName()).isEqualTo("order");
		assertThat(reference.parent()).isEqualTo(Order.class);
		assertThat(reference.path()).isEqualTo("lines");
	}

	@Test
	void isInverseOfThatPropertyAlone() {
		BackReference reference = only(Line.class);
		assertThat(reference.isInverseOf(Order.class, "lines")).isTrue();
		assertThat(reference.isInverseOf(RushOrder.class, "lines")).isTrue();
		assertThat(reference.isInverseOf(Order.class, "rows")).isFalse();
		assertThat(reference.isInverseOf(Parcel.class, "lines")).isFalse();
	}

	@Test
	void isSet() {
		Line line = new Line();
		Order order = new Order();
		only(Line.class).set(line, order);
		assertThat(line.order).isSameAs(order);
	}

	@Test
	void isInheritedWithItsTypeVariableResolved() {
		assertThat(only(Stop.class).parent()).isEqualTo(Tour.class);
	}

	@Test
	void isNoAssociationInMemory() {
		assertThat(AssociationModel.inMemory().associationsOf(Line.class).isEmpty()).isTrue();
		assertThat(new ReflectiveEntityMapping().columns(Line.class)).containsExactly("id", "product");
		assertThat(new ReflectiveEntityMapping().columns(Seal.class)).containsExactly("color");
	}

	private static BackReference only(Class<?> type) {
		List<BackReference> references = BackReference.of(type);
		assertThat(references).hasSize(1);
		return references.get(0);
	}

	@Nested
	class Accepted {

		@Test
		void fromASet() {
			assertThat(Models.problems(Order.class, Line.class)).isEmpty();
		}

		@Test
		void fromAMapAListAnArrayAndAnObject() {
			assertThat(Models.problems(Parcel.class, Item.class)).isEmpty();
		}

		@Test
		void fromInsideAnEmbeddedObject() {
			assertThat(Models.problems(Wagon.class, Wheel.class)).isEmpty();
		}

		@Test
		void ofASuperclassThatDoesNotContainIt() {
			assertThat(Models.problems(Truck.class, Tyre.class)).isEmpty();
		}

		@Test
		void ofATypeVariable() {
			assertThat(Models.problems(Tour.class, Stop.class)).isEmpty();
		}

		@Test
		void inASuperclassOfTheElements() {
			assertThat(Models.problems(Shop.class, Offer.class)).isEmpty();
		}

		@Test
		void withATransientAnnotationThatItDoesNotNeed() {
			assertThat(Models.problems(Box.class, Lid.class)).isEmpty();
		}

	}

	@Nested
	class Rejected {

		@Test
		void withoutSuchAProperty() {
			assertThat(Models.problems(Misspelt.class)).containsExactly(
					"Misspelt.basket names \"eggz\" with @InverseOf, but Basket has no such property. Did you mean \"eggs\"?");
		}

		@Test
		void withoutTheEmbeddedObjectInThePath() {
			assertThat(Models.problems(Spoke.class)).containsExactly(
					"Spoke.bicycle names \"spokes\" with @InverseOf, but Bicycle has no such property. Did you "
							+ "mean \"front.spokes\" or \"back.spokes\"?");
		}

		@Test
		void withAPropertyThatContainsSomethingElse() {
			assertThat(Models.problems(Misplaced.class)).containsExactly(
					"Misplaced.basket names \"owner\" with @InverseOf, but Basket.owner does not contain Misplaced. Did "
							+ "you mean \"misplaced\"?");
		}

		@Test
		void ofAnotherAggregate() {
			assertThat(Models.problems(Essay.class)).containsExactly(
					"Essay.author names \"essays\" with @InverseOf, but no property of Author contains Essay. A back reference "
							+ "is of the class around it in the same aggregate; an association to another aggregate is a "
							+ "BelongsTo.");
		}

		@Test
		void toAPropertyThatIsNotMapped() {
			assertThat(Models.problems(Crumb.class)).singleElement()
				.asString()
				.contains("no property of Basket contains Crumb");
		}

		@Test
		void inARecord() {
			assertThat(Models.problems(Pebble.class)).containsExactly(
					"Pebble.basket is a back reference in a record. A parent is made after what it contains, when a record "
							+ "cannot be changed any more. Write Pebble as a class, or remove the component.");
		}

		@Test
		void inAFinalField() {
			assertThat(Models.problems(Stone.class)).containsExactly(
					"Stone.basket is a back reference in a final field. A parent is made after what it contains, and final "
							+ "fields are never written. Make the field mutable.");
		}

		@Test
		void onAFieldThatCannotHoldAParent() {
			assertThat(Models.problems(Simple.class)).containsExactly(
					"Simple.basketId is annotated with @InverseOf, but is neither an association nor a back reference: it is "
							+ "of type \"Long\". Remove the annotation, or declare the field as a BelongsTo, HasOne or HasMany, "
							+ "or as the class that contains this Simple in the same aggregate.",
					"Simple.baskets is annotated with @InverseOf, but is neither an association nor a back reference: it is "
							+ "of type \"List<Basket>\". Remove the annotation, or declare the field as a BelongsTo, HasOne or "
							+ "HasMany, or as the class that contains this Simple in the same aggregate.",
					"Simple.last is annotated with @InverseOf, but is neither an association nor a back reference: it is "
							+ "static. Remove the annotation, or declare the field as a BelongsTo, HasOne or HasMany, or as the "
							+ "class that contains this Simple in the same aggregate.");
		}

		@Test
		void withAnnotationsOfAssociations() {
			assertThat(Models.problems(Decorated.class)).containsExactly(
					"Decorated.basket is annotated with @InverseOf and @NoInverse and @ForeignKey and @ScopedBy and "
							+ "@BatchSize, but is not an association: it is of type \"Basket\". Remove the annotation, or "
							+ "declare the field as a BelongsTo, HasOne or HasMany.");
		}

		@Test
		void isNotSet() {
			assertThat(BackReference.of(Pebble.class)).isEmpty();
			assertThat(BackReference.of(Stone.class)).isEmpty();
			assertThat(BackReference.of(Simple.class)).isEmpty();
		}

	}

	static class Order {

		@Id
		@Nullable Long id;

		Set<Line> lines = new LinkedHashSet<>();

	}

	static class RushOrder extends Order {

	}

	static class Line {

		@Id
		@Nullable Long id;

		@Nullable String product;

		@InverseOf("lines")
		@Nullable Order order;

	}

	static class Parcel {

		@Id
		@Nullable Long id;

		Map<String, Item> named = new HashMap<>();

		List<Item> rows = List.of();

		Item[] array = {};

		@Nullable Item first;

	}

	static class Item {

		@InverseOf("named")
		@Nullable Parcel byName;

		@InverseOf("rows")
		@Nullable Parcel byRow;

		@InverseOf("array")
		@Nullable Parcel byIndex;

		@InverseOf("first")
		@Nullable Parcel asFirst;

	}

	static class Wagon {

		@Id
		@Nullable Long id;

		@Embedded(onEmpty = OnEmpty.USE_EMPTY)
		@Nullable Chassis chassis;

	}

	static class Chassis {

		Set<Wheel> wheels = Set.of();

	}

	static class Wheel {

		@InverseOf("chassis.wheels")
		@Nullable Wagon wagon;

		@InverseOf("wheels")
		@Nullable Chassis chassis;

	}

	interface Vehicle {

	}

	static class Truck implements Vehicle {

		@Id
		@Nullable Long id;

		List<Tyre> tyres = List.of();

	}

	static class Tyre {

		@InverseOf("tyres")
		@Nullable Vehicle vehicle;

	}

	abstract static class Part<T> {

		@InverseOf("stops")
		@Nullable T whole;

	}

	static class Tour {

		@Id
		@Nullable Long id;

		List<Stop> stops = List.of();

	}

	static class Stop extends Part<Tour> {

	}

	static class Seal {

		@Nullable String color;

		@InverseOf("seal")
		@Nullable Envelope envelope;

	}

	static class Envelope {

		@Nullable Seal seal;

	}

	static class Shop {

		@Id
		@Nullable Long id;

		List<Offer> offers = List.of();

	}

	static class Sellable {

		@InverseOf("offers")
		@Nullable Shop shop;

	}

	static class Offer extends Sellable {

	}

	static class Box {

		@Id
		@Nullable Long id;

		@Nullable Lid lid;

	}

	static class Lid {

		@InverseOf("lid")
		@Transient
		@Nullable Box box;

	}

	static class Basket {

		@Id
		@Nullable Long id;

		@Nullable String owner;

		Set<Misspelt> eggs = Set.of();

		List<Misplaced> misplaced = List.of();

		@Transient
		List<Crumb> crumbs = List.of();

		List<Pebble> pebbles = List.of();

		List<Stone> stones = List.of();

		List<Decorated> decorated = List.of();

	}

	static class Misspelt {

		@InverseOf("eggz")
		@Nullable Basket basket;

	}

	static class Misplaced {

		@InverseOf("owner")
		@Nullable Basket basket;

	}

	static class Crumb {

		@InverseOf("crumbs")
		@Nullable Basket basket;

	}

	record Pebble(@InverseOf("pebbles") Basket basket) {
	}

	static class Stone {

		@InverseOf("stones")
		final @Nullable Basket basket = null;

	}

	static class Decorated {

		@InverseOf("decorated")
		@NoInverse
		@ForeignKey("basket")
		@ScopedBy(Models.Filter.class)
		@BatchSize(2)
		@Nullable Basket basket;

	}

	static class Simple {

		@InverseOf("eggs")
		@Nullable Long basketId;

		@InverseOf("eggs")
		List<Basket> baskets = List.of();

		@InverseOf("eggs")
		static @Nullable Basket last;

	}

	static class Bicycle {

		@Id
		@Nullable Long id;

		@Embedded(onEmpty = OnEmpty.USE_EMPTY, prefix = "front_")
		@Nullable Rim front;

		@Embedded(onEmpty = OnEmpty.USE_EMPTY, prefix = "back_")
		@Nullable Rim back;

	}

	static class Rim {

		Set<Spoke> spokes = Set.of();

	}

	static class Spoke {

		@InverseOf("spokes")
		@Nullable Bicycle bicycle;

	}

	static class Author {

		@Id
		@Nullable Long id;

		final HasMany<Essay> essays = hasMany(this);

	}

	static class Essay {

		@Id
		@Nullable Long id;

		@InverseOf("essays")
		@Nullable Author author;

	}

}
