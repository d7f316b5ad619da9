package io.inverseof.it.docs;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.inverseof.HasMany;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.hasMany;

// tag::json-band[]
public class Band {

	@Id
	private Long id;

	private String name;

	private final HasMany<Album> albums = hasMany(this);

	@JsonProperty // opts in
	public HasMany<Album> albums() {
		return albums;
	}

	// end::json-band[]
	public Long getId() {
		return id;
	}

	public String getName() {
		return name;
	}

	public void setName(String name) {
		this.name = name;
	}
	// tag::json-band[]

}
// end::json-band[]
