package io.inverseof.demo;

import io.inverseof.BelongsTo;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;

/**
 * Something to do for a project, by somebody or by nobody yet.
 */
public class Task {

	@Id
	private Long id;

	private String title;

	private String assignee;

	private final BelongsTo<Project, Long> project = belongsTo(this);

	public Long id() {
		return this.id;
	}

	public String title() {
		return this.title;
	}

	/**
	 * Returns who does it.
	 * @return a name, or {@code null} when nobody does
	 */
	public String assignee() {
		return this.assignee;
	}

	public BelongsTo<Project, Long> project() {
		return this.project;
	}

}
