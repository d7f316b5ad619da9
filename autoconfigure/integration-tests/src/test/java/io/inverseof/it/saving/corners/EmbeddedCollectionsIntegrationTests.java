package io.inverseof.it.saving.corners;

import io.inverseof.it.saving.corners.Corners.Item;
import io.inverseof.it.saving.corners.Corners.Parcel;
import io.inverseof.it.saving.corners.Corners.Parcels;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A has-many in an embedded object belongs to the entity around it, of which it knows
 * nothing while that is new.
 */
class EmbeddedCollectionsIntegrationTests extends CornersTest {

	@Autowired
	Parcels parcels;

	@Test
	void insertWhatWasAddedToANewEntityWithItsKey() {
		Parcel parcel = new Parcel();
		parcel.details.items.add(new Item());
		this.parcels.save(parcel);
		assertThat(keys("parcel_id", "item")).containsExactly(parcel.id);
	}

	@Test
	void pointWhatWasAddedAtTheNewEntity() {
		Parcel parcel = new Parcel();
		Item item = new Item();
		parcel.details.items.add(item);
		this.parcels.save(parcel);
		assertThat(item.parcel.get()).isSameAs(parcel);
	}

	@Test
	void insertWhatWasBuiltInALoadedEntity() {
		Parcel parcel = this.parcels.save(new Parcel());
		Parcel loaded = again(this.parcels, parcel.id);
		loaded.details.items.build((item) -> item.name = "built");
		this.parcels.save(loaded);
		assertThat(keys("parcel_id", "item")).containsExactly(parcel.id);
	}

	@Test
	void clearTheKeyOfWhatWasRemovedFromALoadedEntity() {
		Parcel parcel = new Parcel();
		parcel.details.items.add(new Item());
		this.parcels.save(parcel);
		Parcel loaded = again(this.parcels, parcel.id);
		loaded.details.items.remove(0);
		this.parcels.save(loaded);
		assertThat(keys("parcel_id", "item")).containsOnlyNulls();
	}

}
