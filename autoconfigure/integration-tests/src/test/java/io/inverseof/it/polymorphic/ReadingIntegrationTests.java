package io.inverseof.it.polymorphic;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.inverseof.AssociationOperations;
import io.inverseof.DanglingReferenceException;
import io.inverseof.InvalidPreloadException;
import io.inverseof.PolymorphicQueryException;
import io.inverseof.UnitOfWork;
import io.inverseof.UnknownTypeException;
import io.inverseof.UnreadKeyException;
import io.inverseof.it.polymorphic.Gallery.Cover;
import io.inverseof.it.polymorphic.Gallery.Covers;
import io.inverseof.it.polymorphic.Gallery.Employee;
import io.inverseof.it.polymorphic.Gallery.Employees;
import io.inverseof.it.polymorphic.Gallery.Image;
import io.inverseof.it.polymorphic.Gallery.Images;
import io.inverseof.it.polymorphic.Gallery.Label;
import io.inverseof.it.polymorphic.Gallery.Labels;
import io.inverseof.it.polymorphic.Gallery.Note;
import io.inverseof.it.polymorphic.Gallery.Notes;
import io.inverseof.it.polymorphic.Gallery.Product;
import io.inverseof.it.polymorphic.Gallery.Products;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.saving.Sent;
import io.inverseof.it.saving.Tables;
import io.inverseof.it.siblings.OnMariaDb;
import io.inverseof.it.siblings.Truth;
import io.inverseof.test.StatementCounter;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Product 1, employee 1 and shop 1 are three different targets.
 */
class ReadingIntegrationTests {

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

	@SpringBootTest(classes = Gallery.class)
	abstract static class EachDatabase {

		@Autowired
		Products products;

		@Autowired
		Employees employees;

		@Autowired
		Images images;

		@Autowired
		Covers covers;

		@Autowired
		Notes notes;

		@Autowired
		Labels labels;

		@Autowired
		StatementCounter statements;

		@Autowired
		UnitOfWork unitOfWork;

		@Autowired
		AssociationOperations operations;

		@Autowired
		MeterRegistry meters;

		@Autowired
		TransactionTemplate transaction;

		@Autowired
		JdbcTemplate jdbc;

		@Autowired
		Tables tables;

		@BeforeEach
		void fill() {
			this.tables.empty();
			for (int id = 1; id <= 3; id++) {
				this.jdbc.update("insert into product(id, name) values (?, ?)", id, "p" + id);
				this.jdbc.update("insert into employee(id, name) values (?, ?)", id, "e" + id);
				this.jdbc.update("insert into shop(id, name) values (?, ?)", id, "s" + id);
			}
			int id = 1;
			for (String type : List.of("Product", "worker", "Shop")) {
				for (int target = 1; target <= 3; target++) {
					insertImage(id++, target, type);
				}
			}
			this.jdbc.update("insert into cover(id, name, covered_id, covered_type) values (1, 'c1', 1, 'Product')");
			this.jdbc.update("insert into cover(id, name, covered_id, covered_type) values (2, 'c2', 1, 'worker')");
			this.jdbc.update("insert into note(id, text, about_id, about_what) values (1, 'n1', 1, 'Product')");
			this.jdbc.update("insert into note(id, text, about_id, about_what) values (2, 'n2', 1, 'worker')");
			this.jdbc.update("insert into label(id, text, spot_on_id, spot_on_type) values (1, 'l1', 2, 'Product')");
		}

		private void insertImage(int id, @org.jspecify.annotations.Nullable Integer target,
				@org.jspecify.annotations.Nullable String type) {
			this.jdbc.update(
					"insert into image(id, name, version, imageable_id, imageable_type) values (?, ?, 0, ?, ?)", id,
					"i" + id, target, type);
		}

		private Image image(long id) {
			return this.images.findById(id).orElseThrow();
		}

		private Product product(long id) {
			return this.products.findById(id).orElseThrow();
		}

		private Employee employee(long id) {
			return this.employees.findById(id).orElseThrow();
		}

		@Test
		void readsTheTargetFromTheTableOfItsType() {
			Image image = image(4);
			assertThat(image.imageable().getId()).isEqualTo(1L);
			List<String> sent = Sent.kinds(this.statements,
					() -> assertThat(image.imageable().get()).isInstanceOf(Employee.class).hasToString("Employee e1"));
			assertThat(sent).containsExactly("select from employee");
		}

		@Test
		void readsTheChildrenOfOneTypeAndWiresThem() {
			Product product = product(1);
			List<String> sent = Sent.texts(this.statements, () -> {
				assertThat(product.images()).hasSize(1);
				assertThat(product.images().get(0).imageable().get()).isSameAs(product);
			});
			assertThat(sent).hasSize(1);
			assertThat(sent.get(0)).contains("image.imageable_id = ?", "imageable_type = ?");
			Employee employee = employee(1);
			assertThat(employee.images()).extracting((image) -> image.name).containsExactly("i4");
			assertThat(employee.images().get(0).imageable().get()).isSameAs(employee);
		}

		@Test
		void countsAndFindsWithinTheType() {
			Product product = product(2);
			assertThat(product.images().count()).isOne();
			assertThat(product.images().exists()).isTrue();
			assertThat(product.images().first()).get().extracting((image) -> image.name).isEqualTo("i2");
			assertThat(product.images().find(2L).imageable().get()).isSameAs(product);
			assertThatExceptionOfType(io.inverseof.MissingChildException.class)
				.isThrownBy(() -> product.images().find(5L));
		}

		@Test
		void fillsTheHasOneOfTheStoredType() {
			Cover cover = this.covers.findById(2L).orElseThrow();
			List<String> sent = Sent.kinds(this.statements, () -> {
				Employee employee = (Employee) cover.covered().get();
				assertThat(employee.cover().get()).isSameAs(cover);
			});
			assertThat(sent).containsExactly("select from employee");
			Product product = product(1);
			assertThat(this.statements).during(() -> {
				assertThat(product.cover().get().name).isEqualTo("c1");
				assertThat(product.cover().get().covered().get()).isSameAs(product);
			}).selects(1);
		}

		@Test
		void readsARecordAndFillsTheNamedHasMany() {
			List<Note> notes = this.notes.findAll();
			Product product = (Product) notes.get(0).about().get();
			Employee employee = (Employee) notes.get(1).about().get();
			assertThat(product.id).isEqualTo(employee.id);
			assertThat(product.notes().contains(notes.get(0))).isTrue();
			assertThat(product.notes()).hasSize(1);
			assertThat(employee.notes().get(0)).isSameAs(notes.get(1));
		}

		@Test
		void readsBothColumnsOfAnEmbeddedObject() {
			Label label = this.labels.findById(1L).orElseThrow();
			assertThat(label.spot).isNotNull();
			Product product = product(2);
			assertThat(product.labels()).hasSize(1);
			assertThat(product.labels().get(0).text).isEqualTo("l1");
		}

		@Test
		void batchesSiblingsByType() {
			new Truth(this.statements, this.unitOfWork, this.meters).of(4, 10, () -> {
				List<String> targets = new ArrayList<>();
				this.images.findAll().forEach((image) -> targets.add(image.imageable().get().toString()));
				assertThat(targets).containsExactly("Product p1", "Product p2", "Product p3", "Employee e1",
						"Employee e2", "Employee e3", "Shop s1", "Shop s2", "Shop s3");
				return targets;
			});
		}

		@Test
		void batchesChildrenWithinTheirType() {
			new Truth(this.statements, this.unitOfWork, this.meters).of(2, 7, () -> {
				List<String> found = new ArrayList<>();
				this.products.findAll()
					.forEach((product) -> product.images()
						.forEach((image) -> found.add(image.name + " " + image.imageable().get())));
				return found;
			});
		}

		@Test
		void preloadsByType() {
			List<Image> all = this.images.findAll();
			assertThat(this.statements).during(() -> this.operations.preload(all, "imageable")).selects(3);
			assertThat(this.statements).during(() -> all.forEach((image) -> image.imageable().get())).none();
		}

		@Test
		void preloadsOnFromThoseTargetsThatHaveThePath() {
			List<Image> all = this.images.findAll();
			assertThat(this.statements).during(() -> this.operations.preload(all, "imageable.notes", "imageable.cover"))
				.selects(7);
			assertThat(this.statements).during(() -> all.forEach((image) -> {
				if (image.imageable().get() instanceof Product product) {
					assertThat(product.notes().size()).isLessThan(2);
					assertThat(product.cover().isPresent()).isEqualTo(product.cover().orNull() != null);
				}
			})).none();
		}

		@Test
		void refusesAPathThatNoTargetHas() {
			List<Image> all = this.images.findAll();
			assertThatExceptionOfType(InvalidPreloadException.class)
				.isThrownBy(() -> this.operations.preload(all, "imageable.nots"))
				.withMessage(
						"\"imageable.nots\" cannot be preloaded from Image: Image.imageable is polymorphic, and none of "
								+ "the classes that it may refer to has the path \"nots\": Employee, Product, Shop. Write "
								+ "\"imageable\".");
		}

		@Test
		void sharesOneTargetPerTypeInATransaction() {
			this.transaction.executeWithoutResult((status) -> {
				Product product = product(1);
				Employee employee = employee(1);
				assertThat(image(1).imageable().get()).isSameAs(product);
				assertThat(image(4).imageable().get()).isSameAs(employee);
				assertThat(image(1).imageable()).isEqualTo(image(1).imageable()).isNotEqualTo(image(4).imageable());
			});
		}

		@Test
		void tellsAnUnknownTypeOnlyWhenItIsRead() {
			insertImage(50, 7, "Gone");
			insertImage(51, 1, "Product");
			Image image = image(50);
			assertThat(image.imageable().getId()).isEqualTo(7L);
			assertThatExceptionOfType(UnknownTypeException.class).isThrownBy(() -> image.imageable().get())
				.withMessage(
						"Image.imageable of Image 50 refers to 7, but the type \"Gone\" in its column imageable_type is "
								+ "no entity that it may refer to. Known are Product, Shop, worker. Give the entity that is meant "
								+ "this name with @TypeAlias, or correct the row.");
			List<Image> all = this.images.findAllById(List.of(50L, 51L));
			this.operations.preload(all, "imageable");
			assertThat(all.get(1).imageable().get()).hasToString("Product p1");
			image.name = "renamed";
			this.images.save(image);
			assertThat(this.tables.column("imageable_type", "image where id = 50", "id")).containsExactly("Gone");
		}

		@Test
		void tellsADanglingReferenceWithItsType() {
			insertImage(50, 99, "worker");
			assertThatExceptionOfType(DanglingReferenceException.class).isThrownBy(() -> image(50).imageable().get())
				.withMessage(
						"Image.imageable of Image 50 refers to worker 99, but there is no such row. It was deleted or "
								+ "never existed; use orNull() or optional() where that can happen.");
		}

		@Test
		void doesNotKnowTheKeyWithoutItsType() {
			Image image = this.images.withoutType(1L);
			assertThatExceptionOfType(UnreadKeyException.class).isThrownBy(() -> image.imageable().getId())
				.withMessageContaining("did not read imageable_id and imageable_type");
		}

		@Test
		void findsByIdAndRefusesAReferenceThatWouldFindOtherTypes() {
			assertThat(this.images.findByImageableId(1L)).hasSize(3);
			insertImage(50, null, null);
			assertThat(this.images.findByImageableIsNull()).hasSize(1);
			assertThatExceptionOfType(PolymorphicQueryException.class)
				.isThrownBy(() -> this.images.findByImageable(image(1).imageable()))
				.withMessageStartingWith("A reference was compared with Image.imageable in a query");
			Product product = Objects.requireNonNull(product(1));
			assertThatExceptionOfType(PolymorphicQueryException.class)
				.isThrownBy(() -> this.images.findByImageable(io.inverseof.BelongsTo.to(product)));
		}

	}

}
