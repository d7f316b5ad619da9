package io.inverseof.validation;

import java.util.Map;

import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.MutablePropertyValues;
import org.springframework.data.annotation.Id;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DataBinder;
import org.springframework.validation.FieldError;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for forms that Spring's {@link DataBinder} binds to entities.
 */
class BoundFormsTests {

	private final LocalValidatorFactoryBean validator = new LocalValidatorFactoryBean();

	@BeforeEach
	void start() {
		this.validator.afterPropertiesSet();
	}

	@AfterEach
	void stop() {
		this.validator.close();
	}

	private BindingResult bind(Object target, Map<String, String> form) {
		DataBinder binder = new DataBinder(target, "form");
		binder.setValidator(this.validator);
		binder.bind(new MutablePropertyValues(form));
		binder.validate();
		return binder.getBindingResult();
	}

	@Test
	void buildChildrenThroughTheAssociation() {
		Invoice invoice = new Invoice();
		BindingResult result = bind(invoice, Map.of("number", "1", "lines[0].description", "Tea", "lines[0].amount",
				"3", "lines[1].description", "Milk", "lines[1].amount", "4"));
		assertThat(result.getAllErrors()).isEmpty();
		assertThat(invoice.lines).extracting(Line::getDescription).containsExactly("Tea", "Milk");
		assertThat(invoice.lines).allMatch((line) -> line.getInvoice().get() == invoice);
	}

	@Test
	void buildThreeLevels() {
		Invoice invoice = new Invoice();
		BindingResult result = bind(invoice, Map.of("number", "1", "lines[0].description", "Tea", "lines[0].amount",
				"3", "lines[0].notes[0].text", "hot"));
		assertThat(result.getAllErrors()).isEmpty();
		Note note = invoice.lines.get(0).notes.get(0);
		assertThat(note.getText()).isEqualTo("hot");
		assertThat(note.line.get().invoice.get()).isSameAs(invoice);
	}

	@Test
	void reportViolationsOfChildrenByTheirField() {
		BindingResult result = bind(new Invoice(),
				Map.of("number", "1", "lines[0].description", "", "lines[0].amount", "-1"));
		assertThat(result.getFieldErrors()).extracting(FieldError::getField)
			.containsExactlyInAnyOrder("lines[0].description", "lines[0].amount");
	}

	@Test
	void keepIdsAsClaims() {
		Invoice invoice = new Invoice();
		bind(invoice, Map.of("lines[0].id", "5"));
		assertThat(invoice.lines.get(0).getId()).isEqualTo(5L);
	}

	@Test
	void setAReferenceByItsId() {
		Line line = new Line();
		BindingResult result = bind(line, Map.of("description", "Tea", "amount", "1", "invoice.id", "7"));
		assertThat(result.getAllErrors()).isEmpty();
		assertThat(line.invoice.getId()).isEqualTo(7L);
	}

	@Test
	void emptyAReferenceByAnEmptyField() {
		Line line = new Line();
		line.invoice.setId(7L);
		bind(line, Map.of("invoice.id", ""));
		assertThat(line.invoice.getId()).isNull();
	}

	static class Invoice {

		@Id
		private @Nullable Long id;

		private String number = "";

		@Valid
		private final HasMany<Line> lines = hasMany(this);

		public @Nullable Long getId() {
			return this.id;
		}

		public @NotBlank String getNumber() {
			return this.number;
		}

		public void setNumber(String number) {
			this.number = number;
		}

		public HasMany<Line> getLines() {
			return this.lines;
		}

	}

	static class Line {

		@Id
		private @Nullable Long id;

		@NotBlank
		private String description = "";

		@Positive
		private int amount;

		@NotNull
		private final BelongsTo<Invoice, Long> invoice = belongsTo(this);

		@Valid
		private final HasMany<Note> notes = hasMany(this);

		public @Nullable Long getId() {
			return this.id;
		}

		public void setId(@Nullable Long id) {
			this.id = id;
		}

		public String getDescription() {
			return this.description;
		}

		public void setDescription(String description) {
			this.description = description;
		}

		public int getAmount() {
			return this.amount;
		}

		public void setAmount(int amount) {
			this.amount = amount;
		}

		public BelongsTo<Invoice, Long> getInvoice() {
			return this.invoice;
		}

		public HasMany<Note> getNotes() {
			return this.notes;
		}

	}

	static class Note {

		@Id
		private @Nullable Long id;

		private String text = "";

		@NotNull
		private final BelongsTo<Line, Long> line = belongsTo(this);

		public String getText() {
			return this.text;
		}

		public void setText(String text) {
			this.text = text;
		}

	}

}
