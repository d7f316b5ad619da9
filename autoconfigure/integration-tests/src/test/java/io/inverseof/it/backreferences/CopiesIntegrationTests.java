package io.inverseof.it.backreferences;

import java.util.List;

import io.inverseof.it.backreferences.Letters.Letter;
import io.inverseof.it.backreferences.Letters.LetterRepository;
import io.inverseof.it.backreferences.Letters.Page;
import io.inverseof.it.reading.OnH2;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.relational.core.mapping.event.AfterConvertCallback;
import org.springframework.data.relational.core.mapping.event.AfterSaveCallback;
import org.springframework.data.relational.core.mapping.event.BeforeConvertCallback;
import org.springframework.test.context.jdbc.Sql;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Members refer to the copy that is handed out, whoever made it.
 */
class CopiesIntegrationTests {

	@Nested
	class BySpringData extends Copies {

		@Test
		void writtenAsJsonTheyDoNotLeadBack() {
			assertThat(this.json.writeValueAsString(read(2)))
				.isEqualTo("{\"id\":2,\"subject\":\"two\",\"pages\":[{\"id\":3,\"text\":\"only\"}]}");
			assertThat(this.json.writeValueAsString(read(2).pages().get(0))).isEqualTo("{\"id\":3,\"text\":\"only\"}");
		}

	}

	@Nested
	@Import(Stamps.class)
	class ByCallbacks extends Copies {

		@Test
		void areThoseOfTheCallbacks() {
			assertThat(read(1).subject()).isEqualTo("one, read");
			assertThat(this.letters.save(new Letter(null, "new", List.of())).subject()).isEqualTo("new, sent, saved");
		}

	}

	@SpringBootTest(classes = Letters.class)
	@OnH2
	@Sql(statements = Letters.SCHEMA)
	abstract static class Copies {

		@Autowired
		LetterRepository letters;

		@Autowired
		JsonMapper json;

		Letter read(long id) {
			return this.letters.findById(id).orElseThrow();
		}

		@Test
		void readOne() {
			Letter letter = read(1);
			assertThat(letter.pages()).hasSize(2).allSatisfy((page) -> assertThat(page.getLetter()).isSameAs(letter));
		}

		@Test
		void readMany() {
			assertThat(this.letters.findAll()).hasSize(2)
				.allSatisfy((letter) -> assertThat(letter.pages()).isNotEmpty()
					.allSatisfy((page) -> assertThat(page.getLetter()).isSameAs(letter)));
		}

		@Test
		void saved() {
			Letter saved = this.letters
				.save(new Letter(null, "new", List.of(new Page(null, "first"), new Page(null, "second"))));
			assertThat(saved.pages()).hasSize(2).allSatisfy((page) -> {
				assertThat(page.getId()).isNotNull();
				assertThat(page.getLetter()).isSameAs(saved);
			});
		}

	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Stamps {

		@Bean
		AfterConvertCallback<Letter> read() {
			return (letter) -> letter.withSubject(letter.subject() + ", read");
		}

		@Bean
		BeforeConvertCallback<Letter> sent() {
			return (letter) -> letter.withSubject(letter.subject() + ", sent");
		}

		@Bean
		AfterSaveCallback<Letter> saved() {
			return (letter) -> letter.withSubject(letter.subject() + ", saved");
		}

	}

}
