package io.inverseof.it.docs;

import io.inverseof.BelongsTo;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;

// tag::validation-question[]
public class Question {

	@Id
	private Long id;

	@NotBlank
	private String text;

	@NotNull // has a target or an id
	private final BelongsTo<Quiz, Long> quiz = belongsTo(this);

	public BelongsTo<Quiz, Long> quiz() {
		return quiz;
	}

	// end::validation-question[]
	public Long getId() {
		return id;
	}

	public void setId(Long id) {
		this.id = id;
	}

	public String getText() {
		return text;
	}

	public void setText(String text) {
		this.text = text;
	}
	// tag::validation-question[]

}
// end::validation-question[]
