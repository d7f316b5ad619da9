package io.inverseof.it.through;

import java.util.List;
import java.util.Objects;

import io.inverseof.UnitOfWork;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.saving.Sent;
import io.inverseof.it.saving.Tables;
import io.inverseof.it.siblings.OnMariaDb;
import io.inverseof.it.siblings.Truth;
import io.inverseof.it.through.Campus.Course;
import io.inverseof.it.through.Campus.CourseId;
import io.inverseof.it.through.Campus.Courses;
import io.inverseof.it.through.Campus.Room;
import io.inverseof.it.through.Campus.Rooms;
import io.inverseof.it.through.Campus.Student;
import io.inverseof.it.through.Campus.Students;
import io.inverseof.test.StatementCounter;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keys of several columns, keys that plain properties hold, and targets of the owner's
 * own class.
 */
class ThroughKeysIntegrationTests {

	@Nested
	@OnH2
	class OnTheH2 extends EachDatabase {

	}

	@Nested
	@OnPostgres
	class OnThePostgres extends EachDatabase {

	}

	@Nested
	@OnMariaDb
	class OnTheMariaDb extends EachDatabase {

	}

	@SpringBootTest(classes = Campus.class)
	abstract static class EachDatabase {

		@Autowired
		Courses courses;

		@Autowired
		Students students;

		@Autowired
		Rooms rooms;

		@Autowired
		StatementCounter statements;

		@Autowired
		UnitOfWork unitOfWork;

		@Autowired
		MeterRegistry meters;

		@Autowired
		Tables tables;

		@BeforeEach
		void resetData() {
			this.tables.empty();
		}

		private Student loaded(Student student) {
			return this.students.findById(Objects.requireNonNull(student.id)).orElseThrow();
		}

		private List<String> names(List<Student> students) {
			return students.stream().map((student) -> Objects.requireNonNull(student.name)).toList();
		}

		private void givenCourses() {
			Course art = Course.of("art", 1);
			Course law = Course.of("law", 2);
			Student al = Student.named("Al");
			Student bo = Student.named("Bo");
			art.students().addAll(List.of(al, bo));
			law.students().add(bo);
			this.courses.saveAll(List.of(art, law));
		}

		@Test
		void readsOwnersWithCompositeKeys() {
			givenCourses();
			Course art = this.courses.findById(new CourseId("art", 1)).orElseThrow();
			assertThat(names(art.students())).containsExactly("Al", "Bo");
			assertThat(this.courses.findById(new CourseId("law", 2)).orElseThrow().students().count()).isEqualTo(1);
			List<Course> all = this.courses.findAll();
			assertThat(this.statements).during(() -> all.forEach((course) -> course.students().size())).selects(1);
			assertThat(all.stream().map((course) -> course.students().size())).containsExactlyInAnyOrder(2, 1);
		}

		@Test
		void readsTargetsWithCompositeKeys() {
			givenCourses();
			List<Student> all = this.students.findAll();
			Student bo = all.get(1);
			assertThat(bo.courses().count()).isEqualTo(2);
			assertThat(this.statements).during(() -> all.forEach((student) -> student.courses().size())).selects(1);
			assertThat(bo.courses()).extracting((course) -> Objects.requireNonNull(course.id).subject())
				.containsExactly("art", "law");
			assertThat(all.get(0).courses().get(0)).isSameAs(bo.courses().get(0));
			assertThat(loaded(bo).courses().last().orElseThrow().id).isEqualTo(new CourseId("law", 2));
		}

		@Test
		void removesTargetsWithCompositeKeys() {
			givenCourses();
			Student bo = this.students.findAll().get(1);
			bo.courses().remove(0);
			this.students.save(bo);
			assertThat(this.tables.column("course_subject", "enrolment", "id")).containsExactlyInAnyOrder("art", "law");
			assertThat(loaded(bo).courses()).extracting((course) -> Objects.requireNonNull(course.id).subject())
				.containsExactly("law");
		}

		@Test
		void readsAndWritesTargetsOfTheOwnClass() {
			Student al = Student.named("Al");
			Student bo = Student.named("Bo");
			Student cy = Student.named("Cy");
			al.friends().addAll(List.of(bo, cy));
			bo.friends().add(al);
			this.students.saveAll(List.of(al, bo));
			assertThat(this.tables.rows("friendship")).isEqualTo(3);
			List<Student> all = this.students.findAll();
			assertThat(this.statements).during(() -> all.forEach((student) -> student.friends().size())).selects(1);
			assertThat(all.stream().map((student) -> names(student.friends())))
				.containsExactlyInAnyOrder(List.of("Bo", "Cy"), List.of("Al"), List.of());
			new Truth(this.statements, this.unitOfWork, this.meters)
				.of(() -> this.students.findAll().stream().map((student) -> names(student.friends())).toList());
		}

		@Test
		void readsAndWritesJoinAggregatesWithPlainKeys() {
			Student al = Student.named("Al");
			Room attic = Room.named("attic");
			al.rooms().add(attic);
			al.rooms().add(Room.named("cellar"));
			assertThat(Sent.kinds(this.statements, () -> this.students.save(al)))
				.containsOnlyOnce("insert into student");
			Student loaded = loaded(al);
			assertThat(loaded.rooms()).extracting((room) -> room.name).containsExactly("attic", "cellar");
			loaded.seats().size();
			loaded.rooms().remove(0);
			assertThat(loaded.seats()).hasSize(1);
			this.students.save(loaded);
			assertThat(loaded(al).rooms()).extracting((room) -> room.name).containsExactly("cellar");
			assertThat(this.tables.rows("seat")).isEqualTo(1);
			assertThat(Sent.kinds(this.statements, () -> this.students.save(loaded))).containsExactly("update student");
		}

	}

}
