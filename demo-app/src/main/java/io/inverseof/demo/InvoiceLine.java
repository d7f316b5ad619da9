package io.inverseof.demo;

import io.inverseof.BelongsTo;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;

/**
 * A line of an invoice. The invoice must be there, but need not be saved yet. Input may
 * set the id, to say which line it means: {@code save} knows whose it is.
 */
public class InvoiceLine {

	@Id
	private Long id;

	@NotBlank
	@Size(max = 200)
	private String description;

	@NotNull
	@Positive
	private Integer quantity;

	private final BelongsTo<@NotNull Invoice, Long> invoice = belongsTo(this);

	public Long getId() {
		return this.id;
	}

	public void setId(Long id) {
		this.id = id;
	}

	public String getDescription() {
		return this.description;
	}

	public void setDescription(String description) {
		this.description = description;
	}

	public Integer getQuantity() {
		return this.quantity;
	}

	public void setQuantity(Integer quantity) {
		this.quantity = quantity;
	}

	public BelongsTo<Invoice, Long> invoice() {
		return this.invoice;
	}

}
