package io.inverseof.demo;

import java.net.URLDecoder;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Invoices whose lines arrive with them, are validated with them, and saved with them.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
class InvoiceIntegrationTests {

	private static final String SEEDED = """
			{
				"id": 1,
				"customer": "Greta Holm",
				"lines": [
					{ "id": 1, "description": "Foreign key ring", "quantity": 2, "invoice": 1 },
					{ "id": 2, "description": "Query plan poster", "quantity": 1, "invoice": 1 }
				]
			}
			""";

	@Autowired
	private RestTestClient client;

	@Autowired
	private Invoices invoices;

	@Autowired
	private InvoiceLines lines;

	@Test
	void readsAnInvoiceWithItsLines() {
		this.client.get()
			.uri("/invoices/1")
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals("Demo-Statements", "2")
			.expectBody()
			.json(SEEDED);
	}

	@Test
	void savesAnInvoiceWithItsLinesFromJson() {
		post("""
				{
					"customer": "Rui Costa",
					"lines": [
						{ "description": "Tea towel", "quantity": 3 },
						{ "description": "Notebook", "quantity": 1 }
					]
				}
				""").expectStatus().isCreated().expectBody().json("""
				{
					"customer": "Rui Costa",
					"lines": [
						{ "description": "Tea towel", "quantity": 3 },
						{ "description": "Notebook", "quantity": 1 }
					]
				}
				""");
	}

	@Test
	void savesAnInvoiceWithItsLinesFromAForm() {
		submit("/invoices",
				Map.of("customer", "Rui Costa", "lines[0].description", "Tea towel", "lines[0].quantity", "3",
						"lines[1].description", "Notebook", "lines[1].quantity", "1"))
			.expectStatus()
			.isCreated()
			.expectBody()
			.jsonPath("$.lines[*].description")
			.isEqualTo(List.of("Tea towel", "Notebook"));
	}

	@Test
	void insertsTheLinesTogether() {
		List<String> sql = this.client.post()
			.uri("/invoices")
			.header("Demo-Sql", "yes")
			.contentType(MediaType.APPLICATION_JSON)
			.body("""
					{
						"customer": "Rui Costa",
						"lines": [
							{ "description": "Tea towel", "quantity": 3 },
							{ "description": "Notebook", "quantity": 1 }
						]
					}
					""")
			.exchange()
			.returnResult(String.class)
			.getResponseHeaders()
			.getValuesAsList("Demo-Sql");
		assertThat(sql).map((statement) -> URLDecoder.decode(statement, UTF_8))
			.hasSize(4)
			.satisfies((statements) -> assertThat(statements.get(0)).startsWith("INSERT INTO \"INVOICE\" "))
			.satisfies((statements) -> assertThat(statements.get(1)).startsWith("INSERT INTO \"INVOICE_LINE\" ")
				.contains("Tea towel", "Notebook"));
	}

	@Test
	void tellsTheSqlOnlyIfAsked() {
		this.client.get().uri("/invoices/1").exchange().expectHeader().doesNotExist("Demo-Sql");
	}

	@Test
	void refusesAnInvoiceWithALineThatIsNotValid() {
		long before = this.invoices.count();
		post("""
				{
					"customer": " ",
					"lines": [
						{ "description": "Tea towel", "quantity": 3 },
						{ "description": "", "quantity": 0 }
					]
				}
				""").expectStatus()
			.isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectHeader()
			.valueEquals("Demo-Statements", "0")
			.expectBody()
			.jsonPath("$.errors")
			.isEqualTo(Map.of("customer", "must not be blank", "lines[1].description", "must not be blank",
					"lines[1].quantity", "must be greater than 0"));
		assertThat(this.invoices.count()).isEqualTo(before);
	}

	@Test
	void refusesAFormWithALineThatIsNotValid() {
		submit("/invoices", Map.of("customer", "Rui Costa", "lines[0].description", "", "lines[0].quantity", "1"))
			.expectStatus()
			.isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
			.expectBody()
			.jsonPath("$.errors")
			.isEqualTo(Map.of("lines[0].description", "must not be blank"));
	}

	@Test
	void refusesAFormWithTooManyLines() {
		submit("/invoices", Map.of("customer", "Rui Costa", "lines[999].quantity", "1")).expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.detail")
			.isEqualTo("There cannot be a field lines[999].");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{ "customer": "Rui Costa" }
			{ "customer": "Rui Costa", "lines": null }
			{ "customer": "Rui Costa", "lines": [] }
			""")
	void refusesAnInvoiceWithoutLines(String json) {
		post(json).expectStatus()
			.isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
			.expectBody()
			.jsonPath("$.errors")
			.isEqualTo(Map.of("lines", "must not be empty"));
	}

	@Test
	void refusesANewInvoiceWithSomebodyElsesLine() {
		long before = this.invoices.count();
		post("""
				{ "customer": "Eve", "lines": [ { "id": 1, "description": "Mine now", "quantity": 1 } ] }
				""").expectStatus()
			.isEqualTo(HttpStatus.CONFLICT)
			.expectBody()
			.jsonPath("$.detail")
			.value(String.class, (detail) -> assertThat(detail)
				.startsWith("Invoice.lines of a new Invoice cannot take in InvoiceLine 1, "));
		assertThat(this.invoices.count()).isEqualTo(before);
		assertThatNothingWasStolen();
	}

	@Test
	void refusesToHijackALineByJson() {
		Invoice own = saved();
		put(own.getId(), """
				{
					"customer": "Eve",
					"lines": [
						{ "description": "New", "quantity": 1 },
						{ "id": 1, "description": "Mine now", "quantity": 1 }
					]
				}
				""").expectStatus()
			.isEqualTo(HttpStatus.CONFLICT)
			.expectBody()
			.jsonPath("$.detail")
			.value(String.class, (detail) -> assertThat(detail)
				.startsWith("Invoice.lines of Invoice %d cannot take in InvoiceLine 1, ".formatted(own.getId())));
		assertThat(this.invoices.findById(own.getId()).orElseThrow().getCustomer()).isEqualTo("Rui Costa");
		assertThat(this.invoices.findById(own.getId()).orElseThrow().getLines()).hasSize(1);
		assertThatNothingWasStolen();
	}

	@Test
	void refusesToHijackALineByForm() {
		submit("/invoices/" + saved().getId(), Map.of("customer", "Eve", "lines[0].id", "1", "lines[0].description",
				"Mine now", "lines[0].quantity", "1"))
			.expectStatus()
			.isEqualTo(HttpStatus.CONFLICT);
		assertThatNothingWasStolen();
	}

	@Test
	void cannotSendALineToSomebodyElsesInvoice() {
		post("""
				{
					"id": 1,
					"customer": "Eve",
					"lines": [ { "description": "Pay this", "quantity": 9, "invoice": 1 } ]
				}
				""").expectStatus().isCreated();
		submit("/invoices", Map.of("id", "1", "customer", "Eve", "lines[0].description", "Pay this",
				"lines[0].quantity", "9", "lines[0].invoice.id", "1"))
			.expectStatus()
			.isCreated();
		assertThatNothingWasStolen();
	}

	@Test
	void updatesAnInvoiceWithOldAndNewLines() {
		Invoice own = saved();
		long line = own.getLines().get(0).getId();
		put(own.getId(), """
				{
					"customer": "Rui da Costa",
					"lines": [
						{ "id": %d, "description": "Blue tea towel", "quantity": 4 },
						{ "description": "Notebook", "quantity": 1 }
					]
				}
				""".formatted(line)).expectStatus().isOk().expectBody().json("""
				{
					"id": %1$d,
					"customer": "Rui da Costa",
					"lines": [
						{ "id": %2$d, "description": "Blue tea towel", "quantity": 4, "invoice": %1$d },
						{ "description": "Notebook", "quantity": 1, "invoice": %1$d }
					]
				}
				""".formatted(own.getId(), line));
	}

	@Test
	void updatesAnInvoiceFromAForm() {
		Invoice own = saved();
		submit("/invoices/" + own.getId(),
				Map.of("customer", "Rui Costa", "lines[0].description", "Notebook", "lines[0].quantity", "1",
						"lines[1].id", own.getLines().get(0).getId().toString(), "lines[1].description",
						"Blue tea towel", "lines[1].quantity", "4"))
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.lines[*].description")
			.isEqualTo(List.of("Blue tea towel", "Notebook"));
	}

	@Test
	void deletesALineThatIsRemoved() {
		Invoice own = saved();
		long line = own.getLines().get(0).getId();
		this.client.delete()
			.uri("/invoices/{id}/lines/{line}", own.getId(), line)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.lines")
			.isEmpty();
		assertThat(this.lines.existsById(line)).isFalse();
	}

	@Test
	void doesNotRemoveSomebodyElsesLine() {
		this.client.delete().uri("/invoices/{id}/lines/1", saved().getId()).exchange().expectStatus().isNotFound();
		assertThatNothingWasStolen();
	}

	@Test
	void deletesTheLinesWithTheirInvoice() {
		Invoice own = saved();
		long line = own.getLines().get(0).getId();
		this.client.delete().uri("/invoices/{id}", own.getId()).exchange().expectStatus().isOk();
		assertThat(this.invoices.existsById(own.getId())).isFalse();
		assertThat(this.lines.existsById(line)).isFalse();
	}

	@Test
	void answersNotFoundForAnUnknownInvoice() {
		put(999, """
				{ "customer": "Eve", "lines": [ { "description": "New", "quantity": 1 } ] }
				""").expectStatus()
			.isNotFound()
			.expectBody()
			.jsonPath("$.detail")
			.isEqualTo("There is no invoice 999.");
	}

	private Invoice saved() {
		Invoice invoice = new Invoice();
		invoice.setCustomer("Rui Costa");
		invoice.getLines().build((line) -> {
			line.setDescription("Tea towel");
			line.setQuantity(3);
		});
		return this.invoices.save(invoice);
	}

	private void assertThatNothingWasStolen() {
		this.client.get().uri("/invoices/1").exchange().expectBody().json(SEEDED);
		assertThat(this.invoices.findById(1L).orElseThrow().getLines()).hasSize(2);
	}

	private RestTestClient.ResponseSpec post(String json) {
		return this.client.post().uri("/invoices").contentType(MediaType.APPLICATION_JSON).body(json).exchange();
	}

	private RestTestClient.ResponseSpec put(long id, String json) {
		return this.client.put()
			.uri("/invoices/{id}", id)
			.contentType(MediaType.APPLICATION_JSON)
			.body(json)
			.exchange();
	}

	private RestTestClient.ResponseSpec submit(String path, Map<String, String> fields) {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.setAll(fields);
		return this.client.post().uri(path).contentType(MediaType.APPLICATION_FORM_URLENCODED).body(form).exchange();
	}

}
