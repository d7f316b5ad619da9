package io.inverseof.it.parity;

import io.inverseof.it.parity.Village.Person;
import io.inverseof.it.parity.Village.Portrait;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rails' {@code InverseHasOneTests}.
 */
class InverseHasOneParityTests extends ParityTest {

	@Test
	void aLoadedTargetRefersToItsOwner() {
		Person ann = ann();
		assertThat(this.statements).during(() -> assertThat(ann.portrait.get().person.get()).isSameAs(ann)).selects(1);
	}

	@Test
	void aPreloadedTargetRefersToItsOwner() {
		Iterable<Person> all = this.people.findAll();
		this.associations.preload(all, "portrait");
		assertThat(this.statements).during(() -> {
			for (Person person : all) {
				person.portrait.optional().ifPresent((portrait) -> assertThat(portrait.person.get()).isSameAs(person));
			}
		}).none();
	}

	@Test
	void aBuiltTargetRefersToItsOwner() {
		Person bob = bob();
		Portrait portrait = bob.portrait.build((built) -> built.description = "haunted");
		assertThat(portrait.person.get()).isSameAs(bob);
		assertThat(bob.portrait.get()).isSameAs(portrait);
		assertThat(rows("portrait")).isEqualTo(1);
	}

	@Test
	void aCreatedTargetRefersToItsOwner() {
		Person bob = bob();
		Portrait portrait = bob.portrait.create((created) -> created.description = "haunted");
		assertThat(portrait.person.get()).isSameAs(bob);
		assertThat(bob.portrait.get()).isSameAs(portrait);
		assertThat(key("portrait", "person_id", portrait.id)).isEqualTo(2);
	}

	@Test
	void anAssignedTargetRefersToItsOwner() {
		Person bob = bob();
		Portrait portrait = Portrait.described("haunted");
		bob.portrait.set(portrait);
		assertThat(portrait.person.get()).isSameAs(bob);
	}

	@Test
	void theOwnerHoldsTheTargetThatWasPointedAtIt() {
		Portrait portrait = this.portraits.findById(1L).orElseThrow();
		Person bob = bob();
		portrait.person.set(bob);
		assertThat(this.statements).during(() -> assertThat(bob.portrait.get()).isSameAs(portrait)).none();
	}

}
