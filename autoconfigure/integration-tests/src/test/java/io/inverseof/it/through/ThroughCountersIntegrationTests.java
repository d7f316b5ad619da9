package io.inverseof.it.through;

import java.util.Objects;

import io.inverseof.it.reading.OnH2;
import io.inverseof.it.saving.Tables;
import io.inverseof.it.through.Gyms.Gym;
import io.inverseof.it.through.Gyms.GymRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Counters of join aggregates that come and go by an association through them.
 */
@OnH2
@SpringBootTest(classes = Gyms.class)
class ThroughCountersIntegrationTests {

	@Autowired
	private GymRepository gyms;

	@Autowired
	private Tables tables;

	@BeforeEach
	void resetData() {
		this.tables.empty();
	}

	@Test
	void countsWhatIsAddedAndRemoved() {
		Gym gym = new Gym();
		gym.trainees().build((trainee) -> trainee.name = "Al");
		gym.trainees().build((trainee) -> trainee.name = "Bo");
		this.gyms.save(gym);
		assertThat(this.tables.column("contracts_count", "gym", "id")).containsExactly(2);
		assertThat(gym.contractsCount).isEqualTo(2);
		Gym loaded = this.gyms.findById(Objects.requireNonNull(gym.id)).orElseThrow();
		loaded.contracts().size();
		loaded.trainees().remove(0);
		this.gyms.save(loaded);
		assertThat(this.tables.column("contracts_count", "gym", "id")).containsExactly(1);
		assertThat(this.tables.rows("contract")).isEqualTo(1);
		loaded.trainees().create((trainee) -> trainee.name = "Cy");
		assertThat(this.tables.column("contracts_count", "gym", "id")).containsExactly(2);
	}

}
