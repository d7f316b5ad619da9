package io.inverseof.it.nested;

import java.util.List;

import io.inverseof.ForeignChildException;
import io.inverseof.it.nested.Billing.Invoice;
import io.inverseof.it.nested.Billing.Line;
import io.inverseof.it.nested.Billing.Remark;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * JSON with a parent and its children.
 */
class JsonIntegrationTests extends NestedTest {

	@Test
	void isSavedWholeByOneSave() {
		Invoice invoice = read("""
				{"number": "3", "customer": {"name": "Ann"}, "address": {"city": "Rome"},
				 "lines": [{"description": "Tea", "notes": [{"text": "hot"}, {"text": "green"}]},
				           {"description": "Milk", "notes": []}],
				 "remarks": [{"body": "paid"}]}""");
		assertThat(violations(invoice)).isEmpty();
		List<String> before = content();
		this.invoices.save(invoice);
		assertThat(content()).containsAll(before)
			.contains("customer[5001, Ann]", "invoice[5001, 3, 5001]", "line[5001, Tea, 5001]",
					"line[5002, Milk, 5001]", "note[5001, hot, 5001]", "note[5002, green, 5001]",
					"address[5001, Rome, 5001]", "remark[5001, paid, 5001]")
			.hasSize(before.size() + 8);
	}

	@Test
	void isSavedUnderTheParentItIsNestedIn() {
		Invoice invoice = read("""
				{"number": "3", "lines": [{"description": "Tea", "invoice": 1, "notes": [{"text": "hot", "line": 20}]}],
				 "remarks": [{"body": "paid", "invoice": 2}]}""");
		this.invoices.save(invoice);
		assertThat(content()).contains("line[5001, Tea, 5001]", "note[5001, hot, 5001]", "remark[5001, paid, 5001]");
	}

	@Test
	void refersToARowByItsId() {
		this.invoices.save(read("{\"number\": \"3\", \"customer\": 2}"));
		assertThat(content()).contains("invoice[5001, 3, 2]");
	}

	@Test
	void refersToARowByAnObjectWithItsIdAndWritesNothingOfIt() {
		this.invoices.save(read("{\"number\": \"3\", \"customer\": {\"id\": 2, \"name\": \"Eve\"}}"));
		assertThat(content()).contains("invoice[5001, 3, 2]", "customer[2, customer]");
	}

	@Test
	void isValidatedAtEveryLevel() {
		Invoice invoice = read("""
				{"number": "", "customer": {"name": ""}, "address": {"city": ""},
				 "lines": [{"description": "Tea", "notes": [{"text": ""}]}, {"description": ""}],
				 "remarks": [{"body": ""}]}""");
		assertThat(violations(invoice)).containsExactly("address.city", "customer.name", "lines[0].notes[0].text",
				"lines[1].description", "number", "remarks[0].body");
	}

	@Test
	void addsToAnInvoiceThatIsThere() {
		Invoice invoice = read(
				"""
						{"id": 1, "number": "new", "customer": 1,
						 "lines": [{"id": 10, "description": "changed", "notes": [{"id": 100, "text": "changed"}, {"text": "more"}]},
						           {"description": "Tea"}]}""");
		assertThat(violations(invoice)).isEmpty();
		this.invoices.save(invoice);
		assertThat(content()).contains("invoice[1, new, 1]", "line[10, old, 1]", "note[100, old, 10]",
				"note[5001, more, 10]", "line[5001, Tea, 1]");
	}

	@Test
	void addsToALoadedInvoiceWithoutLoadingMore() {
		Invoice invoice = this.invoices.findById(1L).orElseThrow();
		assertThat(this.statements)
			.during(() -> this.mapper.readerForUpdating(invoice)
				.readValue("{\"number\": \"new\", \"lines\": [{\"description\": \"Tea\"}, {\"id\": 10}]}"))
			.none();
		this.invoices.save(invoice);
		assertThat(content()).contains("invoice[1, new, 1]", "line[10, old, 1]", "line[5001, Tea, 1]");
		assertThat(invoice.getLines()).extracting(Line::getId).containsExactlyInAnyOrder(10L, 5001L);
	}

	@Test
	void readsIntoLoadedChildren() {
		Invoice invoice = this.invoices.findById(1L).orElseThrow();
		Line loaded = invoice.getLines().get(0);
		this.mapper.readerForUpdating(invoice)
			.readValue("{\"lines\": [{\"id\": 10, \"description\": \"changed\", \"invoice\": 2}]}");
		assertThat(invoice.getLines()).singleElement().isSameAs(loaded);
		assertThat(loaded.getDescription()).isEqualTo("changed");
		assertThat(loaded.invoice().getId()).isEqualTo(1L);
		this.lines.save(loaded);
		assertThat(content()).contains("line[10, changed, 1]");
	}

	@Test
	void keepsLoadedRecordsInTheirPlace() {
		Invoice invoice = this.invoices.findById(1L).orElseThrow();
		assertThat(invoice.remarks()).hasSize(1);
		this.mapper.readerForUpdating(invoice)
			.readValue("{\"remarks\": [{\"id\": 500, \"body\": \"changed\"}, {\"body\": \"more\"}]}");
		assertThat(invoice.remarks()).extracting(Remark::body).containsExactly("changed", "more");
		this.invoices.save(invoice);
		assertThat(content()).contains("remark[500, old, 1]", "remark[5001, more, 1]");
	}

	@Test
	void isRefusedWithAChildOfAnotherParent() {
		assertRefused("{\"id\": 1, \"number\": \"new\", \"lines\": [{\"description\": \"Tea\"}, {\"id\": 20}]}",
				"Invoice.lines of Invoice 1 cannot take in Line 20, which no repository loaded: there is no such row, or it "
						+ "belongs to another Invoice. Nothing was written. Leave the id out to insert a row, or load the "
						+ "Line and add it to move one. If ids are assigned before the first save, let Line implement "
						+ "Persistable or have a @Version.");
	}

	@Test
	void isRefusedWhenReadIntoALoadedParent() {
		List<String> before = content();
		Invoice unread = this.invoices.findById(1L).orElseThrow();
		Invoice read = this.invoices.findById(1L).orElseThrow();
		assertThat(read.getLines()).hasSize(1);
		for (Invoice invoice : List.of(unread, read)) {
			this.mapper.readerForUpdating(invoice).readValue("{\"number\": \"new\", \"lines\": [{\"id\": 20}]}");
			assertThatExceptionOfType(ForeignChildException.class).isThrownBy(() -> this.invoices.save(invoice))
				.withMessageStartingWith("Invoice.lines of Invoice 1 cannot take in Line 20, ");
		}
		assertThat(content()).isEqualTo(before);
	}

	@Test
	void isRefusedWithAChildForANewParent() {
		assertRefused("{\"number\": \"new\", \"lines\": [{\"id\": 20}, {\"id\": 10}]}",
				"Invoice.lines of a new Invoice cannot take in Line 20, 10, which");
	}

	@Test
	void isRefusedWithAChildThatDoesNotExist() {
		assertRefused("{\"id\": 1, \"lines\": [{\"id\": 99}]}", "Invoice.lines of Invoice 1 cannot take in Line 99, ");
	}

	@Test
	void isRefusedWithAForeignChildAtALowerLevel() {
		assertRefused("{\"id\": 1, \"lines\": [{\"id\": 10, \"notes\": [{\"id\": 200}]}]}",
				"Line.notes of Line 10 cannot take in Note 200, ");
		assertRefused("{\"id\": 1, \"lines\": [{\"description\": \"Tea\", \"notes\": [{\"id\": 100}]}]}",
				"Line.notes of a new Line cannot take in Note 100, ");
	}

	@Test
	void isRefusedWithAForeignTarget() {
		assertRefused("{\"id\": 1, \"address\": {\"id\": 2000}}",
				"Invoice.address of Invoice 1 cannot take in Address 2000, ");
	}

	@Test
	void isRefusedWithAForeignRecord() {
		assertRefused("{\"id\": 1, \"remarks\": [{\"id\": 600, \"body\": \"x\"}]}",
				"Invoice.remarks of Invoice 1 cannot take in Remark 600, ");
	}

	@Test
	void replacesTheTargetThatIsThere() {
		this.invoices.save(read("{\"id\": 1, \"number\": \"new\", \"address\": {\"city\": \"Rome\"}}"));
		assertThat(content()).contains("address[1000, old, null]", "address[5001, Rome, 1]");
	}

	@Test
	void letsGoOfTheTargetThatIsThere() {
		this.invoices.save(read("{\"id\": 1, \"number\": \"new\", \"address\": null}"));
		assertThat(content()).contains("address[1000, old, null]", "address[2000, old, 2]");
	}

	@Test
	void acceptsItsOwnTarget() {
		this.invoices
			.save(read("{\"id\": 1, \"number\": \"new\", \"address\": {\"id\": 1000, \"city\": \"changed\"}}"));
		assertThat(content()).contains("invoice[1, new, null]", "address[1000, old, 1]");
	}

	private void assertRefused(String json, String message) {
		List<String> before = content();
		Invoice invoice = read(json);
		assertThatExceptionOfType(ForeignChildException.class).isThrownBy(() -> this.invoices.save(invoice))
			.withMessageStartingWith(message);
		assertThat(content()).isEqualTo(before);
	}

}
