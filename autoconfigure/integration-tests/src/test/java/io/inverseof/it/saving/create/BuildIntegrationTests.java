package io.inverseof.it.saving.create;

import java.util.List;
import java.util.Objects;

import io.inverseof.BelongsTo;
import io.inverseof.IllegalTargetException;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.saving.Sent;
import io.inverseof.it.saving.Tables;
import io.inverseof.it.saving.create.Shop.Booking;
import io.inverseof.it.saving.create.Shop.Bookings;
import io.inverseof.it.saving.create.Shop.Card;
import io.inverseof.it.saving.create.Shop.Cards;
import io.inverseof.it.saving.create.Shop.Customer;
import io.inverseof.it.saving.create.Shop.Customers;
import io.inverseof.it.saving.create.Shop.Item;
import io.inverseof.it.saving.create.Shop.Items;
import io.inverseof.it.siblings.OnMariaDb;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Building wires in memory, and one save writes it all.
 */
class BuildIntegrationTests {

	@Nested
	@OnH2
	class OnTheH2 extends EachDatabase {

	}

	@Nested
	@OnPostgres
	class OnThePostgres extends EachDatabase {

	}

	@Nested
	@OnMariaDb
	class OnTheMariaDb extends EachDatabase {

	}

	@SpringBootTest(classes = Shop.class)
	abstract static class EachDatabase {

		@Autowired
		Customers customers;

		@Autowired
		Cards cards;

		@Autowired
		Bookings bookings;

		@Autowired
		Items items;

		@Autowired
		StatementCounter statements;

		@Autowired
		Tables tables;

		@BeforeEach
		void empty() {
			this.tables.empty();
		}

		private List<String> sent(Runnable work) {
			return Sent.kinds(this.statements, work);
		}

		private Customer saved() {
			Customer ann = this.customers.save(Customer.named("Ann"));
			return this.customers.findById(Objects.requireNonNull(ann.id)).orElseThrow();
		}

		@Test
		void sendsNothing() {
			Customer ann = saved();
			assertThat(this.statements).during(() -> {
				Booking booking = ann.bookings().build((it) -> it.title = "one");
				booking.items().build((it) -> it.name = "pen").booking().get();
				ann.card().build((it) -> it.code = "1");
				Booking.titled("two").customer().build((it) -> it.name = "Bob");
			}).none();
			assertThat(this.tables.rows()).isOne();
		}

		@Test
		void theAttributesSeeTheOwner() {
			Customer ann = Customer.named("Ann");
			ann.bookings().build((booking) -> assertThat(booking.customer().get()).isSameAs(ann));
			ann.card().build((card) -> assertThat(card.customer().get()).isSameAs(ann));
		}

		@Test
		void buildsOnAllSidesOfAnUnsavedParent() {
			Customer ann = Customer.named("Ann");
			Booking booking = ann.bookings().build((it) -> it.title = "one");
			Item item = booking.items().build((it) -> it.name = "pen");
			Card card = ann.card().build((it) -> it.code = "1");
			assertThat(sent(() -> this.customers.save(ann))).startsWith("insert into customer")
				.containsExactlyInAnyOrder("insert into customer", "insert into booking", "insert into card",
						"insert into item");
			assertThat(this.statements).during(() -> {
				assertThat(booking.customer().get()).isSameAs(ann);
				assertThat(item.booking().get()).isSameAs(booking);
				assertThat(card.customer().get()).isSameAs(ann);
				assertThat(ann.card().get()).isSameAs(card);
			}).none();
			assertThat(ann.bookings().count()).isOne();
			assertThat(this.tables.column("booking_id", "item", "id")).containsExactly(booking.id);
			assertThat(this.tables.column("customer_id", "card", "id")).containsExactly(ann.id);
		}

		@Test
		void buildsTheParentOfAnUnsavedChild() {
			Item item = Item.named("pen");
			Booking booking = item.booking().build((it) -> it.title = "one");
			Customer ann = booking.customer().build((it) -> it.name = "Ann");
			assertThat(sent(() -> this.items.save(item))).containsExactly("insert into customer", "insert into booking",
					"insert into item");
			assertThat(item.booking().get().customer().get()).isSameAs(ann);
		}

		@Test
		void buildsUnderALoadedParent() {
			Customer ann = saved();
			Booking booking = ann.bookings().build((it) -> it.title = "one");
			assertThat(ann.bookings()).containsExactly(booking);
			assertThat(ann.bookings().count()).isOne();
			assertThat(sent(() -> this.bookings.save(booking))).containsExactly("insert into booking");
			assertThat(ann.bookings()).containsExactly(booking);
			assertThat(sent(() -> this.customers.save(ann))).containsExactly("update customer");
		}

		@Test
		void buildsANewParentForASavedChild() {
			Booking booking = this.bookings.save(Booking.titled("one"));
			booking.customer().build((it) -> it.name = "Bob");
			assertThat(sent(() -> this.bookings.save(booking))).containsExactly("insert into customer",
					"update booking");
			assertThat(this.tables.column("customer_id", "booking", "id")).containsExactly(booking.customer().getId());
		}

		@Test
		void fillsWhatTheScopeAsksFor() {
			Customer ann = saved();
			Booking booking = ann.openBookings().build((it) -> it.title = "one");
			assertThat(booking.status).isEqualTo("open");
			this.customers.save(ann);
			assertThat(this.tables.column("status", "booking", "id")).containsExactly("open");
			assertThat(this.tables.column("customer_id", "booking", "id")).containsExactly(ann.id);
			assertThat(saved().openBookings()).isEmpty();
			assertThat(this.customers.findById(Objects.requireNonNull(ann.id)).orElseThrow().openBookings()).hasSize(1);
		}

		@Test
		void aBuiltChildOfTwoListsOfOneKeyIsInsertedOnce() {
			Customer ann = saved();
			Booking booking = ann.openBookings().build((it) -> it.title = "one");
			ann.bookings().add(booking);
			this.customers.save(ann);
			assertThat(this.tables.rows("booking")).isOne();
		}

		@Test
		void attributesThatFailLeaveTheCollectionAsItWas() {
			Customer ann = saved();
			assertThatIllegalStateException().isThrownBy(() -> ann.bookings().build((booking) -> {
				throw new IllegalStateException("no");
			}));
			assertThat(ann.bookings()).isEmpty();
			assertThat(sent(() -> this.customers.save(ann))).containsExactly("update customer");
		}

		@Test
		void attributesThatGoElsewhereAreOverruled() {
			Customer ann = saved();
			Customer bob = saved();
			Booking booking = ann.bookings().build((it) -> {
				it.title = "one";
				it.customer().set(bob);
			});
			this.customers.save(ann);
			assertThat(booking.customer().get()).isSameAs(ann);
			assertThat(this.tables.column("customer_id", "booking", "id")).containsExactly(ann.id);
		}

		@Test
		void aTargetOfNoEntityCannotBeBuilt() {
			assertThatExceptionOfType(IllegalTargetException.class)
				.isThrownBy(() -> BelongsTo.<Customer, Long>empty().build((it) -> it.name = "Ann"))
				.withMessage("A reference outside an entity cannot build its target, because nothing says which class "
						+ "it is of. Create the object and pass it to set(..) or BelongsTo.to(..).");
		}

	}

}
