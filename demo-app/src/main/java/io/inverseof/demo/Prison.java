package io.inverseof.demo;

import java.time.Instant;

import io.inverseof.HasMany;
import io.inverseof.Through;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.hasMany;

/**
 * Where criminals are, because of their sentences. The counter and the timestamp are kept
 * by {@link Sentence#prison()}.
 */
public class Prison {

	@Id
	private Long id;

	private String name;

	private int sentencesCount;

	private Instant updatedAt;

	private final HasMany<Sentence> sentences = hasMany(this);

	@Through("sentences")
	private final HasMany<Criminal> criminals = hasMany(this);

	public Long id() {
		return this.id;
	}

	public String name() {
		return this.name;
	}

	/**
	 * Returns how many sentences there are.
	 * @return what the counter says
	 */
	public int sentencesCount() {
		return this.sentencesCount;
	}

	/**
	 * Returns when a sentence was written last.
	 * @return the time
	 */
	public Instant updatedAt() {
		return this.updatedAt;
	}

	public HasMany<Sentence> sentences() {
		return this.sentences;
	}

	public HasMany<Criminal> criminals() {
		return this.criminals;
	}

}
