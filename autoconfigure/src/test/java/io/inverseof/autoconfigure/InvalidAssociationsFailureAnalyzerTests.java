package io.inverseof.autoconfigure;

import java.util.List;

import io.inverseof.InvalidAssociationsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for {@link InvalidAssociationsFailureAnalyzer}.
 */
@ExtendWith(OutputCaptureExtension.class)
class InvalidAssociationsFailureAnalyzerTests {

	@Test
	void listsAllProblems() {
		FailureAnalysis analysis = analyze("Author.posts is wrong. Write it right.", "Post.author is 100% wrong.");
		assertThat(analysis.getDescription()).isEqualToNormalizingNewlines("""
				inverseof found 2 problems with the associations of this application:

				    - Author.posts is wrong. Write it right.
				    - Post.author is 100% wrong.""");
		assertThat(analysis.getAction()).isEqualTo("Change the entities or the configuration as described above.");
	}

	@Test
	void countsOneProblem() {
		FailureAnalysis analysis = analyze("Author.posts is wrong.");
		assertThat(analysis.getDescription()).isEqualToNormalizingNewlines("""
				inverseof found 1 problem with the associations of this application:

				    - Author.posts is wrong.""");
	}

	@Test
	void explainsAnApplicationThatDoesNotStart(CapturedOutput output) {
		SpringApplication application = new SpringApplication(FlagsConfiguration.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		assertThatException().isThrownBy(() -> application.run("--inverseof.load-defaults=9.9"))
			.withRootCauseInstanceOf(InvalidAssociationsException.class);
		assertThat(output.toString().replace(System.lineSeparator(), "\n")).contains("""
				APPLICATION FAILED TO START
				***************************

				Description:

				inverseof found 1 problem with the associations of this application:

				    - inverseof.load-defaults is "9.9", which is not a known version of Rails. Did you mean "8.1"? \
				Known are 5.0, 5.1, 5.2, 6.0, 6.1, 7.0, 7.1, 7.2, 8.0, 8.1.

				Action:

				Change the entities or the configuration as described above.
				""");
	}

	private static FailureAnalysis analyze(String... problems) {
		InvalidAssociationsException failure = new InvalidAssociationsException(List.of(problems));
		FailureAnalysis analysis = new InvalidAssociationsFailureAnalyzer()
			.analyze(new BeanCreationException("associationModel", "Failed", failure));
		assertThat(analysis).isNotNull();
		return analysis;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(InverseofProperties.class)
	static class FlagsConfiguration {

		@Bean
		ResolvedFlags flags(InverseofProperties properties) {
			return ResolvedFlags.of(properties);
		}

	}

}
