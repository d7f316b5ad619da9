package io.inverseof.model;

import io.inverseof.InvalidAssociationsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LoadDefaultsTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			5.0, false, false, false
			5.1, false, false, false
			5.2, false, false, false
			6.0, false, false, false
			6.1, true,  false, false
			7.0, true,  true,  false
			7.1, true,  true,  false
			7.2, true,  true,  false
			8.0, true,  true,  false
			8.1, true,  true,  false
			""")
	void setsTheFlagsAsThatVersionOfRailsDoes(String version, boolean hasManyInversing, boolean automaticScopeInversing,
			boolean automaticallyInvertPluralAssociations) {
		assertThat(LoadDefaults.of(version).flags()).isEqualTo(
				new DetectionFlags(hasManyInversing, automaticScopeInversing, automaticallyInvertPluralAssociations));
	}

	@Test
	void knowsTheVersionsOldestFirst() {
		assertThat(LoadDefaults.known()).map(LoadDefaults::toString)
			.containsExactly("5.0", "5.1", "5.2", "6.0", "6.1", "7.0", "7.1", "7.2", "8.0", "8.1");
	}

	@Test
	void endsWithTheLatest() {
		assertThat(LoadDefaults.LATEST).hasToString("8.1").isSameAs(LoadDefaults.of("8.1"));
	}

	@Test
	void ignoresBlanksAround() {
		assertThat(LoadDefaults.of(" 7.0 ")).isSameAs(LoadDefaults.of("7.0"));
	}

	@Test
	void refusesAnUnknownVersionAndListsTheKnownOnes() {
		assertThatExceptionOfType(InvalidAssociationsException.class).isThrownBy(() -> LoadDefaults.of("7"))
			.satisfies((ex) -> assertThat(ex.getProblems()).containsExactly(
					"inverseof.load-defaults is \"7\", which is not a known version of Rails. Did you mean \"7.0\"? "
							+ "Known are 5.0, 5.1, 5.2, 6.0, 6.1, 7.0, 7.1, 7.2, 8.0, 8.1."));
	}

	@ParameterizedTest
	@CsvSource({ "8, 8.0", "8.10, 8.1", "7.0.1, 7.0", "v6.1, 6.1", "6.2, 6.1", "9.0, 8.1", "4.2, 5.0", "70, 8.1" })
	void suggestsTheLatestVersionThatIsNotNewer(String version, String suggestion) {
		assertThatExceptionOfType(InvalidAssociationsException.class).isThrownBy(() -> LoadDefaults.of(version))
			.withMessageContaining("Did you mean \"" + suggestion + "\"?");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "latest" })
	void suggestsNothingWhereThereIsNoNumber(String version) {
		assertThatExceptionOfType(InvalidAssociationsException.class).isThrownBy(() -> LoadDefaults.of(version))
			.withMessageContaining("is \"" + version + "\", which is not a known version of Rails. Known are 5.0");
	}

}
