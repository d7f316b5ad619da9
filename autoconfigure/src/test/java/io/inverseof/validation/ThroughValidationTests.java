package io.inverseof.validation;

import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.Through;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The walk over associations that go through others at both ends.
 */
class ThroughValidationTests {

	@Test
	void walksOverBuiltTargetsAndEnds() {
		Student student = new Student();
		student.name = "Ann";
		student.courses.build((course) -> course.students.build((other) -> {
		}));
		try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
			assertThat(factory.getValidator().validate(student))
				.extracting((violation) -> violation.getPropertyPath().toString())
				.containsExactlyInAnyOrder("courses[0].name", "courses[0].students[0].name");
		}
	}

	static class Student {

		@Id
		@Nullable Long id;

		@NotBlank
		@Nullable String name;

		final HasMany<Enrolment> enrolments = hasMany(this);

		@Valid
		@Through("enrolments")
		final HasMany<Course> courses = hasMany(this);

	}

	static class Course {

		@Id
		@Nullable Long id;

		@NotBlank
		@Nullable String name;

		final HasMany<Enrolment> enrolments = hasMany(this);

		@Valid
		@Through("enrolments")
		final HasMany<Student> students = hasMany(this);

	}

	static class Enrolment {

		@Id
		@Nullable Long id;

		final BelongsTo<Student, Long> student = belongsTo(this);

		final BelongsTo<Course, Long> course = belongsTo(this);

	}

}
