package io.inverseof.it.nested;

import io.inverseof.it.nested.Billing.Invoice;
import io.inverseof.it.nested.Billing.Invoices;
import io.inverseof.it.nested.RequestIntegrationTests.InvoiceController;
import io.inverseof.it.reading.OnH2;
import jakarta.validation.Valid;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.jdbc.Sql;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A controller that takes an invoice as JSON.
 */
@SpringBootTest(classes = { Billing.class, InvoiceController.class })
@Sql(statements = Billing.SCHEMA)
@OnH2
@AutoConfigureMockMvc
class RequestIntegrationTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcTemplate jdbc;

	private MvcTestResult post(String json) {
		return this.mvc.post().uri("/invoices").contentType(MediaType.APPLICATION_JSON).content(json).exchange();
	}

	@Test
	void isSavedAndWritten() {
		assertThat(
				post("{\"number\": \"3\", \"address\": {\"city\": \"Rome\"}, \"lines\": [{\"description\": \"Tea\"}]}"))
			.hasStatusOk()
			.bodyJson()
			.extractingPath("$.address.invoice")
			.isEqualTo(1);
		assertThat(Billing.content(this.jdbc)).containsExactly("invoice[1, 3, null]", "line[1, Tea, 1]",
				"address[1, Rome, 1]");
	}

	@Test
	void isRefusedWhereItIsNotValid() {
		MvcTestResult result = post(
				"{\"number\": \"3\", \"address\": {\"city\": \"\"}, \"lines\": [{\"description\": \"\"}]}");
		assertThat(result).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(result.getMvcResult().getResolvedException()).isInstanceOfSatisfying(
				MethodArgumentNotValidException.class,
				(ex) -> assertThat(ex.getFieldErrors()).extracting((error) -> error.getField())
					.containsExactlyInAnyOrder("address.city", "lines[0].description"));
		assertThat(Billing.content(this.jdbc)).isEmpty();
	}

	@RestController
	static class InvoiceController {

		private final Invoices invoices;

		InvoiceController(Invoices invoices) {
			this.invoices = invoices;
		}

		@PostMapping("/invoices")
		Invoice save(@Valid @RequestBody Invoice invoice) {
			return this.invoices.save(invoice);
		}

	}

}
