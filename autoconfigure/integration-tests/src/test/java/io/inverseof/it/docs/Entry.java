package io.inverseof.it.docs;

import io.inverseof.BelongsTo;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;

// tag::entry[]
public class Entry {

	@Id
	private Long id;

	private String title;

	private final BelongsTo<Writer, Long> writer = belongsTo(this);

	public BelongsTo<Writer, Long> writer() {
		return writer;
	}

}
// end::entry[]
