package io.inverseof.it.docs;

import io.inverseof.BelongsTo;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The polymorphic association of {@code docs/associations.md}.
 */
@DocsTest
class PolymorphicTests {

	@Autowired
	private Products products;

	@Autowired
	private Employees employees;

	@Autowired
	private Pictures pictures;

	@Autowired
	private StatementCounter statements;

	@Autowired
	private JdbcTemplate jdbc;

	private Product product;

	@BeforeEach
	void save() {
		product = new Product();
		product.pictures().build((picture) -> {
		});
		product = products.save(product);
	}

	@Test
	void writesBothColumnsFromEitherSide() {
		// tag::polymorphic-write[]
		Employee employee = employees.save(new Employee());
		Picture picture = product.pictures().get(0);
		picture.subject().set(employee); // leaves product.pictures()
		pictures.save(picture);
		// end::polymorphic-write[]
		assertThat(product.pictures()).isEmpty();
		assertThat(employees.findAll().get(0).portrait().isPresent() || employee.portrait().get() == picture).isTrue();
		assertThat(jdbc.queryForList("SELECT subject_type FROM picture", String.class)).contains("Employee");
	}

	@Test
	void readsFromTheTableOfTheType() {
		Long id = jdbc.queryForObject("SELECT MAX(id) FROM picture", Long.class);
		Picture picture = pictures.findById(id).orElseThrow();
		assertThat(statements).during(() -> {
			// tag::polymorphic-read[]
			Pictured subject = picture.subject().get(); // one SELECT on product
			// end::polymorphic-read[]
			assertThat(subject).isInstanceOf(Product.class);
		}).selects(1);
	}

	@Test
	void namesTheClassOfAnId() {
		// tag::polymorphic-id[]
		BelongsTo<Pictured, Long> reference = BelongsTo.toId(Product.class, 7L);
		// end::polymorphic-id[]
		assertThat(reference.getId()).isEqualTo(7L);
	}

}
