package io.inverseof.it.reading.scoped;

import java.util.List;

import io.inverseof.DanglingReferenceException;
import io.inverseof.MissingChildException;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.reading.scoped.Projects.Project;
import io.inverseof.it.reading.scoped.Projects.ProjectRepository;
import io.inverseof.it.reading.scoped.Projects.Task;
import io.inverseof.it.reading.scoped.Projects.TaskRepository;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.jdbc.Sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Parts of collections, by SQL where the collection has not been loaded.
 */
class ScopedAssociationsIntegrationTests {

	@Nested
	@OnH2
	class OnTheH2 extends ScopedAssociations {

	}

	@Nested
	@OnPostgres
	class OnThePostgres extends ScopedAssociations {

	}

	@SpringBootTest(classes = Projects.class)
	@Sql(statements = Projects.SCHEMA)
	abstract static class ScopedAssociations {

		@Autowired
		ProjectRepository projects;

		@Autowired
		TaskRepository tasks;

		@Autowired
		StatementCounter statements;

		@Test
		void ordersByPrimaryKeyWithoutAScope() {
			assertThat(project().tasks).extracting((task) -> task.title).containsExactly("t1", "t2", "t3", "t5", "t6");
		}

		@Test
		void ordersByTheScopeThenByPrimaryKey() {
			assertThat(project().tasksByPriority).extracting((task) -> task.title)
				.containsExactly("t2", "t5", "t1", "t3", "t6");
		}

		@Test
		void filters() {
			assertThat(project().assignedTasks).extracting((task) -> task.title).containsExactly("t1", "t3", "t5");
		}

		@Test
		void limits() {
			assertThat(project().urgentTasks).extracting((task) -> task.title).containsExactly("t5", "t2");
		}

		@Test
		void skipsAnOffset() {
			assertThat(project().laterTasks).extracting((task) -> task.title).containsExactly("t5", "t1", "t3", "t6");
		}

		@Test
		void filteredTasksKnowTheirProject() {
			Project project = project();
			List<String> sent = this.statements
				.countDuring(() -> assertThat(project.assignedTasks)
					.allSatisfy((task) -> assertThat(task.project.get()).isSameAs(project)))
				.statements();
			assertThat(sent).hasSize(1);
		}

		@Test
		void hasOneIsTheFirstInTheOrderOfItsScope() {
			Project project = project();
			assertThat(project.firstTask.get().title).isEqualTo("t2");
			assertThat(project.assignedTask.get().title).isEqualTo("t1");
		}

		@Test
		void belongsToOutsideItsScopeDangles() {
			Project project = project();
			assertThat(project.leadTask.getId()).isEqualTo(2L);
			assertThat(project.leadTask.orNull()).isNull();
			assertThatExceptionOfType(DanglingReferenceException.class).isThrownBy(project.leadTask::get)
				.withMessage(
						"Project.leadTask of Project 1 refers to Task 2, but there is no such row within the scope "
								+ "of the association. It was deleted or never existed; use orNull() or optional() where that can "
								+ "happen, or add a foreign key constraint.");
		}

		@Test
		void belongsToWithinItsScopeIsLoaded() {
			assertThat(this.projects.findById(2L).orElseThrow().leadTask.get().title).isEqualTo("t3");
		}

		@Test
		void firstAndLastReadOneRow() {
			Project project = project();
			List<String> sent = this.statements.countDuring(() -> {
				assertThat(project.tasks.first()).map((task) -> task.title).contains("t1");
				assertThat(project.tasks.last()).map((task) -> task.title).contains("t6");
				assertThat(project.tasksByPriority.first()).map((task) -> task.title).contains("t2");
				assertThat(project.tasksByPriority.last()).map((task) -> task.title).contains("t6");
			}).statements();
			assertThat(sent).hasSize(4)
				.allSatisfy((sql) -> assertThat(sql).containsAnyOf("FETCH FIRST 1 ROWS ONLY", "LIMIT 1"));
			assertThat(project.tasks.isLoaded()).isFalse();
		}

		@Test
		void firstAndLastOfSeveralKeepTheOrderOfTheAssociation() {
			Project project = project();
			List<String> sent = this.statements.countDuring(() -> {
				assertThat(project.tasksByPriority.first(3)).extracting((task) -> task.title)
					.containsExactly("t2", "t5", "t1");
				assertThat(project.tasksByPriority.last(3)).extracting((task) -> task.title)
					.containsExactly("t1", "t3", "t6");
			}).statements();
			assertThat(sent).hasSize(2);
		}

		@Test
		void firstAndLastTakeNoMoreThanThereIs() {
			Project project = project();
			assertThat(project.assignedTasks.first(10)).extracting((task) -> task.title)
				.containsExactly("t1", "t3", "t5");
			assertThat(project.assignedTasks.last(10)).extracting((task) -> task.title)
				.containsExactly("t1", "t3", "t5");
			assertThat(project.assignedTasks.first(0)).isEmpty();
			assertThat(project.assignedTasks.last(0)).isEmpty();
		}

		@Test
		void firstAndLastOfNothingAreEmpty() {
			Project project = this.projects.findById(3L).orElseThrow();
			assertThat(project.tasks.first()).isEmpty();
			assertThat(project.tasks.last()).isEmpty();
		}

		@Test
		void firstAndLastOfALimitedAssociationStayWithinTheLimit() {
			Project project = project();
			assertThat(project.urgentTasks.last()).map((task) -> task.title).contains("t2");
			assertThat(project.urgentTasks.first(5)).extracting((task) -> task.title).containsExactly("t5", "t2");
			assertThat(project.laterTasks.first()).map((task) -> task.title).contains("t5");
		}

		@Test
		void rowsReadByFirstAreWiredAndKeepTheirObjectWhenTheCollectionIsLoaded() {
			Project project = project();
			Task first = project.tasks.first().orElseThrow();
			List<String> sent = this.statements.countDuring(() -> assertThat(first.project.get()).isSameAs(project))
				.statements();
			assertThat(sent).isEmpty();
			assertThat(project.tasks.get(0)).isSameAs(first);
		}

		@Test
		void countsBySql() {
			Project project = project();
			List<String> sent = this.statements.countDuring(() -> {
				assertThat(project.tasks.count()).isEqualTo(5);
				assertThat(project.assignedTasks.count()).isEqualTo(3);
				assertThat(project.tasksByPriority.count()).isEqualTo(5);
			}).statements();
			assertThat(sent).hasSize(3).allSatisfy((sql) -> assertThat(sql).contains("COUNT("));
			assertThat(project.tasks.isLoaded()).isFalse();
		}

		@Test
		void countOfALimitedAssociationStaysWithinTheLimit() {
			Project project = project();
			assertThat(project.urgentTasks.count()).isEqualTo(2);
			assertThat(project.laterTasks.count()).isEqualTo(4);
		}

		@Test
		void existsAsksForOneRow() {
			Project project = project();
			Project empty = this.projects.findById(3L).orElseThrow();
			List<String> sent = this.statements.countDuring(() -> {
				assertThat(project.tasks.exists()).isTrue();
				assertThat(project.assignedTasks.exists()).isTrue();
				assertThat(empty.tasks.exists()).isFalse();
			}).statements();
			assertThat(sent).hasSize(3);
			assertThat(project.tasks.isLoaded()).isFalse();
		}

		@Test
		void findReadsThatRowOnlyAndWiresIt() {
			Project project = project();
			List<String> sent = this.statements.countDuring(() -> {
				Task task = project.tasks.find(3L);
				assertThat(task.title).isEqualTo("t3");
				assertThat(task.project.get()).isSameAs(project);
			}).statements();
			assertThat(sent).hasSize(1);
			assertThat(project.tasks.isLoaded()).isFalse();
		}

		@Test
		void findRemembersTheObject() {
			Project project = project();
			Task task = project.tasks.find(3L);
			assertThat(project.tasks.find(3L)).isSameAs(task);
			assertThat(project.tasks.get(2)).isSameAs(task);
		}

		@Test
		void findAllReadsOnceAndKeepsTheOrderOfTheIds() {
			Project project = project();
			List<String> sent = this.statements
				.countDuring(() -> assertThat(project.tasks.findAll(List.of(5L, 1L, 3L))).extracting((task) -> task.id)
					.containsExactly(5L, 1L, 3L))
				.statements();
			assertThat(sent).hasSize(1);
		}

		@Test
		void findAllOfNoIdsSendsNothing() {
			Project project = project();
			assertThat(this.statements).during(() -> assertThat(project.tasks.findAll(List.of())).isEmpty()).none();
		}

		@Test
		void findRefusesAChildOfAnotherOwner() {
			Project project = project();
			assertThatExceptionOfType(MissingChildException.class).isThrownBy(() -> project.tasks.find(4L))
				.withMessage(
						"Project.tasks of Project 1 has no Task with the id 4: there is no such row, or it belongs to "
								+ "another owner. Check the ids, or use a repository of Task to find rows of any owner.");
		}

		@Test
		void findAllNamesAllMissingIds() {
			Project project = project();
			assertThatExceptionOfType(MissingChildException.class)
				.isThrownBy(() -> project.tasks.findAll(List.of(77L, 1L, 4L)))
				.withMessage("Project.tasks of Project 1 has no Task with the ids 77, 4: there is no such row, or it "
						+ "belongs to another owner. Check the ids, or use a repository of Task to find rows of any owner.");
		}

		@Test
		void findRefusesAChildOutsideTheScope() {
			Project project = project();
			assertThat(project.assignedTasks.find(1L).title).isEqualTo("t1");
			assertThatExceptionOfType(MissingChildException.class).isThrownBy(() -> project.assignedTasks.find(2L))
				.withMessage(
						"Project.assignedTasks of Project 1 has no Task with the id 2: there is no such row, or it "
								+ "belongs to another owner, or it is outside the scope of the association. Check the ids, or use "
								+ "a repository of Task to find rows of any owner.");
		}

		@Test
		void findWithinALimitedAssociationStaysWithinTheLimit() {
			Project project = project();
			assertThat(project.urgentTasks.find(5L).title).isEqualTo("t5");
			assertThatExceptionOfType(MissingChildException.class).isThrownBy(() -> project.urgentTasks.find(1L));
		}

		@Test
		void unsavedTasksComeLastAndCount() {
			Project project = project();
			Task unsaved = project.tasks.build((task) -> task.title = "new");
			List<String> sent = this.statements.countDuring(() -> {
				assertThat(project.tasks.count()).isEqualTo(6);
				assertThat(project.tasks.last()).containsSame(unsaved);
				assertThat(project.tasks.last(2)).extracting((task) -> task.title).containsExactly("t6", "new");
				assertThat(project.tasks.first(6)).endsWith(unsaved);
				assertThat(project.tasks.first(2)).doesNotContain(unsaved);
				assertThat(project.tasks.exists()).isTrue();
			}).statements();
			assertThat(sent).hasSize(4);
			assertThat(project.tasks).hasSize(6).endsWith(unsaved);
		}

		@Test
		void unsavedTasksOfAnEmptyCollectionExistWithoutAQuery() {
			Project project = this.projects.findById(3L).orElseThrow();
			Task unsaved = project.tasks.build((task) -> task.title = "new");
			assertThat(this.statements).during(() -> assertThat(project.tasks.exists()).isTrue()).none();
			assertThat(project.tasks.first()).containsSame(unsaved);
		}

		@Test
		void ownerWithoutARowAnswersFromMemory() {
			Project project = new Project();
			project.tasks.build((task) -> task.title = "new");
			List<String> sent = this.statements.countDuring(() -> {
				assertThat(project.tasks).hasSize(1);
				assertThat(project.tasks.count()).isEqualTo(1);
				assertThat(project.tasks.exists()).isTrue();
				assertThat(project.tasks.first()).isPresent();
				assertThat(project.assignedTasks).isEmpty();
			}).statements();
			assertThat(sent).isEmpty();
		}

		private Project project() {
			return this.projects.findById(1L).orElseThrow();
		}

	}

}
