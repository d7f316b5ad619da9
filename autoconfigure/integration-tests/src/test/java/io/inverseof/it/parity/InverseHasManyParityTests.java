package io.inverseof.it.parity;

import java.util.ArrayList;
import java.util.List;

import io.inverseof.MissingChildException;
import io.inverseof.it.parity.Village.Folder;
import io.inverseof.it.parity.Village.Hobby;
import io.inverseof.it.parity.Village.Person;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Rails' {@code InverseHasManyTests}.
 */
class InverseHasManyParityTests extends ParityTest {

	@Test
	void everyLoadedChildRefersToItsOwner() {
		Person ann = ann();
		assertThat(this.statements).during(() -> {
			for (Hobby hobby : ann.hobbies) {
				assertThat(hobby.person.get()).isSameAs(ann);
			}
		}).selects(1);
	}

	@Test
	void everyPreloadedChildRefersToItsOwner() {
		List<Person> all = this.people.findAll();
		this.associations.preload(all, "hobbies");
		assertThat(this.statements).during(() -> {
			for (Person person : all) {
				assertThat(person.hobbies).isNotEmpty()
					.allSatisfy((hobby) -> assertThat(hobby.person.get()).isSameAs(person));
			}
		}).none();
	}

	@Test
	void aBuiltChildIsFilledAndRefersToItsOwner() {
		Person ann = ann();
		Hobby hobby = ann.hobbies.build((built) -> built.topic = "re-enactment");
		assertThat(hobby.topic).isEqualTo("re-enactment");
		assertThat(hobby.person.get()).isSameAs(ann);
	}

	@Test
	void aCreatedChildIsFilledAndRefersToItsOwner() {
		Person ann = ann();
		Hobby hobby = ann.hobbies.create((created) -> created.topic = "re-enactment");
		assertThat(hobby.topic).isEqualTo("re-enactment");
		assertThat(hobby.person.get()).isSameAs(ann);
		assertThat(personOfHobby(hobby.id)).isEqualTo(1);
		assertThat(ann.hobbies).hasSize(4).last().isSameAs(hobby);
	}

	@Test
	void aChildKnowsItsOwnerWhileItIsBeingCreated() {
		Person ann = ann();
		Hobby hobby = ann.hobbies.create((created) -> {
			created.topic = "re-enactment";
			assertThat(created.person.get()).isSameAs(ann);
		});
		assertThat(hobby.person.get()).isSameAs(ann);
	}

	@Test
	void aChildKnowsItsOwnerWhileItIsBeingBuilt() {
		Person ann = ann();
		Hobby hobby = ann.hobbies.build((built) -> assertThat(built.person.get()).isSameAs(ann));
		assertThat(hobby.person.get()).isSameAs(ann);
	}

	@Test
	void aChildThatIsAddedRefersToItsOwner() {
		Person ann = ann();
		Hobby kites = hobby(5);
		ann.hobbies.add(kites);
		assertThat(kites.person.get()).isSameAs(ann);
	}

	@Test
	void childrenThatReplaceOthersReferToTheirOwner() {
		Person ann = ann();
		Hobby hobby = Hobby.about("re-enactment");
		ann.hobbies.replaceWith(List.of(hobby));
		assertThat(hobby.person.get()).isSameAs(ann);
		assertThat(ann.hobbies).containsExactly(hobby);
	}

	@Test
	void firstAndLastChildReferToTheirOwner() {
		Person ann = ann();
		assertThat(ann.hobbies.first().orElseThrow().person.get()).isSameAs(ann);
		assertThat(ann.hobbies.last().orElseThrow().person.get()).isSameAs(ann);
	}

	@Test
	void firstAndLastChildrenReferToTheirOwner() {
		Person ann = ann();
		assertThat(ann.hobbies.first(2)).hasSize(2).allSatisfy((h) -> assertThat(h.person.get()).isSameAs(ann));
		assertThat(ann.hobbies.last(2)).hasSize(2).allSatisfy((h) -> assertThat(h.person.get()).isSameAs(ann));
	}

	@Test
	void aChildInMemoryIsTheOneThatIsFound() {
		Person carl = this.people.save(Person.named("Carl"));
		Hobby kites = hobby(5);
		carl.hobbies.replaceWith(List.of(kites));
		this.people.save(carl);
		assertThat(carl.hobbies.first()).get().isSameAs(kites);
		assertThat(carl.hobbies.find(5L)).isSameAs(kites);
		assertThat(carl.hobbies.find(5L).person.get()).isSameAs(carl);
	}

	@Test
	void aFoundChildRefersToTheOwnerThatFoundIt() {
		Person carl = this.people.save(Person.named("Carl"));
		Hobby created = Hobby.about("maps");
		created.person.set(carl);
		this.hobbies.save(created);
		assertThat(carl.hobbies.first().orElseThrow().person.get()).isSameAs(carl);
		assertThat(carl.hobbies.find(created.id).person.get()).isSameAs(carl);
		carl.name = "Carla";
		assertThat(carl.hobbies.find(created.id).person.get().name).isEqualTo("Carla");
	}

	@Test
	void findingChildrenDoesNotLoadTheCollection() {
		Person ann = ann();
		assertThat(this.statements).during(() -> {
			assertThat(ann.hobbies.find(1L).person.get()).isSameAs(ann);
			assertThat(ann.hobbies.findAll(List.of(2L, 3L)))
				.allSatisfy((hobby) -> assertThat(hobby.person.get()).isSameAs(ann));
		}).selects(2);
		assertThat(ann.hobbies.isLoaded()).isFalse();
	}

	@Test
	void idsOfNoChildAreRefused() {
		Person ann = ann();
		assertThatExceptionOfType(MissingChildException.class).isThrownBy(() -> ann.hobbies.find(245324523L));
		assertThatExceptionOfType(MissingChildException.class)
			.isThrownBy(() -> ann.hobbies.findAll(List.of(8432342L, 2390102913L)))
			.withMessageContaining("8432342")
			.withMessageContaining("2390102913");
	}

	@Test
	void noIdsAreNoChildren() {
		Person ann = ann();
		assertThat(this.statements).during(() -> assertThat(ann.hobbies.findAll(List.of())).isEmpty()).none();
	}

	@Test
	void aChildRefersToAnOwnerThatIsNotSaved() {
		Person dora = new Person();
		Hobby kites = hobby(5);
		dora.hobbies.add(kites);
		kites.person.get().name = "Dora";
		assertThat(dora.name).isEqualTo("Dora");
		assertThat(dora.id).isNull();
		assertThat(personOfHobby(5L)).isNull();
	}

	@Test
	void callbacksOfAReadFindTheOwnerInPlace() {
		List<Object> owners = new ArrayList<>();
		this.journal.afterReading((read) -> {
			if (read instanceof Hobby hobby) {
				owners.add(hobby.person.isLoaded() ? hobby.person.get() : "none");
			}
		});
		Person ann = ann();
		assertThat(ann.hobbies).hasSize(3);
		assertThat(owners).hasSize(3).allSatisfy((owner) -> assertThat(owner).isSameAs(ann));
	}

	@Test
	void callbacksOfAPreloadFindTheOwnerInPlace() {
		List<Object> owners = new ArrayList<>();
		this.journal.afterReading((read) -> {
			if (read instanceof Hobby hobby) {
				owners.add(hobby.person.isLoaded() ? hobby.person.get() : "none");
			}
		});
		List<Person> all = this.people.findAll();
		this.associations.preload(all, "hobbies");
		assertThat(owners).hasSize(4).allSatisfy((owner) -> assertThat(owner).isIn(all));
	}

	@Test
	void childrenOfTheSameClassReferToTheirParent() {
		Folder root = this.folders.save(Folder.named("root"));
		Folder child = Folder.named("child");
		child.parent.setId(root.id);
		this.folders.save(child);
		Folder again = this.folders.findById(root.id).orElseThrow();
		again.name = "changed";
		assertThat(again.children.first().orElseThrow().parent.get().name).isEqualTo("changed");
	}

	@Test
	void aChangedKeyMakesTheOwnerStale() {
		Person ann = ann();
		Hobby hobby = ann.hobbies.first().orElseThrow();
		assertThat(hobby.person.get()).isSameAs(ann);
		hobby.person.setId(2L);
		this.hobbies.save(hobby);
		assertThat(hobby.person.get().name).isEqualTo("Bob");
	}

}
