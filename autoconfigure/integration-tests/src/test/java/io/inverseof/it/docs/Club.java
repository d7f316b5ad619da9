package io.inverseof.it.docs;

import io.inverseof.BelongsTo;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;

/** Has a chair, always. */
class Club {

	@Id
	private Long id;

	private final BelongsTo<Member, Long> chair = belongsTo(this);

	BelongsTo<Member, Long> chair() {
		return chair;
	}

}
