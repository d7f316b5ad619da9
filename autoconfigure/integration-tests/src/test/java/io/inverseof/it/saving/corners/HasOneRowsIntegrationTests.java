package io.inverseof.it.saving.corners;

import io.inverseof.it.saving.corners.Corners.Badge;
import io.inverseof.it.saving.corners.Corners.Badges;
import io.inverseof.it.saving.corners.Corners.Card;
import io.inverseof.it.saving.corners.Corners.Cards;
import io.inverseof.it.saving.corners.Corners.Guest;
import io.inverseof.it.saving.corners.Corners.Guests;
import io.inverseof.it.saving.corners.Corners.Medal;
import io.inverseof.it.saving.corners.Corners.Medals;
import io.inverseof.it.saving.corners.Corners.Seal;
import io.inverseof.it.saving.corners.Corners.Seals;
import io.inverseof.jackson.InverseofModule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which row a has-one lets go of: never that of its present target, and always that of
 * the one before.
 */
class HasOneRowsIntegrationTests extends CornersTest {

	private final JsonMapper json = JsonMapper.builder().addModule(new InverseofModule()).build();

	@Autowired
	Guests guests;

	@Autowired
	Badges badges;

	@Autowired
	Seals seals;

	@Autowired
	Cards cards;

	@Autowired
	Medals medals;

	private Guest guest = new Guest();

	@BeforeEach
	void save() {
		Guest saved = new Guest();
		saved.badge.build((badge) -> badge.name = "old");
		saved.seal.set(new Seal());
		saved.card.set(new Card());
		saved.medal.set(new Medal());
		this.guests.save(saved);
		this.guest = again(this.guests, saved.id);
	}

	@Test
	void keepsARowThatIsSetAsAnotherObject() {
		Badge same = again(this.badges, this.guest.badge.get().id);
		this.guest.badge.set(same);
		this.guests.save(this.guest);
		assertThat(keys("guest_id", "badge")).containsExactly(this.guest.id);
	}

	@Test
	void keepsAVersionedRowThatIsSetAsAnotherObject() {
		Seal same = again(this.seals, this.guest.seal.get().id);
		this.guest.seal.set(same);
		this.guests.save(this.guest);
		assertThat(keys("guest_id", "seal")).containsExactly(this.guest.id);
		this.seals.save(same);
	}

	@Test
	void keepsARowWithARequiredKeyThatIsSetAsAnotherObject() {
		this.guest.card.set(again(this.cards, this.guest.card.get().id));
		this.guests.save(this.guest);
		assertThat(keys("guest_id", "card")).containsExactly(this.guest.id);
	}

	@Test
	void destroysNoRowThatIsSetAsAnotherObject() {
		this.guest.medal.set(again(this.medals, this.guest.medal.get().id));
		this.guests.save(this.guest);
		assertThat(keys("guest_id", "medal")).containsExactly(this.guest.id);
	}

	@Test
	void letsGoOfTheRowIfJsonHasTheIdBehindTheTarget() {
		Guest input = read("{'badge': {'name': 'new'}, 'id': %d}");
		this.guests.save(input);
		assertThat(keys("guest_id", "badge")).containsExactly(null, this.guest.id);
	}

	@Test
	void letsGoOfTheRowIfJsonHasTheIdBeforeTheTarget() {
		Guest input = read("{'id': %d, 'badge': {'name': 'new'}}");
		this.guests.save(input);
		assertThat(keys("guest_id", "badge")).containsExactly(null, this.guest.id);
	}

	private Guest read(String text) {
		return this.json.readValue(text.replace('\'', '"').formatted(this.guest.id), Guest.class);
	}

	@Test
	void letsGoOfAnUnreadRowThoughTheTargetWasSavedAndComesFirst() {
		this.jdbc.update("insert into badge(id, name) values (-1, 'first')");
		Badge first = again(this.badges, -1L);
		this.guest.badge.set(first);
		this.badges.save(first);
		this.guests.save(this.guest);
		assertThat(keys("guest_id", "badge")).containsExactly(this.guest.id, null);
	}

}
