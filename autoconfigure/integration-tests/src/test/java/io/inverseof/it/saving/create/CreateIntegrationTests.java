package io.inverseof.it.saving.create;

import java.util.List;
import java.util.Objects;

import io.inverseof.AssociationOperations;
import io.inverseof.DetachedAssociationException;
import io.inverseof.UnsavedOwnerException;
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
import jakarta.validation.ConstraintViolationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Creating builds, validates and saves, or changes nothing.
 */
class CreateIntegrationTests {

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

	/** Saving does not depend on what reading shares. */
	@Nested
	@TestPropertySource(properties = { "spring.datasource.generate-unique-name=true", "inverseof.enabled=false" })
	class SwitchedOff extends EachDatabase {

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
		AssociationOperations associations;

		@Autowired
		StatementCounter statements;

		@Autowired
		TransactionTemplate transaction;

		@Autowired
		JdbcTemplate jdbc;

		@Autowired
		Tables tables;

		private Customer ann = new Customer();

		@BeforeEach
		void fill() {
			this.tables.empty();
			Customer saved = this.customers.save(Customer.named("Ann"));
			this.ann = this.customers.findById(Objects.requireNonNull(saved.id)).orElseThrow();
		}

		private List<String> sent(Runnable work) {
			return Sent.kinds(this.statements, work);
		}

		@Test
		void insertsAChildAndNothingElse() {
			this.ann.name = "changed";
			assertThat(sent(() -> {
				Booking booking = this.ann.bookings().create((it) -> it.title = "one");
				assertThat(booking.id).isNotNull();
				assertThat(booking.customer().get()).isSameAs(this.ann);
			})).containsExactly("insert into booking");
			assertThat(this.tables.column("customer_id", "booking", "id")).containsExactly(this.ann.id);
			assertThat(this.tables.column("name", "customer", "id")).containsExactly("Ann");
		}

		@Test
		void theCreatedChildIsInTheCollectionOnce() {
			Booking booking = this.ann.bookings().create((it) -> it.title = "one");
			assertThat(this.ann.bookings().count()).isOne();
			assertThat(this.ann.bookings()).containsExactly(booking);
			assertThat(this.statements).during(() -> {
				assertThat(this.ann.bookings().get(0)).isSameAs(booking);
				assertThat(this.ann.bookings().get(0).customer().get()).isSameAs(this.ann);
			}).none();
			assertThat(sent(() -> this.customers.save(this.ann))).containsExactly("update customer");
		}

		@Test
		void joinsALoadedCollection() {
			this.ann.bookings().create((it) -> it.title = "one");
			assertThat(this.ann.bookings()).hasSize(1);
			assertThat(sent(() -> this.ann.bookings().create((it) -> it.title = "two")))
				.containsExactly("insert into booking");
			assertThat(this.statements).during(() -> assertThat(this.ann.bookings()).hasSize(2)).none();
		}

		@Test
		void leavesWhatWasOnlyBuiltUnsaved() {
			Booking built = this.ann.bookings().build((it) -> it.title = "built");
			this.ann.bookings().create((it) -> it.title = "created");
			assertThat(this.tables.column("title", "booking", "id")).containsExactly("created");
			assertThat(built.id).isNull();
			this.customers.save(this.ann);
			assertThat(this.tables.column("title", "booking", "id")).containsExactly("created", "built");
		}

		@Test
		void insertsWhatTheAttributesBuildToo() {
			List<String> sent = sent(() -> this.ann.bookings().create((booking) -> {
				booking.title = "one";
				booking.items().build((item) -> item.name = "pen");
			}));
			assertThat(sent).containsExactly("insert into booking", "insert into item");
		}

		@Test
		void insertsAHasOne() {
			assertThat(sent(() -> this.ann.card().create((it) -> it.code = "1"))).contains("insert into card")
				.doesNotContain("update card", "update customer");
			assertThat(this.tables.column("customer_id", "card", "id")).containsExactly(this.ann.id);
			assertThat(this.statements)
				.during(() -> assertThat(this.ann.card().get().customer().get()).isSameAs(this.ann))
				.none();
			assertThat(sent(() -> this.customers.save(this.ann))).containsExactly("update customer");
		}

		@Test
		void replacesAHasOneThatNobodyRead() {
			this.ann.card().create((it) -> it.code = "1");
			Customer read = this.customers.findById(Objects.requireNonNull(this.ann.id)).orElseThrow();
			assertThat(sent(() -> read.card().create((it) -> it.code = "2"))).containsExactly("select from card",
					"update card", "insert into card");
			assertThat(this.tables.column("customer_id", "card", "code")).containsExactly(null, this.ann.id);
			assertThat(read.card().get().code).isEqualTo("2");
		}

		@Test
		void replacesAHasOneThatWasRead() {
			Card old = this.ann.card().create((it) -> it.code = "1");
			assertThat(sent(() -> this.ann.card().create((it) -> it.code = "2"))).containsExactly("update card",
					"insert into card");
			assertThat(this.tables.column("customer_id", "card", "code")).containsExactly(null, this.ann.id);
			assertThat(old.customer().isPresent()).isFalse();
			assertThat(this.ann.card().get().code).isEqualTo("2");
		}

		@Test
		void insertsAParentAndLeavesTheChildToItsOwnSave() {
			Booking booking = this.bookings.save(Booking.titled("one"));
			booking.title = "changed";
			List<String> sent = sent(() -> {
				Customer bob = booking.customer().create((it) -> it.name = "Bob");
				assertThat(bob.id).isNotNull();
				assertThat(booking.customer().get()).isSameAs(bob);
				assertThat(booking.customer().getId()).isEqualTo(bob.id);
			});
			assertThat(sent).containsExactly("insert into customer");
			assertThat(this.tables.column("customer_id", "booking", "id")).containsExactly((Object) null);
			assertThat(sent(() -> this.bookings.save(booking))).containsExactly("update booking");
			assertThat(this.tables.column("customer_id", "booking", "id")).containsExactly(booking.customer().getId());
		}

		@Test
		void createsNoChildOfAnUnsavedParent() {
			Customer bob = Customer.named("Bob");
			assertThatExceptionOfType(UnsavedOwnerException.class)
				.isThrownBy(() -> bob.bookings().create((it) -> it.title = "one"))
				.withMessage(
						"Customer.bookings cannot create a Booking, because this Customer has not been saved. Save "
								+ "it first, or use build(..) and save the Customer: that saves both.");
			assertThatExceptionOfType(UnsavedOwnerException.class)
				.isThrownBy(() -> bob.card().create((it) -> it.code = "1"))
				.withMessage("Customer.card cannot create a Card, because this Customer has not been saved. Save it "
						+ "first, or use build(..) and save the Customer: that saves both.");
			assertThat(bob.bookings()).isEmpty();
			assertThat(bob.card().isPresent()).isFalse();
		}

		@Test
		void createsNoParentOfAChildThatNoRepositoryKnows() {
			Booking booking = Booking.titled("one");
			assertThatExceptionOfType(UnsavedOwnerException.class)
				.isThrownBy(() -> booking.customer().create((it) -> it.name = "Bob"))
				.withMessage(
						"Booking.customer cannot create a Customer, because this Booking has not been saved. Save it "
								+ "first, or use build(..) and save the Booking: that saves both.");
			assertThat(booking.customer().isPresent()).isFalse();
		}

		@Test
		void createsNothingForADetachedParent() {
			Customer detached = Customer.named("Ann");
			detached.id = this.ann.id;
			assertThatExceptionOfType(DetachedAssociationException.class)
				.isThrownBy(() -> detached.bookings().create((it) -> it.title = "one"))
				.withMessage("Customer.bookings of Customer %s cannot create anything, because its owner was neither "
						+ "loaded nor saved by a repository, so nothing says where to save. Load the owner by a "
						+ "repository, or pass it to AssociationOperations.attach(..).", this.ann.id);
			this.associations.attach(detached);
			detached.bookings().create((it) -> it.title = "one");
			assertThat(this.tables.column("customer_id", "booking", "id")).containsExactly(this.ann.id);
		}

		@Test
		void validatesBeforeItSaves() {
			assertThat(sent(() -> assertThatExceptionOfType(ConstraintViolationException.class)
				.isThrownBy(() -> this.ann.bookings().create((it) -> it.title = " ")))).isEmpty();
			assertThat(sent(() -> assertThatExceptionOfType(ConstraintViolationException.class)
				.isThrownBy(() -> this.ann.card().create((it) -> it.code = "")))).isEmpty();
			assertThat(this.ann.bookings()).isEmpty();
			assertThat(this.ann.card().isPresent()).isFalse();
			assertThat(this.tables.rows()).isOne();
		}

		@Test
		void anInvalidParentIsNotAssigned() {
			Booking booking = this.bookings.save(Booking.titled("one"));
			booking.customer().set(this.ann);
			assertThatExceptionOfType(ConstraintViolationException.class)
				.isThrownBy(() -> booking.customer().create((it) -> it.name = ""));
			assertThat(booking.customer().get()).isSameAs(this.ann);
		}

		@Test
		void theOwnerCountsAsPresent() {
			Booking booking = this.ann.bookings().create((it) -> it.title = "one");
			assertThat(booking.items().create((it) -> it.name = "pen").id).isNotNull();
		}

		@Test
		void aFailureOfTheDatabaseLeavesNothing() {
			Card old = this.ann.card().create((it) -> it.code = "1");
			assertThatExceptionOfType(DataIntegrityViolationException.class)
				.isThrownBy(() -> this.ann.card().create((it) -> it.code = "a code of more than twenty characters"));
			assertThat(this.ann.card().get().id).isEqualTo(old.id);
			assertThat(old.customer().getId()).isEqualTo(this.ann.id);
			assertThat(this.tables.column("customer_id", "card", "id")).containsExactly(this.ann.id);
			assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(
					() -> this.ann.bookings().create((it) -> it.title = "a title of more than twenty characters"));
			assertThat(this.ann.bookings()).isEmpty();
			this.ann.bookings().create((it) -> it.title = "one");
			this.ann.card().create((it) -> it.code = "2");
			assertThat(this.tables.column("customer_id", "card", "code")).containsExactly(null, this.ann.id);
		}

		@Test
		void aFailureOfAGrandchildLeavesNothing() {
			assertThatExceptionOfType(DataIntegrityViolationException.class)
				.isThrownBy(() -> this.ann.bookings().create((booking) -> {
					booking.title = "one";
					booking.items().build((item) -> item.name = "a name of more than twenty characters");
				}));
			assertThat(this.tables.rows()).isOne();
			assertThat(this.ann.bookings()).isEmpty();
		}

		@Test
		void createsInATransaction() {
			this.transaction.executeWithoutResult((status) -> {
				Customer read = this.customers.findById(Objects.requireNonNull(this.ann.id)).orElseThrow();
				Booking booking = read.bookings().create((it) -> it.title = "one");
				Item item = booking.items().create((it) -> it.name = "pen");
				assertThat(item.booking().get().customer().get()).isSameAs(read);
				assertThat(read.bookings()).containsExactly(booking);
			});
			assertThat(this.tables.rows()).isEqualTo(3);
		}

		@Test
		void aRollbackTakesBackWhatWasCreated() {
			this.transaction.executeWithoutResult((status) -> {
				this.ann.bookings().create((it) -> it.title = "one");
				this.ann.card().create((it) -> it.code = "1");
				status.setRollbackOnly();
			});
			assertThat(this.tables.rows()).isOne();
			assertThat(this.ann.bookings().count()).isZero();
			assertThat(this.ann.bookings()).isEmpty();
			assertThat(this.ann.card().isPresent()).isFalse();
			this.ann.card().create((it) -> it.code = "2");
			assertThat(this.tables.rows("card")).isOne();
		}

	}

}
