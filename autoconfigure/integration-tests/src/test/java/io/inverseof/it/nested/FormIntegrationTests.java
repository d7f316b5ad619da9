package io.inverseof.it.nested;

import java.util.List;
import java.util.Map;

import io.inverseof.ForeignChildException;
import io.inverseof.it.nested.Billing.Invoice;
import org.junit.jupiter.api.Test;

import org.springframework.beans.MutablePropertyValues;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.SmartValidator;
import org.springframework.web.bind.WebDataBinder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A form with a parent and its children.
 */
class FormIntegrationTests extends NestedTest {

	@Autowired
	SmartValidator smartValidator;

	private BindingResult bind(Invoice invoice, Map<String, String> form) {
		WebDataBinder binder = new WebDataBinder(invoice, "invoice");
		binder.setValidator(this.smartValidator);
		binder.bind(new MutablePropertyValues(form));
		binder.validate();
		return binder.getBindingResult();
	}

	@Test
	void isSavedWholeByOneSave() {
		Invoice invoice = new Invoice();
		BindingResult result = bind(invoice, Map.of("number", "3", "customer.id", "2", "lines[0].description", "Tea",
				"lines[0].notes[0].text", "hot", "lines[1].description", "Milk", "address.city", "Rome"));
		assertThat(result.getAllErrors()).isEmpty();
		this.invoices.save(invoice);
		assertThat(content()).contains("invoice[5001, 3, 2]", "line[5001, Tea, 5001]", "line[5002, Milk, 5001]",
				"note[5001, hot, 5001]", "address[5001, Rome, 5001]");
	}

	@Test
	void showsViolationsAtTheirFields() {
		BindingResult result = bind(new Invoice(), Map.of("number", "3", "lines[0].notes[0].text", ""));
		assertThat(result.getFieldErrors()).extracting(FieldError::getField)
			.containsExactlyInAnyOrder("lines[0].description", "lines[0].notes[0].text");
	}

	@Test
	void isRefusedWithAChildOfAnotherParent() {
		Invoice invoice = new Invoice();
		bind(invoice, Map.of("id", "1", "number", "3", "lines[0].id", "20", "lines[0].description", "Tea"));
		List<String> before = content();
		assertThatExceptionOfType(ForeignChildException.class).isThrownBy(() -> this.invoices.save(invoice))
			.withMessageStartingWith("Invoice.lines of Invoice 1 cannot take in Line 20, which no repository loaded");
		assertThat(content()).isEqualTo(before);
	}

	@Test
	void isRefusedWithAChildForANewParent() {
		Invoice invoice = new Invoice();
		bind(invoice, Map.of("number", "3", "lines[0].id", "20", "lines[0].description", "Tea"));
		List<String> before = content();
		assertThatExceptionOfType(ForeignChildException.class).isThrownBy(() -> this.invoices.save(invoice))
			.withMessageStartingWith("Invoice.lines of a new Invoice cannot take in Line 20, which");
		assertThat(content()).isEqualTo(before);
	}

	@Test
	void isRefusedWhenBoundToALoadedParent() {
		Invoice invoice = this.invoices.findById(1L).orElseThrow();
		bind(invoice, Map.of("number", "3", "lines[1].id", "20", "lines[1].description", "Tea"));
		List<String> before = content();
		assertThatExceptionOfType(ForeignChildException.class).isThrownBy(() -> this.invoices.save(invoice))
			.withMessageStartingWith("Invoice.lines of Invoice 1 cannot take in Line 20, which");
		assertThat(content()).isEqualTo(before);
	}

	@Test
	void changesNothingByTheIdOfALoadedChild() {
		Invoice invoice = this.invoices.findById(1L).orElseThrow();
		bind(invoice, Map.of("lines[0].id", "20", "lines[0].description", "Tea", "lines[0].notes[1].text", "x"));
		List<String> before = content();
		this.invoices.save(invoice);
		assertThat(content()).isEqualTo(before);
	}

	@Test
	void acceptsItsOwnChild() {
		Invoice invoice = new Invoice();
		bind(invoice, Map.of("id", "1", "number", "3", "lines[0].id", "10", "lines[0].description", "changed"));
		this.invoices.save(invoice);
		assertThat(content()).contains("invoice[1, 3, null]", "line[10, old, 1]");
	}

}
