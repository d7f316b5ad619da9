package io.inverseof.it.docs;

import io.inverseof.BelongsTo;
import io.inverseof.CounterCache;
import io.inverseof.Touch;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;

// tag::reply[]
class Reply {

	@Id
	private Long id;

	private String text;

	@CounterCache("replies_count")
	@Touch("active_at")
	private final BelongsTo<Topic, Long> topic = belongsTo(this);

	// end::reply[]
	Long id() {
		return id;
	}

	Reply text(String text) {
		this.text = text;
		return this;
	}

	BelongsTo<Topic, Long> topic() {
		return topic;
	}

}
