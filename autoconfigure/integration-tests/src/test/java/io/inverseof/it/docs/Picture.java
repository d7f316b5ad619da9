package io.inverseof.it.docs;

import io.inverseof.BelongsTo;
import io.inverseof.Polymorphic;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;

// tag::picture[]
public class Picture {

	@Id
	private Long id;

	@Polymorphic
	private final BelongsTo<Pictured, Long> subject = belongsTo(this);

	public BelongsTo<Pictured, Long> subject() {
		return subject;
	}

}
// end::picture[]
