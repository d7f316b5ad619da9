package io.inverseof.it.through;

import java.util.List;
import java.util.Objects;

import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.saving.Tables;
import io.inverseof.it.siblings.OnMariaDb;
import io.inverseof.it.through.Shop.Label;
import io.inverseof.it.through.Shop.Labels;
import io.inverseof.it.through.Shop.People;
import io.inverseof.it.through.Shop.Person;
import io.inverseof.it.through.Shop.Product;
import io.inverseof.it.through.Shop.Products;
import io.inverseof.it.through.Shop.Toy;
import io.inverseof.it.through.Shop.Toys;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Associations that go through polymorphic ones, and lead to classes that share a table.
 */
class ThroughTypesIntegrationTests {

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
		Products products;

		@Autowired
		Toys toys;

		@Autowired
		People people;

		@Autowired
		Labels labels;

		@Autowired
		StatementCounter statements;

		@Autowired
		Tables tables;

		@BeforeEach
		void resetData() {
			this.tables.empty();
		}

		private Label loaded(Label label) {
			return this.labels.findById(Objects.requireNonNull(label.id)).orElseThrow();
		}

		@Test
		void leadsThroughTheRowsOfOneClass() {
			Product product = Product.named("pen");
			product.labels().add(Label.of("blue"));
			product.labels().add(Label.of("new"));
			this.products.save(product);
			Person person = new Person();
			person.labels().add(Label.of("tall"));
			this.people.save(person);
			assertThat(this.tables.column("labelled_type", "labelling", "id")).containsExactly("Product", "Product",
					"Person");
			Product loaded = this.products.findById(Objects.requireNonNull(product.id)).orElseThrow();
			assertThat(loaded.labels()).extracting((label) -> label.text).containsExactly("blue", "new");
			assertThat(loaded.labels().count()).isEqualTo(2);
			List<Person> all = this.people.findAll();
			assertThat(all.get(0).labels()).extracting((label) -> label.text).containsExactly("tall");
			loaded.labels().remove(0);
			this.products.save(loaded);
			assertThat(this.tables.rows("labelling")).isEqualTo(2);
		}

		@Test
		void leadsToTheRowsOfOneClass() {
			Label label = Label.of("blue");
			label.products().add(Product.named("pen"));
			Person person = label.people().build((built) -> built.name = "Al");
			this.labels.save(label);
			assertThat(this.tables.column("labelled_type", "labelling", "id")).containsExactlyInAnyOrder("Product",
					"Person");
			Label loaded = loaded(label);
			assertThat(loaded.products()).extracting((product) -> product.name).containsExactly("pen");
			assertThat(loaded.people()).extracting((any) -> any.id).containsExactly(person.id);
			loaded.people().clear();
			this.labels.save(loaded);
			assertThat(this.tables.column("labelled_type", "labelling", "id")).containsExactly("Product");
		}

		@Test
		void leadsSiblingsToTheRowsOfOneClass() {
			for (int i = 0; i < 3; i++) {
				Label label = Label.of("l" + i);
				label.products().add(Product.named("pen" + i));
				label.people().add(new Person());
				this.labels.save(label);
			}
			List<Label> all = this.labels.findAll();
			assertThat(this.statements).during(() -> all.forEach((label) -> label.products().size())).selects(1);
			assertThat(all).allSatisfy((label) -> assertThat(label.products()).hasSize(1));
		}

		@Test
		void leadsToClassesThatShareATable() {
			Label label = Label.of("blue");
			label.products().add(Product.named("pen"));
			label.products().add(Toy.called("bear"));
			this.labels.save(label);
			Label loaded = loaded(label);
			assertThat(loaded.products()).extracting((product) -> product.name).containsExactly("pen", "bear");
			assertThat(loaded.products().get(1)).isInstanceOf(Toy.class);
			assertThat(loaded.toys()).extracting((toy) -> toy.name).containsExactly("bear");
			assertThat(loaded.toys().count()).isEqualTo(1);
			assertThat(loaded(label).toys().first().orElseThrow().name).isEqualTo("bear");
		}

	}

}
