package io.inverseof.it.docs;

import io.inverseof.BelongsTo;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;

/** Is in a club, always. */
class Member {

	@Id
	private Long id;

	private final BelongsTo<Club, Long> club = belongsTo(this);

	BelongsTo<Club, Long> club() {
		return club;
	}

}
