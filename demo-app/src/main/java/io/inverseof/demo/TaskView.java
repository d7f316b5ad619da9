package io.inverseof.demo;

/**
 * A task as the API shows it, with the name of its project.
 *
 * @param id the id of the task
 * @param title the title
 * @param assignee who does it, or {@code null}
 * @param project the name of its project
 */
record TaskView(Long id, String title, String assignee, String project) {

	static TaskView of(Task task) {
		return new TaskView(task.id(), task.title(), task.assignee(), task.project().get().name());
	}

}
