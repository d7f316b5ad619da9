package io.inverseof.it.saving.create;

import java.util.List;
import java.util.Objects;

import io.inverseof.it.reading.OnH2;
import io.inverseof.it.saving.Sent;
import io.inverseof.it.saving.Tables;
import io.inverseof.it.saving.create.Shop.Booking;
import io.inverseof.it.saving.create.Shop.Bookings;
import io.inverseof.it.saving.create.Shop.Customer;
import io.inverseof.it.saving.create.Shop.Customers;
import io.inverseof.it.saving.create.Shop.Item;
import io.inverseof.it.saving.create.Shop.Items;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A child that is pointed at its parent is in the parent's collection if that is asked
 * for, and never twice.
 */
class PluralInversesTests {

	/** Only items name the collection they fill. */
	@Nested
	@OnH2
	@SpringBootTest(classes = Shop.class)
	class Declared extends Pointing {

		Declared() {
			super(false, true);
		}

	}

	@Nested
	@OnH2
	@SpringBootTest(classes = Shop.class, properties = "inverseof.automatically-invert-plural-associations=true")
	class Inferred extends Pointing {

		Inferred() {
			super(true, true);
		}

	}

	@Nested
	@OnH2
	@SpringBootTest(classes = Shop.class, properties = { "inverseof.has-many-inversing=false",
			"inverseof.automatically-invert-plural-associations=true" })
	class SwitchedOff extends Pointing {

		SwitchedOff() {
			super(false, false);
		}

	}

	abstract static class Pointing {

		private final boolean bookingsAreFilled;

		private final boolean itemsAreFilled;

		@Autowired
		Customers customers;

		@Autowired
		Bookings bookings;

		@Autowired
		Items items;

		@Autowired
		StatementCounter statements;

		@Autowired
		Tables tables;

		private Customer ann = new Customer();

		private Booking booking = new Booking();

		Pointing(boolean bookingsAreFilled, boolean itemsAreFilled) {
			this.bookingsAreFilled = bookingsAreFilled;
			this.itemsAreFilled = itemsAreFilled;
		}

		@BeforeEach
		void fill() {
			this.tables.empty();
			Customer saved = this.customers.save(Customer.named("Ann"));
			this.ann = this.customers.findById(Objects.requireNonNull(saved.id)).orElseThrow();
			Booking one = this.bookings.save(Booking.titled("one"));
			this.booking = this.bookings.findById(Objects.requireNonNull(one.id)).orElseThrow();
		}

		private List<String> sent(Runnable work) {
			return Sent.kinds(this.statements, work);
		}

		private static <T> List<T> filled(boolean filled, T element) {
			return filled ? List.of(element) : List.of();
		}

		@Test
		void setOnce() {
			Booking two = Booking.titled("two");
			two.customer().set(this.ann);
			assertThat(this.ann.bookings()).containsExactlyElementsOf(filled(this.bookingsAreFilled, two));
			Item pen = Item.named("pen");
			pen.booking().set(this.booking);
			assertThat(this.booking.items()).containsExactlyElementsOf(filled(this.itemsAreFilled, pen));
		}

		@Test
		void setTwice() {
			Item pen = Item.named("pen");
			pen.booking().set(this.booking);
			pen.booking().set(this.booking);
			this.booking.items().add(pen);
			assertThat(this.booking.items()).containsExactly(pen);
			this.items.save(pen);
			pen.booking().set(this.booking);
			assertThat(this.booking.items()).containsExactly(pen);
			assertThat(this.tables.rows("item")).isOne();
		}

		@Test
		void setAndSavedFromTheParent() {
			Item pen = Item.named("pen");
			pen.booking().set(this.booking);
			List<String> sent = sent(() -> this.bookings.save(this.booking));
			assertThat(sent).isEqualTo(
					this.itemsAreFilled ? List.of("update booking", "insert into item") : List.of("update booking"));
			assertThat(this.tables.rows("item")).isEqualTo(this.itemsAreFilled ? 1 : 0);
		}

		@Test
		void setAndSavedFromTheChildAndThenFromTheParent() {
			Item pen = Item.named("pen");
			pen.booking().set(this.booking);
			assertThat(sent(() -> this.items.save(pen))).containsExactly("insert into item");
			assertThat(sent(() -> this.bookings.save(this.booking))).containsExactly("update booking");
			assertThat(this.booking.items()).singleElement().satisfies((item) -> {
				assertThat(item.id).isEqualTo(pen.id);
				assertThat(item.booking().get()).isSameAs(this.booking);
			});
		}

		@Test
		void setThenLoadedLater() {
			Item ink = Item.named("ink");
			this.booking.items().add(ink);
			this.bookings.save(this.booking);
			Booking read = this.bookings.findById(Objects.requireNonNull(this.booking.id)).orElseThrow();
			Item pen = Item.named("pen");
			pen.booking().set(read);
			assertThat(read.items()).extracting((item) -> item.name)
				.containsExactlyElementsOf(this.itemsAreFilled ? List.of("ink", "pen") : List.of("ink"));
			this.items.save(pen);
			assertThat(this.bookings.findById(Objects.requireNonNull(read.id)).orElseThrow().items()).hasSize(2);
		}

		@Test
		void builtParentOfAChild() {
			Item pen = Item.named("pen");
			Booking built = pen.booking().build((it) -> it.title = "two");
			this.items.save(pen);
			assertThat(this.tables.rows("item")).isOne();
			assertThat(built.items()).singleElement().satisfies((item) -> assertThat(item.id).isEqualTo(pen.id));
			assertThat(sent(() -> this.bookings.save(built))).containsExactly("update booking");
		}

		@Test
		void builtParentSavedFirst() {
			Item pen = Item.named("pen");
			Booking built = pen.booking().build((it) -> it.title = "two");
			this.bookings.save(built);
			this.items.save(pen);
			assertThat(this.tables.rows("item")).isOne();
			assertThat(this.tables.column("booking_id", "item", "id")).containsExactly(built.id);
		}

		@Test
		void createdParentOfASavedChild() {
			Item pen = this.items.save(Item.named("pen"));
			Booking created = pen.booking().create((it) -> it.title = "two");
			assertThat(this.tables.column("booking_id", "item", "id")).containsExactly((Object) null);
			List<String> sent = sent(() -> this.items.save(pen));
			assertThat(sent).containsExactly("update item");
			assertThat(this.tables.column("booking_id", "item", "id")).containsExactly(created.id);
			assertThat(created.items()).hasSize(1);
			assertThat(sent(() -> this.bookings.save(created))).containsExactly("update booking");
		}

		@Test
		void aPersistedChildThatIsPointedAtAnotherParentMovesWhenThatIsSaved() {
			Item pen = this.items.save(Item.named("pen"));
			pen.name = "changed";
			pen.booking().set(this.booking);
			List<String> sent = sent(() -> this.bookings.save(this.booking));
			assertThat(sent)
				.isEqualTo(this.itemsAreFilled ? List.of("update booking", "update item") : List.of("update booking"));
			assertThat(this.tables.column("name", "item", "id")).containsExactly("pen");
			this.items.save(pen);
			assertThat(this.tables.column("booking_id", "item", "id")).containsExactly(this.booking.id);
		}

		@Test
		void pointedSomewhereElseItLeavesTheFirst() {
			Booking two = this.bookings.save(Booking.titled("two"));
			Item pen = Item.named("pen");
			pen.booking().set(this.booking);
			pen.booking().set(two);
			this.bookings.saveAll(List.of(this.booking, two));
			this.items.save(pen);
			assertThat(this.booking.items()).isEmpty();
			assertThat(this.tables.column("booking_id", "item", "id")).containsExactly(two.id);
		}

	}

}
