package io.inverseof.it.docs;

import io.inverseof.BelongsTo;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;

// tag::json-album[]
public class Album {

	@Id
	private Long id;

	private String title;

	private final BelongsTo<Band, Long> band = belongsTo(this);

	public BelongsTo<Band, Long> band() {
		return band;
	}

	// end::json-album[]
	public Long getId() {
		return id;
	}

	public String getTitle() {
		return title;
	}

	public void setTitle(String title) {
		this.title = title;
	}
	// tag::json-album[]

}
// end::json-album[]
