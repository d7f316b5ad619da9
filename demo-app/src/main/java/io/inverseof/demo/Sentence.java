package io.inverseof.demo;

import java.time.LocalDate;

import io.inverseof.BelongsTo;
import io.inverseof.CounterCache;
import io.inverseof.Touch;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;

/**
 * Why a criminal is in a prison. It counts itself there.
 */
public class Sentence {

	@Id
	private Long id;

	private LocalDate since = LocalDate.now();

	@CounterCache("sentences_count")
	@Touch("updated_at")
	private final BelongsTo<Prison, Long> prison = belongsTo(this);

	private final BelongsTo<Criminal, Long> criminal = belongsTo(this);

	public Long id() {
		return this.id;
	}

	public LocalDate since() {
		return this.since;
	}

	public BelongsTo<Prison, Long> prison() {
		return this.prison;
	}

	public BelongsTo<Criminal, Long> criminal() {
		return this.criminal;
	}

}
