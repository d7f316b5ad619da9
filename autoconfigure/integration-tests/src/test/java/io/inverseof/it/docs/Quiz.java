package io.inverseof.it.docs;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.inverseof.HasMany;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.hasMany;

// tag::validation-quiz[]
public class Quiz {

	@Id
	private Long id;

	@NotBlank
	private String title;

	@Valid
	private final HasMany<Question> questions = hasMany(this);

	@JsonProperty
	public HasMany<Question> getQuestions() {
		return questions;
	}

	// end::validation-quiz[]
	public Long getId() {
		return id;
	}

	public void setId(Long id) {
		this.id = id;
	}

	public String getTitle() {
		return title;
	}

	public void setTitle(String title) {
		this.title = title;
	}
	// tag::validation-quiz[]

}
// end::validation-quiz[]
