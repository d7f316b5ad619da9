package io.inverseof.it.docs;

import io.inverseof.BelongsTo;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;

class Task {

	@Id
	private Long id;

	private String title;

	private String assignee;

	private final BelongsTo<Project, Long> project = belongsTo(this);

	Long id() {
		return id;
	}

	Task title(String title) {
		this.title = title;
		return this;
	}

	String assignee() {
		return assignee;
	}

	Task assignee(String assignee) {
		this.assignee = assignee;
		return this;
	}

	BelongsTo<Project, Long> project() {
		return project;
	}

}
