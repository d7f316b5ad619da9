package io.inverseof.autoconfigure;

import io.inverseof.InvalidAssociationsException;
import io.inverseof.actuate.FlagDescriptor;
import io.inverseof.model.DetectionFlags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ResolvedFlags}.
 */
class ResolvedFlagsTests {

	private final MockEnvironment environment = new MockEnvironment();

	@ParameterizedTest
	@CsvSource({ "5.0,false,false", "5.1,false,false", "5.2,false,false", "6.0,false,false", "6.1,true,false",
			"7.0,true,true", "7.1,true,true", "7.2,true,true", "8.0,true,true", "8.1,true,true" })
	void followsLoadDefaults(String version, boolean hasManyInversing, boolean automaticScopeInversing) {
		this.environment.setProperty("inverseof.load-defaults", version);
		assertThat(resolve().toDetectionFlags())
			.isEqualTo(new DetectionFlags(hasManyInversing, automaticScopeInversing, false));
	}

	@Test
	void prefersExplicitFlags() {
		this.environment.setProperty("inverseof.load-defaults", "6.0");
		this.environment.setProperty("inverseof.has-many-inversing", "true");
		this.environment.setProperty("inverseof.automatic-scope-inversing", "true");
		this.environment.setProperty("inverseof.automatically-invert-plural-associations", "true");
		assertThat(resolve().toDetectionFlags()).isEqualTo(new DetectionFlags(true, true, true));
	}

	@Test
	void letsExplicitFlagsSwitchOff() {
		this.environment.setProperty("inverseof.has-many-inversing", "false");
		this.environment.setProperty("inverseof.automatic-scope-inversing", "false");
		assertThat(resolve().toDetectionFlags()).isEqualTo(DetectionFlags.NONE);
	}

	@Test
	void namesDefaultsAsSources() {
		assertThat(resolve().toDescriptors()).containsExactly(new FlagDescriptor("load-defaults", "8.1", "default"),
				new FlagDescriptor("has-many-inversing", true, "load-defaults 8.1"),
				new FlagDescriptor("automatic-scope-inversing", true, "load-defaults 8.1"),
				new FlagDescriptor("automatically-invert-plural-associations", false, "load-defaults 8.1"));
	}

	@Test
	void namesTheApplicationAsSource() {
		this.environment.setProperty("inverseof.load-defaults", "6.1");
		this.environment.setProperty("inverseof.automatic-scope-inversing", "true");
		assertThat(resolve().toDescriptors()).containsExactly(new FlagDescriptor("load-defaults", "6.1", "application"),
				new FlagDescriptor("has-many-inversing", true, "load-defaults 6.1"),
				new FlagDescriptor("automatic-scope-inversing", true, "application"),
				new FlagDescriptor("automatically-invert-plural-associations", false, "load-defaults 6.1"));
	}

	@Test
	void namesTheApplicationAsSourceOfAnExplicitDefault() {
		this.environment.setProperty("inverseof.load-defaults", "8.1");
		assertThat(resolve().toDescriptors()).contains(new FlagDescriptor("load-defaults", "8.1", "application"));
	}

	@Test
	void refusesUnknownVersions() {
		this.environment.setProperty("inverseof.load-defaults", "9.9");
		assertThatExceptionOfType(InvalidAssociationsException.class).isThrownBy(this::resolve)
			.satisfies((ex) -> assertThat(ex.getProblems()).singleElement()
				.asString()
				.isEqualTo("inverseof.load-defaults is \"9.9\", which is not a known version of Rails. "
						+ "Did you mean \"8.1\"? Known are 5.0, 5.1, 5.2, 6.0, 6.1, 7.0, 7.1, 7.2, 8.0, 8.1."));
	}

	private ResolvedFlags resolve() {
		InverseofProperties properties = Binder.get(this.environment)
			.bindOrCreate("inverseof", InverseofProperties.class);
		return ResolvedFlags.of(properties);
	}

}
