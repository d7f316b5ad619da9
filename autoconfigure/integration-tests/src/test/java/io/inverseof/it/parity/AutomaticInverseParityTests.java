package io.inverseof.it.parity;

import io.inverseof.it.parity.Village.Hobby;
import io.inverseof.it.parity.Village.Letter;
import io.inverseof.it.parity.Village.Magazine;
import io.inverseof.it.parity.Village.Person;
import io.inverseof.it.parity.Village.Portrait;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rails' {@code AutomaticInverseFindingTests}, where they are about objects and not about
 * what the detection found.
 */
class AutomaticInverseParityTests extends ParityTest {

	@Test
	void anotherKeyIsNotTakenForTheInverse() {
		Person ann = ann();
		Letter letter = ann.sent.build((built) -> built.text = "Dear Bob");
		this.letters.save(letter);
		assertThat(letter.sender.get()).isSameAs(ann);
		assertThat(letter.recipient.orNull()).isNull();
		assertThat(ann.received).isEmpty();
		assertThat(ann.sent).containsExactly(letter);
	}

	@Test
	void aHasOneAndItsBelongsToShareTheirObjects() {
		Person bob = bob();
		Portrait portrait = Portrait.described("calm");
		portrait.person.set(bob);
		this.portraits.save(portrait);
		assertThat(bob.portrait.get()).isSameAs(portrait);
		bob.portrait.get().description = "blue";
		assertThat(portrait.description).isEqualTo("blue");
	}

	@Test
	void aSavedChildSharesTheTargetItWasSavedWith() {
		Person ann = ann();
		Hobby hobby = Hobby.about("foxes");
		hobby.person.set(ann);
		this.hobbies.save(hobby);
		hobby.person.get().name = "Anna";
		assertThat(ann.name).isEqualTo("Anna");
	}

	@Test
	void aLoadedChildSharesTheTargetThatIsAssigned() {
		Person bob = bob();
		Hobby kites = hobby(5);
		kites.person.set(bob);
		bob.name = "Bobby";
		assertThat(kites.person.get().name).isEqualTo("Bobby");
	}

	@Test
	void aScopedCollectionHandsItsOwnerToWhatItBuilds() {
		Person ann = ann();
		Hobby hobby = ann.outdoorHobbies.build((built) -> built.topic = "rowing");
		assertThat(hobby.person.get()).isSameAs(ann);
		assertThat(hobby.outdoors).isTrue();
	}

	@Test
	void aTargetThatIsLoadedKnowsTheOwnersOfBothKeys() {
		Magazine magazine = magazine();
		Hobby hobby = magazine.hobbies.get(0);
		assertThat(hobby.magazine.get()).isSameAs(magazine);
		assertThat(hobby.person.get().name).isEqualTo("Ann");
	}

}
