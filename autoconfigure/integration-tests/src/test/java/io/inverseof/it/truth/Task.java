package io.inverseof.it.truth;

import io.inverseof.BelongsTo;
import io.inverseof.ForeignKey;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;

/**
 * Has an association beside a plain id property, as most applications do.
 */
class Task implements Labelled {

	@Id
	@Nullable Long id;

	String title = "";

	boolean done;

	@Nullable Long projectId;

	@ForeignKey("project_id")
	final BelongsTo<Project, Long> project = belongsTo(this);

	@Override
	public @Nullable Long id() {
		return this.id;
	}

	@Override
	public String label() {
		return this.title + (this.done ? " done" : "");
	}

	@Override
	public void relabel(String label) {
		this.title = label;
	}

}
