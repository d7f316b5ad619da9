package io.inverseof.it.parity;

import java.util.List;

import io.inverseof.ForeignChildException;
import io.inverseof.it.parity.Village.Hobby;
import io.inverseof.it.parity.Village.Person;
import io.inverseof.it.parity.Village.Portrait;
import io.inverseof.it.parity.Village.Tool;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Rails' nested attributes: an owner arrives with its children, from a form or as JSON,
 * and those that claim to be rows have an id.
 */
class NestedAttributesParityTests extends ParityTest {

	@Autowired
	private Validator validator;

	@Test
	void aTargetWithoutIdIsInserted() {
		Person bob = input(2, "Bob");
		bob.portrait.set(Portrait.described("dagger"));
		this.people.save(bob);
		assertThat(key("portrait", "person_id", bob.portrait.get().id)).isEqualTo(2);
		assertThat(rows("portrait")).isEqualTo(2);
	}

	@Test
	void aTargetWithoutIdReplacesTheRow() {
		Person ann = ann();
		ann.portrait.set(Portrait.described("dagger"));
		this.people.save(ann);
		assertThat(key("portrait", "person_id", 1)).isNull();
		assertThat(ann().portrait.get().description).isEqualTo("dagger");
	}

	@Test
	void aTargetWithoutIdReplacesTheRowOfAnOwnerThatNobodyLoaded() {
		Person ann = input(1, "Ann");
		ann.portrait.set(Portrait.described("dagger"));
		this.people.save(ann);
		assertThat(key("portrait", "person_id", 1)).isNull();
		assertThat(ann().portrait.get().description).isEqualTo("dagger");
	}

	@Test
	void aTargetThatIsEmptiedLetsGoOfTheRowOfAnOwnerThatNobodyLoaded() {
		Person ann = input(1, "Ann");
		ann.portrait.set(null);
		this.people.save(ann);
		assertThat(key("portrait", "person_id", 1)).isNull();
	}

	@Test
	void aTargetThatIsNotMentionedStays() {
		this.people.save(input(1, "Anna"));
		assertThat(key("portrait", "person_id", 1)).isEqualTo(1);
	}

	@Test
	void aTargetWithTheIdOfTheRowStaysWithAnOwnerThatNobodyLoaded() {
		Person ann = input(1, "Ann");
		ann.portrait.set(claimedPortrait(1));
		this.people.save(ann);
		assertThat(key("portrait", "person_id", 1)).isEqualTo(1);
	}

	@Test
	void aTargetWithTheIdOfTheRowStays() {
		Person ann = ann();
		ann.portrait.set(claimedPortrait(1));
		this.people.save(ann);
		assertThat(key("portrait", "person_id", 1)).isEqualTo(1);
		assertThat(rows("portrait")).isEqualTo(1);
	}

	@Test
	void aTargetWithTheIdOfNoRowIsRefused() {
		Person bob = bob();
		bob.portrait.set(claimedPortrait(1234567890));
		assertThatExceptionOfType(ForeignChildException.class).isThrownBy(() -> this.people.save(bob))
			.withMessageContaining("Person.portrait")
			.withMessageContaining("1234567890");
		assertThat(rows("portrait")).isEqualTo(1);
	}

	@Test
	void aTargetOfAnotherOwnerIsRefused() {
		Person bob = bob();
		bob.name = "Bobby";
		bob.portrait.set(claimedPortrait(1));
		assertThatExceptionOfType(ForeignChildException.class).isThrownBy(() -> this.people.save(bob));
		assertThat(key("portrait", "person_id", 1)).isEqualTo(1);
		assertThat(bob().name).isEqualTo("Bob");
	}

	@Test
	void childrenWithoutIdAreInsertedOnce() {
		Person dora = input(null, "Dora");
		dora.hobbies.add(Hobby.about("maps"));
		dora.hobbies.add(Hobby.about("tea"));
		this.people.save(dora);
		assertThat(rows("hobby")).isEqualTo(7);
		assertThat(this.people.findById(dora.id).orElseThrow().hobbies).extracting((hobby) -> hobby.topic)
			.containsExactly("maps", "tea");
	}

	@Test
	void childrenWithAndWithoutIdArriveTogether() {
		Person ann = input(1, "Anna");
		ann.hobbies.add(claimed(1));
		ann.hobbies.add(claimed(2));
		ann.hobbies.add(Hobby.about("maps"));
		this.people.save(ann);
		assertThat(ann().name).isEqualTo("Anna");
		assertThat(ann().hobbies).extracting((hobby) -> hobby.topic)
			.containsExactly("trains", "chess", "birds", "maps");
	}

	@Test
	void claimedChildrenAreNotLoadedAndNotWritten() {
		Person ann = ann();
		Hobby claimed = claimed(1);
		claimed.topic = "changed";
		ann.hobbies.add(claimed);
		this.people.save(ann);
		assertThat(ann.hobbies.isLoaded()).isFalse();
		assertThat(hobby(1).topic).isEqualTo("trains");
		assertThat(personOfHobby(1L)).isEqualTo(1);
	}

	@Test
	void claimedChildrenKeepTheirInputWhenTheCollectionIsLoaded() {
		Person ann = ann();
		Hobby claimed = claimed(1);
		claimed.topic = "changed";
		ann.hobbies.add(claimed);
		assertThat(ann.hobbies).hasSize(3).first().isSameAs(claimed);
		assertThat(claimed.topic).isEqualTo("changed");
	}

	@Test
	void claimedChildrenMayBeSavedByThemselves() {
		Person ann = ann();
		Hobby claimed = claimed(1);
		claimed.topic = "changed";
		ann.hobbies.add(claimed);
		this.people.save(ann);
		this.hobbies.save(claimed);
		assertThat(hobby(1).topic).isEqualTo("changed");
		assertThat(personOfHobby(1L)).isEqualTo(1);
	}

	@Test
	void anIdOfNoRowIsRefused() {
		Person ann = ann();
		ann.hobbies.add(claimed(1234567890));
		assertThatExceptionOfType(ForeignChildException.class).isThrownBy(() -> this.people.save(ann))
			.withMessageContaining("Person.hobbies")
			.withMessageContaining("1234567890");
	}

	@Test
	void anIdOfAnotherOwnersRowIsRefusedAndNothingChanges() {
		Person ann = input(1, "Anna");
		ann.hobbies.add(Hobby.about("maps"));
		ann.hobbies.add(claimed(1));
		ann.hobbies.add(claimed(4));
		ann.hobbies.add(claimed(5));
		assertThatExceptionOfType(ForeignChildException.class).isThrownBy(() -> this.people.save(ann))
			.withMessageContaining("4")
			.withMessageContaining("5");
		assertThat(ann().name).isEqualTo("Ann");
		assertThat(personOfHobby(4L)).isEqualTo(2);
		assertThat(personOfHobby(5L)).isNull();
		assertThat(rows("hobby")).isEqualTo(5);
	}

	@Test
	void aNewOwnerClaimsNobodysRow() {
		Person dora = input(null, "Dora");
		dora.hobbies.add(claimed(4));
		assertThatExceptionOfType(ForeignChildException.class).isThrownBy(() -> this.people.save(dora));
		assertThat(personOfHobby(4L)).isEqualTo(2);
		assertThat(rows("person")).isEqualTo(2);
		assertThat(dora.id).isNull();
	}

	@Test
	void grandchildrenWithoutIdAreInsertedUnderAClaimedChild() {
		Person ann = input(1, "Ann");
		Hobby claimed = claimed(1);
		ann.hobbies.add(claimed);
		claimed.tools.build((tool) -> tool.name = "telescope");
		this.people.save(ann);
		assertThat(hobby(1).tools).extracting((tool) -> tool.name).containsExactly("notebook", "telescope");
	}

	@Test
	void grandchildrenOfAnotherOwnerAreRefused() {
		Person bob = input(2, "Bob");
		Hobby claimed = claimed(4);
		bob.hobbies.add(claimed);
		Tool stolen = new Tool();
		stolen.id = 1L;
		claimed.tools.add(stolen);
		assertThatExceptionOfType(ForeignChildException.class).isThrownBy(() -> this.people.save(bob))
			.withMessageContaining("Hobby.tools");
		assertThat(key("tool", "hobby_id", 1)).isEqualTo(1);
	}

	@Test
	void grandchildrenOfAChildThatIsRefusedStay() {
		Person bob = input(2, "Bob");
		Hobby stolen = claimed(1);
		bob.hobbies.add(stolen);
		stolen.tools.build((tool) -> tool.name = "magnet");
		assertThatExceptionOfType(ForeignChildException.class).isThrownBy(() -> this.people.save(bob));
		assertThat(rows("tool")).isEqualTo(1);
	}

	@Test
	void aNewGraphTakesOneInsertForEachOfItsRowsAndNoOtherStatement() {
		Person dora = input(null, "Dora");
		Hobby maps = dora.hobbies.build((hobby) -> hobby.topic = "maps");
		maps.tools.build((tool) -> tool.name = "compass");
		maps.magazine.build((magazine) -> magazine.title = "Chart");
		assertThat(this.statements).during(() -> this.people.save(dora)).inserts(4).updates(0).selects(0);
	}

	@Test
	void aRequiredOwnerIsThereBeforeItIsSaved() {
		Person dora = input(null, "Dora");
		dora.hobbies.addAll(List.of(Hobby.about("cars"), Hobby.about("sports")));
		assertThat(dora.hobbies).allSatisfy((hobby) -> assertThat(this.validator.validate(hobby)).isEmpty());
		assertThat(this.validator.validate(Hobby.about("nobody's"))).hasSize(1);
		this.people.save(dora);
		assertThat(dora.hobbies.count()).isEqualTo(2);
	}

	private static Person input(@Nullable Integer id, String name) {
		Person person = Person.named(name);
		person.id = (id != null) ? Long.valueOf(id) : null;
		return person;
	}

	private static Hobby claimed(long id) {
		Hobby hobby = new Hobby();
		hobby.id = id;
		return hobby;
	}

	private static Portrait claimedPortrait(long id) {
		Portrait portrait = new Portrait();
		portrait.id = id;
		return portrait;
	}

}
