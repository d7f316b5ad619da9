package io.inverseof.it.saving.corners;

import io.inverseof.it.saving.corners.Corners.Bike;
import io.inverseof.it.saving.corners.Corners.Bikes;
import io.inverseof.it.saving.corners.Corners.Crate;
import io.inverseof.it.saving.corners.Corners.Depot;
import io.inverseof.it.saving.corners.Corners.Depots;
import io.inverseof.it.saving.corners.Corners.Garage;
import io.inverseof.it.saving.corners.Corners.Garages;
import io.inverseof.it.saving.corners.Corners.Scooter;
import io.inverseof.it.saving.corners.Corners.Scooters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A child that was removed may get another owner by its plain key, as one does without a
 * belongs-to.
 */
class PlainKeysIntegrationTests extends CornersTest {

	@Autowired
	Garages garages;

	@Autowired
	Bikes bikes;

	@Autowired
	Scooters scooters;

	@Autowired
	Depots depots;

	private Garage garage = new Garage();

	private Garage other = new Garage();

	@BeforeEach
	void save() {
		this.garage = this.garages.save(new Garage());
		this.garage.bikes.add(new Bike());
		this.garage.scooters.add(new Scooter());
		this.garages.save(this.garage);
		this.garage = again(this.garages, this.garage.id);
		this.other = this.garages.save(new Garage());
	}

	@Test
	void clearsTheKeyOfWhatWasRemoved() {
		Bike bike = this.garage.bikes.remove(0);
		this.garages.save(this.garage);
		assertThat(keys("garage_id", "bike")).containsOnlyNulls();
		assertThat(bike.garageId).isNull();
	}

	@Test
	void keepsTheKeyThatTheApplicationAssigned() {
		Bike bike = this.garage.bikes.remove(0);
		bike.garageId = this.other.id;
		this.garages.save(this.garage);
		assertThat(bike.garageId).isEqualTo(this.other.id);
	}

	@Test
	void savesTheKeyThatTheApplicationAssigned() {
		Bike bike = this.garage.bikes.remove(0);
		bike.garageId = this.other.id;
		this.garages.save(this.garage);
		this.bikes.save(bike);
		assertThat(keys("garage_id", "bike")).containsExactly(this.other.id);
	}

	@Test
	void deletesNoDependentThatTheApplicationMoved() {
		Scooter scooter = this.garage.scooters.remove(0);
		scooter.garageId = this.other.id;
		this.garages.save(this.garage);
		this.scooters.save(scooter);
		assertThat(keys("garage_id", "scooter")).containsExactly(this.other.id);
	}

	@Test
	void putsACompositeKeyBackAfterARollback() {
		Depot north = Depot.at("north", 1);
		Crate crate = new Crate();
		north.crates.add(crate);
		this.depots.save(north);
		Depot south = this.depots.save(Depot.at("south", 2));
		south.crates.add(crate);
		rolledBack(() -> this.depots.save(south));
		assertThat(crate.depotRegion).isEqualTo("north");
		assertThat(crate.depotNumber).isEqualTo(1);
		assertThat(keys("depot_region", "crate")).containsExactly("north");
	}

}
