package io.inverseof.it.nested;

import java.util.List;

import io.inverseof.it.nested.Billing.Invoice;
import jakarta.validation.ConstraintViolationException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What {@code create(..)} makes is validated before it is saved.
 */
class CreateIntegrationTests extends NestedTest {

	@Test
	void refusesWhatIsNotValid() {
		Invoice invoice = this.invoices.findById(1L).orElseThrow();
		List<String> before = content();
		assertThatExceptionOfType(ConstraintViolationException.class)
			.isThrownBy(() -> invoice.getLines().create((line) -> line.setDescription(" ")))
			.withMessage("The new Line is not valid, and was not saved: description must not be blank");
		assertThat(content()).isEqualTo(before);
		assertThat(invoice.getLines()).hasSize(1);
	}

	@Test
	void savesWhatIsValid() {
		Invoice invoice = this.invoices.findById(1L).orElseThrow();
		invoice.getLines().create((line) -> line.setDescription("Tea"));
		assertThat(content()).contains("line[5001, Tea, 1]");
	}

	@Test
	void validatesWithoutLoading() {
		Invoice invoice = this.invoices.findById(1L).orElseThrow();
		assertThat(violations(invoice)).isEmpty();
		invoice.getLines().get(0).setDescription("");
		assertThat(violations(invoice)).containsExactly("lines[0].description");
	}

}
