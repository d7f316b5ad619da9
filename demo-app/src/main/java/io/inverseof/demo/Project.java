package io.inverseof.demo;

import io.inverseof.HasMany;
import io.inverseof.ScopedBy;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.hasMany;

/**
 * A project with two views of the same tasks. Whether these know their inverse,
 * {@link Task#project()}, depends on {@code inverseof.automatic-scope-inversing}.
 */
public class Project {

	@Id
	private Long id;

	private String name;

	@ScopedBy(Assigned.class)
	private final HasMany<Task> assignedTasks = hasMany(this);

	@ScopedBy(Unassigned.class)
	private final HasMany<Task> unassignedTasks = hasMany(this);

	public Long id() {
		return this.id;
	}

	public String name() {
		return this.name;
	}

	public HasMany<Task> assignedTasks() {
		return this.assignedTasks;
	}

	public HasMany<Task> unassignedTasks() {
		return this.unassignedTasks;
	}

}
