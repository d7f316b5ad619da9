package io.inverseof.it.nested;

import java.util.ArrayList;
import java.util.List;

import io.inverseof.it.nested.Billing.Invoice;
import io.inverseof.it.nested.Billing.Invoices;
import io.inverseof.it.nested.Billing.Lines;
import io.inverseof.it.reading.OnH2;
import io.inverseof.test.StatementCounter;
import jakarta.validation.Validator;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.jdbc.Sql;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two invoices: the first has line 10 with note 100, address 1000 and remark 500, the
 * second has line 20 with note 200, address 2000 and remark 600.
 */
@SpringBootTest(classes = Billing.class, webEnvironment = WebEnvironment.NONE)
@Sql(statements = Billing.SCHEMA)
@OnH2
abstract class NestedTest {

	@Autowired
	Invoices invoices;

	@Autowired
	Lines lines;

	@Autowired
	JsonMapper mapper;

	@Autowired
	Validator validator;

	@Autowired
	StatementCounter statements;

	@Autowired
	JdbcTemplate jdbc;

	@BeforeEach
	void fill() {
		for (int n = 1; n <= 2; n++) {
			this.jdbc.update("insert into customer(id, name) values (?, 'customer')", n);
			this.jdbc.update("insert into invoice(id, number, customer_id) values (?, 'old', ?)", n, n);
			this.jdbc.update("insert into line(id, description, invoice_id) values (?, 'old', ?)", n * 10, n);
			this.jdbc.update("insert into note(id, text, line_id) values (?, 'old', ?)", n * 100, n * 10);
			this.jdbc.update("insert into address(id, city, invoice_id) values (?, 'old', ?)", n * 1000, n);
			this.jdbc.update("insert into remark(id, body, invoice_id) values (?, 'old', ?)", 400 + n * 100, n);
		}
		for (String table : List.of("customer", "invoice", "line", "note", "address", "remark")) {
			this.jdbc.execute("alter table " + table + " alter column id restart with 5001");
		}
	}

	List<String> content() {
		return Billing.content(this.jdbc);
	}

	/**
	 * Reads an invoice, without sending a statement.
	 */
	Invoice read(String json) {
		Invoice[] read = new Invoice[1];
		assertThat(this.statements).during(() -> read[0] = this.mapper.readValue(json, Invoice.class)).none();
		return read[0];
	}

	/**
	 * The paths of the violations, found without sending a statement.
	 */
	List<String> violations(Object object) {
		List<String> paths = new ArrayList<>();
		assertThat(this.statements)
			.during(() -> this.validator.validate(object)
				.forEach((violation) -> paths.add(violation.getPropertyPath().toString())))
			.none();
		paths.sort(null);
		return paths;
	}

}
