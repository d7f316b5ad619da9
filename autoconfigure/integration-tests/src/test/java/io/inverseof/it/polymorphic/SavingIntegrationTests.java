package io.inverseof.it.polymorphic;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.inverseof.BelongsTo;
import io.inverseof.IllegalTargetException;
import io.inverseof.UntypedReferenceException;
import io.inverseof.it.polymorphic.Gallery.Audit;
import io.inverseof.it.polymorphic.Gallery.Audits;
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
import io.inverseof.it.polymorphic.Gallery.Shop;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.saving.Sent;
import io.inverseof.it.saving.Tables;
import io.inverseof.it.siblings.OnMariaDb;
import io.inverseof.test.StatementCounter;
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
 * Both columns are written together, from either side.
 */
class SavingIntegrationTests {

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
		Audits audits;

		@Autowired
		StatementCounter statements;

		@Autowired
		TransactionTemplate transaction;

		@Autowired
		JdbcTemplate jdbc;

		@Autowired
		Tables tables;

		private Product product = new Product();

		private Employee employee = new Employee();

		/** Gives a product and an employee the same id. */
		@BeforeEach
		void fill() {
			this.tables.empty();
			this.jdbc.update("insert into product(id, name) values (1001, 'p')");
			this.jdbc.update("insert into employee(id, name) values (1001, 'e')");
			this.product = this.products.findById(1001L).orElseThrow();
			this.employee = this.employees.findById(1001L).orElseThrow();
		}

		private List<String> keys(String table, String name) {
			List<String> keys = new ArrayList<>();
			this.jdbc.queryForList("select %s_id as k, %s_type as t from %s order by id".formatted(name, name, table))
				.forEach((row) -> keys.add(row.get("t") + " " + row.get("k")));
			return keys;
		}

		private List<String> imageKeys() {
			return keys("image", "imageable");
		}

		private Image saved(Gallery.Imageable target) {
			Image image = Image.named("x");
			image.imageable().set(target);
			return this.images.save(image);
		}

		@Test
		void savesBothColumnsAndTheNewTargetFirst() {
			Image image = Image.named("x");
			Shop shop = Shop.named("s");
			image.imageable().set(shop);
			List<String> sent = Sent.kinds(this.statements, () -> this.images.save(image));
			assertThat(sent).containsExactly("insert into shop", "insert into image");
			assertThat(imageKeys()).containsExactly("Shop " + shop.id);
			Image read = this.images.findById(Objects.requireNonNull(image.id)).orElseThrow();
			assertThat(read.imageable().get()).hasToString("Shop s");
			assertThat(read.imageable()).isEqualTo(image.imageable());
		}

		@Test
		void savesNewChildrenAfterTheirOwner() {
			Employee employee = Employee.named("new");
			Image image = employee.images().build((built) -> built.name = "b");
			assertThat(image.imageable().get()).isSameAs(employee);
			employee.cover().set(Cover.named("c"));
			this.employees.save(employee);
			assertThat(imageKeys()).containsExactly("worker " + employee.id);
			assertThat(keys("cover", "covered")).containsExactly("worker " + employee.id);
		}

		@Test
		void movesBetweenOwnersOfDifferentClassesThatHaveTheSameId() {
			Image image = saved(this.product);
			this.employee.images().add(image);
			List<String> sent = Sent.texts(this.statements, () -> this.employees.save(this.employee));
			assertThat(sent).containsExactly("update employee set name = ? where employee.id = ?",
					"update image set imageable_id = ?, imageable_type = ?, version = ? where image.id = ? and image.version = ?");
			assertThat(imageKeys()).containsExactly("worker 1001");
			assertThat(image.imageable().get()).isSameAs(this.employee);
			this.products.save(this.product);
			assertThat(imageKeys()).containsExactly("worker 1001");
			image.imageable().set(this.product);
			this.images.save(image);
			assertThat(imageKeys()).containsExactly("Product 1001");
		}

		@Test
		void removesOnlyTheRowOfItsOwnType() {
			Image image = saved(this.product);
			Product product = this.products.findById(1001L).orElseThrow();
			product.images().remove(image);
			this.jdbc.update("update image set imageable_type = 'worker'");
			List<String> sent = Sent.texts(this.statements, () -> this.products.save(product));
			assertThat(sent.get(1))
				.isEqualTo("update image set imageable_id = null, imageable_type = null, version = ? "
						+ "where image.id = ? and image.imageable_id = ? and image.imageable_type = ? and image.version = ?");
			assertThat(imageKeys()).containsExactly("worker 1001");
		}

		@Test
		void removingSetsBothColumnsToNull() {
			Image image = saved(this.product);
			Product product = this.products.findById(1001L).orElseThrow();
			product.images().remove(image);
			this.products.save(product);
			assertThat(imageKeys()).containsExactly("null null");
			assertThat(this.images.findById(Objects.requireNonNull(image.id)).orElseThrow().imageable().isPresent())
				.isFalse();
		}

		@Test
		void theTargetOfAHasOneGivesWay() {
			this.product.cover().set(Cover.named("first"));
			this.employee.cover().set(Cover.named("other"));
			this.products.save(this.product);
			this.employees.save(this.employee);
			Product again = this.products.findById(1001L).orElseThrow();
			again.cover().set(Cover.named("second"));
			this.products.save(again);
			assertThat(keys("cover", "covered")).containsExactly("null null", "worker 1001", "Product 1001");
		}

		@Test
		void dependentActionsKeepToTheType() {
			saved(this.product);
			saved(this.employee);
			this.employees.delete(this.employee);
			assertThat(imageKeys()).containsExactly("Product 1001");
			Audit audit = this.product.audits().build((built) -> built.text = "a");
			this.products.save(this.product);
			this.jdbc
				.update("insert into audit(id, text, subject_id, subject_type) values (5000, 'b', 1001, 'worker')");
			assertThat(audit.subject().getId()).isEqualTo(1001L);
			this.products.deleteById(1001L);
			assertThat(keys("audit", "subject")).containsExactly("worker 1001");
		}

		@Test
		void aRollbackRestoresIdAndType() {
			Image image = saved(this.product);
			this.transaction.executeWithoutResult((status) -> {
				image.imageable().set(this.employee);
				this.images.save(image);
				status.setRollbackOnly();
			});
			assertThat(image.imageable().get()).isInstanceOf(Product.class);
			assertThat(imageKeys()).containsExactly("Product 1001");
		}

		@Test
		void setIdKeepsTheType() {
			this.jdbc.update("insert into product(id, name) values (1002, 'q')");
			this.jdbc.update("insert into employee(id, name) values (1002, 'f')");
			Image image = this.images.findById(Objects.requireNonNull(saved(this.employee).id)).orElseThrow();
			image.imageable().setId(1002L);
			assertThat(image.imageable().get()).hasToString("Employee f");
			this.images.save(image);
			assertThat(imageKeys()).containsExactly("worker 1002");
			image.imageable().setId(null);
			this.images.save(image);
			assertThat(imageKeys()).containsExactly("null null");
			assertThatExceptionOfType(UntypedReferenceException.class).isThrownBy(() -> image.imageable().setId(7L))
				.withMessage("Image.imageable of Image " + image.id
						+ " is polymorphic and has the id 7, but nothing says "
						+ "which class it is an id of. Use set(..), BelongsTo.to(..) or BelongsTo.toId(Product.class, 7).");
		}

		@Test
		void aRecordNeedsTheType() {
			Note note = this.notes.save(new Note(null, "n", BelongsTo.toId(Employee.class, 1001L)));
			assertThat(this.tables.column("about_what", "note", "id")).containsExactly("worker");
			assertThat(note.about().get()).isInstanceOf(Employee.class);
			assertThat(this.notes.save(new Note(null, "n", BelongsTo.to(this.product))).about().getId())
				.isEqualTo(1001L);
			assertThat(this.notes.save(new Note(null, "n", BelongsTo.empty())).about().getId()).isNull();
			assertThat(this.tables.column("about_what", "note", "id")).containsExactly("worker", "Product", null);
			assertThatExceptionOfType(UntypedReferenceException.class)
				.isThrownBy(() -> this.notes.save(new Note(null, "n", BelongsTo.toId(7L))));
		}

		@Test
		void writesBothColumnsOfAnEmbeddedObject() {
			Label label = this.product.labels().build((built) -> built.text = "l");
			this.products.save(this.product);
			assertThat(keys("label", "spot_on")).containsExactly("Product 1001");
			Label read = this.labels.findById(Objects.requireNonNull(label.id)).orElseThrow();
			read.text = "changed";
			this.labels.save(read);
			assertThat(keys("label", "spot_on")).containsExactly("Product 1001");
		}

		@Test
		void refusesATargetOfAWrongClassAndChangesNothing() {
			Image image = saved(this.product);
			assertThatExceptionOfType(IllegalTargetException.class).isThrownBy(() -> setUnchecked(image, "text"));
			assertThat(image.imageable().get()).isSameAs(this.product);
			assertThatExceptionOfType(IllegalTargetException.class)
				.isThrownBy(() -> image.imageable().build((built) -> {
				}))
				.withMessage(
						"Image.imageable is polymorphic, so that nothing says which class of Imageable to build. Create "
								+ "the object and pass it to set(..) instead.");
			Label label = new Label();
			label.spot.on().set(this.product);
			assertThatExceptionOfType(IllegalTargetException.class).isThrownBy(() -> label.spot.on().set("text"))
				.withMessageContaining("java.lang.String has no property annotated with @Id");
			assertThat(label.spot.on().get()).isSameAs(this.product);
		}

		@SuppressWarnings({ "unchecked", "rawtypes" })
		private static void setUnchecked(Image image, Object target) {
			((BelongsTo) image.imageable()).set(target);
		}

	}

}
