package io.inverseof.it.zoo;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The comparison is worth as much as what is recorded.
 */
class ZooRecordingTests {

	@Test
	void recordsAllThatCanBeObserved() {
		assertThat(play(Host.SPRING_BOOT)).extracting((line) -> line.substring(0, line.indexOf(": ")))
			.contains("result", "exception", "event of an entity", "event BeforeConvertEvent", "event BeforeSaveEvent",
					"event AfterSaveEvent", "event AfterConvertEvent", "event BeforeDeleteEvent",
					"event AfterDeleteEvent", "callback before convert", "callback before save", "callback after save",
					"callback after convert", "callback before delete", "callback after delete",
					"jdbc DataSource.getConnection", "jdbc Connection.commit", "jdbc Connection.close",
					"jdbc executeBatch INSERT INTO \"ANIMAL\" (\"NAME\") VALUES (?)");
	}

	@Test
	void recordsTheSameEachTime() {
		assertThat(play(Host.SPRING_BOOT)).isEqualTo(play(Host.SPRING_BOOT));
	}

	@Test
	void recordsDifferences() {
		assertThat(play(Host.SPRING_BOOT)).isNotEqualTo(play(Host.OWN_CONFIGURATION));
	}

	private static List<String> play(Host host) {
		Exhibit exhibit = new LifecycleExhibit();
		try (Zoo zoo = Zoo.open(Database.H2, host, Layer.STOCK, List.of(exhibit))) {
			Stream<Scenario> scenarios = exhibit.scenarios().stream();
			return scenarios.flatMap((scenario) -> zoo.play(exhibit, scenario).recorded().stream()).toList();
		}
	}

}
