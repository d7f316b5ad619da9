package io.inverseof.it.docs;

import java.util.List;
import java.util.Set;

import io.inverseof.ForeignChildException;
import io.inverseof.test.StatementCounter;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * {@code docs/validation.md} and the nested input of {@code docs/json.md}.
 */
@DocsTest
class NestedInputTests {

	@Autowired
	private Quizzes quizzes;

	@Autowired
	private Questions questions;

	@Autowired
	private JsonMapper mapper;

	@Autowired
	private Validator validator;

	@Autowired
	private StatementCounter statements;

	@Test
	void readsAndSavesWhatIsDocumented() {
		String json = documented(0);
		// tag::json-nested[]
		Quiz quiz = mapper.readValue(json, Quiz.class);
		quiz.getQuestions().get(0).quiz().get(); // the quiz, nothing is sent
		quizzes.save(quiz); // inserts the quiz and both questions
		// end::json-nested[]
		assertThat(questions.findAll().stream().filter((question) -> quiz.getId().equals(question.quiz().getId())))
			.extracting(Question::getText)
			.containsExactly("Who owns the key?", "Who asks?");
	}

	@Test
	void findsWhatIsDocumented() {
		Quiz quiz = new Quiz();
		quiz.setTitle("Rows");
		assertThat(statements).during(() -> {
			// tag::validation-violations[]
			quiz.getQuestions().build((question) -> question.setText(""));
			Set<ConstraintViolation<Quiz>> violations = validator.validate(quiz); // questions[0].text
			// end::validation-violations[]
			assertThat(violations).extracting((violation) -> violation.getPropertyPath().toString())
				.containsExactly("questions[0].text");
		}).none();
	}

	@Test
	void refusesChildrenOfOthers() {
		Quiz other = new Quiz();
		other.setTitle("Other");
		other.getQuestions().build((question) -> question.setText("Mine?"));
		quizzes.save(other);
		long id = questions.findAll()
			.stream()
			.filter((question) -> question.getText().equals("Mine?"))
			.findFirst()
			.orElseThrow()
			.getId();
		Quiz quiz = mapper.readValue("{\"title\": \"Thief\", \"questions\": [{\"id\": %d}]}".formatted(id), Quiz.class);
		assertThatExceptionOfType(ForeignChildException.class).isThrownBy(() -> quizzes.save(quiz));
		assertThat(quizzes.findAll()).extracting(Quiz::getTitle).doesNotContain("Thief");
	}

	private static String documented(int index) {
		List<String> blocks = Documentation.blocks(Documentation.root().resolve("docs/json.md"), "json");
		return blocks.get(3 + index);
	}

}
