package io.inverseof.it.saving.insert;

import java.util.List;
import java.util.Objects;

import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.saving.Sent;
import io.inverseof.it.saving.Tables;
import io.inverseof.it.saving.insert.Ids.Book;
import io.inverseof.it.saving.insert.Ids.Books;
import io.inverseof.it.saving.insert.Ids.Cat;
import io.inverseof.it.saving.insert.Ids.Cities;
import io.inverseof.it.saving.insert.Ids.City;
import io.inverseof.it.saving.insert.Ids.Countries;
import io.inverseof.it.saving.insert.Ids.Country;
import io.inverseof.it.saving.insert.Ids.Dog;
import io.inverseof.it.saving.insert.Ids.Farm;
import io.inverseof.it.saving.insert.Ids.Farms;
import io.inverseof.it.saving.insert.Ids.Gate;
import io.inverseof.it.saving.insert.Ids.Gift;
import io.inverseof.it.saving.insert.Ids.Invoice;
import io.inverseof.it.saving.insert.Ids.Invoices;
import io.inverseof.it.saving.insert.Ids.Parcel;
import io.inverseof.it.saving.insert.Ids.Parcels;
import io.inverseof.it.saving.insert.Ids.Payment;
import io.inverseof.it.saving.insert.Ids.Payments;
import io.inverseof.it.saving.insert.Ids.Product;
import io.inverseof.it.saving.insert.Ids.Products;
import io.inverseof.it.saving.insert.Ids.Purchase;
import io.inverseof.it.saving.insert.Ids.Purchases;
import io.inverseof.it.saving.insert.Ids.Shelf;
import io.inverseof.it.saving.insert.Ids.ShelfId;
import io.inverseof.it.saving.insert.Ids.Shelves;
import io.inverseof.it.saving.insert.Ids.Stamp;
import io.inverseof.it.saving.insert.Ids.Stamps;
import io.inverseof.it.siblings.OnMariaDb;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Ids of every kind, and every place a key can be in.
 */
class IdsIntegrationTests {

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

	@SpringBootTest(classes = Ids.class)
	abstract static class EachDatabase {

		@Autowired
		Parcels parcels;

		@Autowired
		Stamps stamps;

		@Autowired
		Countries countries;

		@Autowired
		Cities cities;

		@Autowired
		Shelves shelves;

		@Autowired
		Books books;

		@Autowired
		Invoices invoices;

		@Autowired
		Payments payments;

		@Autowired
		Farms farms;

		@Autowired
		Products products;

		@Autowired
		Purchases purchases;

		@Autowired
		StatementCounter statements;

		@Autowired
		JdbcTemplate jdbc;

		@Autowired
		Tables tables;

		@BeforeEach
		void empty() {
			this.tables.empty();
		}

		private List<String> sent(Runnable work) {
			return Sent.kinds(this.statements, work);
		}

		@Test
		void insertsWhatIsNewByItsOwnAccount() {
			Parcel parcel = new Parcel();
			Stamp stamp = parcel.stamps().build((it) -> it.motif = "rose");
			assertThat(sent(() -> this.parcels.save(parcel))).containsExactly("insert into parcel",
					"insert into stamp");
			assertThat(this.stamps.findById(stamp.id)).map((it) -> it.parcel().getId()).contains(parcel.id);
		}

		@Test
		void insertsANewParentWithAnAssignedIdFirst() {
			Stamp stamp = new Stamp();
			Parcel parcel = stamp.parcel().build((it) -> it.weight = 3);
			assertThat(sent(() -> this.stamps.save(stamp))).containsExactly("insert into parcel", "insert into stamp");
			assertThat(this.stamps.findById(stamp.id)).map((it) -> it.parcel().get().weight).contains(3);
			assertThat(stamp.parcel().get()).isSameAs(parcel);
		}

		@Test
		void doesNotInsertAParentThatSaysItIsThere() {
			Parcel parcel = this.parcels.save(new Parcel());
			parcel.isNew = false;
			Stamp stamp = new Stamp();
			parcel.stamps().add(stamp);
			assertThat(sent(() -> this.stamps.save(stamp))).containsExactly("insert into stamp");
		}

		@Test
		void insertsAssignedIdsWhoseVersionSaysThatTheyAreNew() {
			Country france = Country.of("fr");
			City paris = france.cities().build((city) -> city.code = "paris");
			City lyon = france.cities().build((city) -> city.code = "lyon");
			assertThat(sent(() -> this.countries.save(france))).containsExactly("insert into country",
					"insert into city");
			assertThat(List.of(paris, lyon)).allSatisfy((city) -> assertThat(city.version).isZero());
			assertThat(france.version).isZero();
			assertThat(this.tables.column("country_id", "city", "code")).containsExactly("fr", "fr");
		}

		@Test
		void insertsANewParentWithAVersionFirst() {
			City paris = new City();
			paris.code = "paris";
			Country france = paris.country().build((country) -> country.code = "fr");
			assertThat(sent(() -> this.cities.save(paris))).containsExactly("insert into country", "insert into city");
			assertThat(france.version).isZero();
			assertThat(paris.version).isZero();
			assertThat(sent(() -> this.cities.save(paris))).containsExactly("update city");
			assertThat(paris.version).isOne();
			assertThat(france.version).isZero();
		}

		@Test
		void writesNothingOverANewerVersion() {
			this.countries.save(Country.of("fr"));
			Country stale = this.countries.findById("fr").orElseThrow();
			this.countries.save(this.countries.findById("fr").orElseThrow());
			City paris = stale.cities().build((city) -> city.code = "paris");
			assertThatExceptionOfType(OptimisticLockingFailureException.class)
				.isThrownBy(() -> this.countries.save(stale));
			assertThat(this.tables.rows("city")).isZero();
			assertThat(paris.version).isNull();
			assertThat(stale.version).isZero();
			assertThat(this.tables.column("version", "country", "code")).containsExactly(1L);
		}

		@Test
		void insertsNoNewParentForAChildOfANewerVersion() {
			City paris = new City();
			paris.code = "paris";
			this.cities.save(paris);
			this.cities.save(this.cities.findById("paris").orElseThrow());
			Country france = paris.country().build((country) -> country.code = "fr");
			assertThatExceptionOfType(OptimisticLockingFailureException.class)
				.isThrownBy(() -> this.cities.save(paris));
			assertThat(this.tables.rows("country")).isZero();
			assertThat(france.version).isNull();
			assertThat(paris.version).isZero();
		}

		@Test
		void insertsChildrenWithKeysOfSeveralColumns() {
			Shelf shelf = Shelf.at("A", 1);
			Book book = shelf.books().build((it) -> it.title = "one");
			shelf.books().build((it) -> it.title = "two");
			assertThat(sent(() -> this.shelves.save(shelf))).containsExactly("insert into shelf", "insert into book");
			assertThat(this.tables.column("shelf_room", "book", "id")).containsExactly("A", "A");
			assertThat(this.tables.column("shelf_number", "book", "id")).containsExactly(1, 1);
			assertThat(book.shelf().getId()).isEqualTo(new ShelfId("A", 1));
			assertThat(book.shelf().get()).isSameAs(shelf);
		}

		@Test
		void insertsANewParentWithAKeyOfSeveralColumnsFirst() {
			Book book = new Book();
			book.shelf().set(Shelf.at("B", 2));
			assertThat(sent(() -> this.books.save(book))).containsExactly("insert into shelf", "insert into book");
			assertThat(this.tables.column("shelf_number", "book", "id")).containsExactly(2);
		}

		@Test
		void writesThePlainPropertyThatABelongsToFollows() {
			Invoice invoice = new Invoice();
			Payment payment = invoice.payments().build((it) -> it.amount = 5);
			assertThat(payment.invoiceId).isNull();
			assertThat(sent(() -> this.invoices.save(invoice))).containsExactly("insert into invoice",
					"insert into payment");
			assertThat(payment.invoiceId).isNotNull().isEqualTo(invoice.id);
			assertThat(payment.invoice().get()).isSameAs(invoice);
			assertThat(this.tables.column("invoice_id", "payment", "id")).containsExactly(invoice.id);
		}

		@Test
		void writesThePlainPropertyForANewParentToo() {
			Payment payment = new Payment();
			Invoice invoice = payment.invoice().build((it) -> it.name = "first");
			assertThat(sent(() -> this.payments.save(payment))).containsExactly("insert into invoice",
					"insert into payment");
			assertThat(payment.invoiceId).isNotNull().isEqualTo(invoice.id);
			assertThat(this.tables.column("invoice_id", "payment", "id")).containsExactly(invoice.id);
		}

		@Test
		void movesAndRemovesThePlainPropertyThatABelongsToFollows() {
			Invoice one = new Invoice();
			Payment payment = one.payments().build((it) -> it.amount = 5);
			this.invoices.save(one);
			Invoice two = this.invoices.save(new Invoice());
			two.payments().add(payment);
			assertThat(sent(() -> this.invoices.save(two))).containsExactly("update invoice", "update payment");
			assertThat(payment.invoiceId).isEqualTo(two.id);
			this.invoices.save(one);
			assertThat(this.tables.column("invoice_id", "payment", "id")).containsExactly(two.id);
			two.payments().remove(payment);
			assertThat(sent(() -> this.invoices.save(two))).containsExactly("update invoice", "update payment");
			assertThat(payment.invoiceId).isNull();
			assertThat(this.tables.column("invoice_id", "payment", "id")).containsExactly((Object) null);
		}

		@Test
		void replacesAHasOneWhoseKeyIsNothingButAColumn() {
			Farm farm = new Farm();
			Gate old = farm.gate().build((it) -> it.name = "old");
			this.farms.save(farm);
			Farm read = this.farms.findById(Objects.requireNonNull(farm.id)).orElseThrow();
			read.gate().build((it) -> it.name = "new");
			this.farms.save(read);
			assertThat(this.tables.column("farm_id", "gate", "name")).containsExactly(farm.id, null);
			Farm other = this.farms.save(new Farm());
			other.gate().set(read.gate().get());
			this.farms.save(other);
			this.farms.save(read);
			assertThat(this.tables.column("farm_id", "gate", "name")).containsExactly(other.id, null);
			assertThat(old.id).isNotNull();
		}

		@Test
		void writesKeysThatAreNothingButColumns() {
			Farm farm = new Farm();
			Cat cat = farm.cats().build((it) -> it.name = "Tom");
			farm.dogs().add(new Dog(null, "Rex", null));
			Gate gate = farm.gate().build((it) -> it.name = "main");
			List<String> sent = sent(() -> this.farms.save(farm));
			assertThat(sent).startsWith("insert into farm")
				.containsExactlyInAnyOrder("insert into farm", "insert into cat", "insert into dog",
						"insert into gate");
			assertThat(this.tables.column("farm_id", "cat", "id")).containsExactly(farm.id);
			assertThat(this.tables.column("farm_id", "dog", "id")).containsExactly(farm.id);
			assertThat(this.tables.column("farm_id", "gate", "id")).containsExactly(farm.id);
			assertThat(cat.farmId).isEqualTo(farm.id);
			assertThat(gate.farmId).isEqualTo(farm.id);
			assertThat(farm.gate().get()).isSameAs(gate);
		}

		@Test
		void putsRecordsWithPlainKeysInTheirPlace() {
			Farm farm = new Farm();
			farm.dogs().add(new Dog(null, "Rex", null));
			this.farms.save(farm);
			assertThat(farm.dogs()).singleElement().satisfies((dog) -> {
				assertThat(dog.id()).isNotNull();
				assertThat(dog.farmId()).isEqualTo(farm.id);
			});
			assertThat(sent(() -> this.farms.save(farm))).containsExactly("update farm");
			assertThat(this.tables.rows("dog")).isOne();
		}

		@Test
		void addsPlainKeysToAPersistedOwner() {
			Farm farm = this.farms.save(new Farm());
			Farm read = this.farms.findById(Objects.requireNonNull(farm.id)).orElseThrow();
			read.cats().add(new Cat());
			read.dogs().add(new Dog(null, "Rex", null));
			assertThat(sent(() -> this.farms.save(read))).containsExactlyInAnyOrder("update farm", "insert into cat",
					"insert into dog");
			assertThat(this.tables.column("farm_id", "cat", "id")).containsExactly(farm.id);
			assertThat(this.tables.column("farm_id", "dog", "id")).containsExactly(farm.id);
		}

		@Test
		void insertsNewTargetsOfEntitiesInsideTheAggregateFirst() {
			Product pen = Product.named("pen");
			Purchase purchase = new Purchase();
			purchase.add(pen);
			purchase.add(Product.named("ink"));
			purchase.add(pen);
			List<String> sent = sent(() -> this.purchases.save(purchase));
			assertThat(sent).containsExactly("insert into product", "insert into purchase", "insert into line");
			assertThat(this.tables.rows("product")).isEqualTo(2);
			assertThat(this.tables.column("product_id", "line", "purchase_key")).containsExactly(pen.id,
					purchase.lines.get(1).product().getId(), pen.id);
			assertThat(purchase.lines.get(2).product().get()).isSameAs(pen);
		}

		@Test
		void insertsNewTargetsOfAnUpdatedAggregateFirst() {
			Purchase purchase = this.purchases.save(new Purchase());
			Purchase read = this.purchases.findById(Objects.requireNonNull(purchase.id)).orElseThrow();
			Product pen = Product.named("pen");
			read.add(pen);
			assertThat(sent(() -> this.purchases.save(read))).containsExactly("insert into product", "update purchase",
					"delete from line", "insert into line");
			assertThat(this.tables.column("product_id", "line", "purchase_key")).containsExactly(pen.id);
		}

		@Test
		void createsTargetsOfEntitiesInsideTheAggregate() {
			Purchase purchase = new Purchase();
			purchase.add(Product.named("pen"));
			this.purchases.save(purchase);
			Purchase read = this.purchases.findById(Objects.requireNonNull(purchase.id)).orElseThrow();
			assertThat(sent(() -> read.lines.get(0).product().create((product) -> product.name = "ink")))
				.containsExactly("insert into product");
			this.purchases.save(read);
			assertThat(this.tables.column("product_id", "line", "purchase_key"))
				.containsExactly(read.lines.get(0).product().get().id);
		}

		@Test
		void insertsNewTargetsOfEmbeddedObjectsFirst() {
			Product cap = Product.named("cap");
			Purchase purchase = new Purchase();
			purchase.gift = Gift.of(cap);
			assertThat(sent(() -> this.purchases.save(purchase))).containsExactly("insert into product",
					"insert into purchase");
			assertThat(this.tables.column("gift_product_id", "purchase", "id")).containsExactly(cap.id);
			assertThat(purchase.gift.product().get()).isSameAs(cap);
		}

	}

}
