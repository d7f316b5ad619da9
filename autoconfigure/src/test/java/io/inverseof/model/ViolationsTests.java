package io.inverseof.model;

import io.inverseof.InvalidAssociationsException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ViolationsTests {

	private final Violations violations = new Violations();

	@Test
	void isEmptyUntilAProblemIsAdded() {
		assertThat(this.violations.isEmpty()).isTrue();
		this.violations.add("One.");
		assertThat(this.violations.isEmpty()).isFalse();
	}

	@Test
	void doesNotThrowWithoutProblems() {
		assertThatCode(this.violations::throwIfAny).doesNotThrowAnyException();
	}

	@Test
	void throwsAllProblemsAtOnce() {
		this.violations.add("One.");
		this.violations.add("Two.");
		assertThatExceptionOfType(InvalidAssociationsException.class).isThrownBy(this.violations::throwIfAny)
			.withMessage("2 problems with the associations of this application:%n- One.%n- Two.".formatted())
			.satisfies((ex) -> assertThat(ex.getProblems()).containsExactly("One.", "Two."));
	}

	@Test
	void appendsTheProblemsOfOthers() {
		Violations others = new Violations();
		others.add("Two.");
		this.violations.add("One.");
		this.violations.addAll(others);
		assertThat(this.violations.toList()).containsExactly("One.", "Two.");
	}

	@Test
	void returnsACopyThatLaterProblemsDoNotChange() {
		var before = this.violations.toList();
		this.violations.add("One.");
		assertThat(before).isEmpty();
	}

	@Test
	void refusesAnEmptyProblem() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.violations.add(" "))
			.withMessage("'problem' must not be empty");
	}

}
