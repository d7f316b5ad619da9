package io.inverseof.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.inverseof.Dependent;
import io.inverseof.HasMany;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.hasMany;

/**
 * What a customer has to pay. It arrives with its lines in one piece, as JSON or from a
 * form, is validated with them, and saved with them. Neither can set its id.
 */
public class Invoice {

	@Id
	@JsonProperty(access = JsonProperty.Access.READ_ONLY)
	private Long id;

	@NotBlank
	@Size(max = 100)
	private String customer;

	@JsonProperty
	@Valid
	@NotEmpty
	@Dependent(Dependent.Action.DESTROY)
	private final HasMany<InvoiceLine> lines = hasMany(this);

	public Long getId() {
		return this.id;
	}

	void setId(Long id) {
		this.id = id;
	}

	public String getCustomer() {
		return this.customer;
	}

	public void setCustomer(String customer) {
		this.customer = customer;
	}

	public HasMany<InvoiceLine> getLines() {
		return this.lines;
	}

}
