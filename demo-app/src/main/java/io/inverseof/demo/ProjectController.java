package io.inverseof.demo;

import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Projects and their tasks.
 */
@RestController
@RequestMapping("/projects/{id}")
public class ProjectController {

	private final Projects projects;

	ProjectController(Projects projects) {
		this.projects = projects;
	}

	@GetMapping("/assigned-tasks")
	public List<TaskView> assignedTasks(@PathVariable long id) {
		return find(id).assignedTasks().stream().map(TaskView::of).toList();
	}

	@GetMapping("/unassigned-tasks")
	public List<TaskView> unassignedTasks(@PathVariable long id) {
		return find(id).unassignedTasks().stream().map(TaskView::of).toList();
	}

	private Project find(long id) {
		return this.projects.findById(id).orElseThrow(() -> new UnknownIdException("project", id));
	}

}
