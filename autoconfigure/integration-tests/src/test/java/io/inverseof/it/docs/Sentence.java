package io.inverseof.it.docs;

import io.inverseof.BelongsTo;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;

// tag::through-join[]
class Sentence {

	@Id
	private Long id;

	private final BelongsTo<Prison, Long> prison = belongsTo(this);

	private final BelongsTo<Criminal, Long> criminal = belongsTo(this);

	// end::through-join[]
	Long id() {
		return id;
	}

	BelongsTo<Prison, Long> prison() {
		return prison;
	}

	BelongsTo<Criminal, Long> criminal() {
		return criminal;
	}

}
