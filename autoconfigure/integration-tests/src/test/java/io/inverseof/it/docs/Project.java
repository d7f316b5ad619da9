package io.inverseof.it.docs;

import io.inverseof.HasMany;
import io.inverseof.ScopedBy;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.hasMany;

class Project {

	@Id
	private Long id;

	private String name;

	// tag::scoped-by[]
	@ScopedBy(Assigned.class)
	private final HasMany<Task> assignedTasks = hasMany(this);

	// end::scoped-by[]
	@ScopedBy(NewestFirst.class)
	private final HasMany<Task> tasks = hasMany(this);

	Long id() {
		return id;
	}

	String name() {
		return name;
	}

	Project name(String name) {
		this.name = name;
		return this;
	}

	HasMany<Task> assignedTasks() {
		return assignedTasks;
	}

	HasMany<Task> tasks() {
		return tasks;
	}

}
