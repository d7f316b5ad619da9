package io.inverseof.it.parity;

import java.util.List;

import io.inverseof.it.parity.Village.Folder;
import io.inverseof.it.parity.Village.Hobby;
import io.inverseof.it.parity.Village.Letter;
import io.inverseof.it.parity.Village.Licence;
import io.inverseof.it.parity.Village.Person;
import io.inverseof.it.parity.Village.Portrait;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What Rails saves without being asked to; its {@code autosave_association_test.rb}.
 */
class AutosaveParityTests extends ParityTest {

	@Test
	void aBuiltTargetIsSavedWithItsLoadedOwner() {
		Person bob = bob();
		Portrait portrait = bob.portrait.build((built) -> built.description = "calm");
		this.people.save(bob);
		assertThat(bob.portrait.get()).isSameAs(portrait);
		assertThat(key("portrait", "person_id", portrait.id)).isEqualTo(2);
	}

	@Test
	void aNewTargetIsSavedWithItsNewOwner() {
		Person dora = Person.named("Dora");
		Portrait portrait = Portrait.described("calm");
		dora.portrait.set(portrait);
		this.people.save(dora);
		assertThat(dora.portrait.get()).isSameAs(portrait);
		dora.portrait.reload();
		assertThat(dora.portrait.get().id).isNotNull().isEqualTo(portrait.id);
	}

	@Test
	void aSavedTargetMovesToItsNewOwner() {
		Person dora = Person.named("Dora");
		Portrait portrait = this.portraits.findById(1L).orElseThrow();
		dora.portrait.set(portrait);
		this.people.save(dora);
		assertThat(dora.portrait.get()).isSameAs(portrait);
		assertThat(key("portrait", "person_id", 1)).isEqualTo(dora.id);
	}

	@Test
	void aTargetThatWasPointedAtItsOwnerIsSavedWithIt() {
		Person dora = Person.named("Dora");
		Portrait portrait = Portrait.described("calm");
		portrait.person.set(dora);
		this.people.save(dora);
		assertThat(portrait.id).isNotNull();
		assertThat(key("portrait", "person_id", portrait.id)).isEqualTo(dora.id);
	}

	@Test
	void anUnchangedTargetIsNotWritten() {
		Person ann = ann();
		ann.portrait.get();
		ann.name = "Anna";
		assertThat(this.statements).during(() -> this.people.save(ann)).updates(1);
	}

	@Test
	void savingLoadsNothing() {
		Person ann = ann();
		Hobby hobby = hobby(1);
		assertThat(this.statements).during(() -> {
			this.people.save(ann);
			this.hobbies.save(hobby);
		}).selects(0);
		assertThat(ann.hobbies.isLoaded()).isFalse();
		assertThat(ann.portrait.isLoaded()).isFalse();
		assertThat(hobby.person.isLoaded()).isFalse();
	}

	@Test
	void anOwnerWithoutATargetIsSaved() {
		Person bob = bob();
		assertThat(bob.portrait.orNull()).isNull();
		bob.name = "Bobby";
		this.people.save(bob);
		assertThat(bob().name).isEqualTo("Bobby");
	}

	@Test
	void changesOfALoadedTargetStayUnsaved() {
		Person ann = ann();
		ann.portrait.get().description = "changed";
		ann.hobbies.get(0).topic = "changed";
		this.people.save(ann);
		assertThat(this.portraits.findById(1L).orElseThrow().description).isEqualTo("trusting");
		assertThat(hobby(1).topic).isEqualTo("trains");
	}

	@Test
	void twoSidesThatReferToEachOtherAreSavedOnce() {
		Person ann = ann();
		Portrait portrait = ann.portrait.get();
		portrait.person.set(ann);
		assertThat(this.statements).during(() -> this.portraits.save(portrait)).updates(1).inserts(0);
		assertThat(this.statements).during(() -> this.people.save(ann)).updates(1).inserts(0);
	}

	@Test
	void callbacksOfNewObjectsRunOnce() {
		Person dora = Person.named("Dora");
		dora.portrait.set(Portrait.described("calm"));
		dora.hobbies.add(Hobby.about("maps"));
		this.people.save(dora);
		assertThat(this.journal.entries()).containsExactlyInAnyOrder("before convert Person", "before save Person",
				"after save Person", "before convert Portrait", "before save Portrait", "after save Portrait",
				"before convert Hobby", "before save Hobby", "after save Hobby");
	}

	@Test
	void callbacksOfANewOwnerRunOnceWhenItsChildIsSaved() {
		Portrait portrait = Portrait.described("calm");
		portrait.person.set(Person.named("Dora"));
		this.portraits.save(portrait);
		assertThat(this.journal.entries()).containsExactlyInAnyOrder("before convert Person", "before save Person",
				"after save Person", "before convert Portrait", "before save Portrait", "after save Portrait");
	}

	@Test
	void callbacksOfAChildRunOnceForEachNewOwner() {
		Portrait portrait = Portrait.described("calm");
		portrait.person.set(Person.named("Dora"));
		this.portraits.save(portrait);
		portrait.person.set(Person.named("Emil"));
		this.portraits.save(portrait);
		assertThat(this.journal.entries()).filteredOn("after save Portrait"::equals).hasSize(2);
		assertThat(this.journal.entries()).filteredOn("after save Person"::equals).hasSize(2);
		assertThat(key("portrait", "person_id", portrait.id)).isEqualTo(portrait.person.get().id);
	}

	@Test
	void callbacksOfEachTargetRunOnceWhenOneReplacesTheOther() {
		Person dora = Person.named("Dora");
		dora.portrait.set(Portrait.described("calm"));
		this.people.save(dora);
		this.journal.clear();
		dora.portrait.set(Portrait.described("wild"));
		this.people.save(dora);
		assertThat(this.journal.entries()).filteredOn((entry) -> entry.endsWith("Portrait")).hasSize(3);
	}

	@Test
	void aCallbackMayChangeAndSaveTheOwner() {
		this.journal.afterSaving((saved) -> {
			if (saved instanceof Person person && "foo".equals(person.name)) {
				person.name = "changed";
				this.people.save(person);
			}
		});
		Person dora = Person.named("foo");
		dora.hobbies.add(hobby(5));
		this.people.save(dora);
		assertThat(personOfHobby(5L)).isEqualTo(dora.id);
		assertThat(this.people.findById(dora.id).orElseThrow().name).isEqualTo("changed");
		assertThat(rows("person")).isEqualTo(3);
	}

	@Test
	void aCallbackOfAChildMaySaveTheOwner() {
		this.journal.beforeSaving((saved) -> {
			if (saved instanceof Hobby hobby) {
				this.people.save(hobby.person.get());
			}
		});
		Person ann = ann();
		ann.hobbies.create((created) -> created.topic = "maps");
		assertThat(rows("hobby")).isEqualTo(6);
		assertThat(this.journal.entries()).filteredOn("before save Hobby"::equals).hasSize(1);
	}

	@Test
	void aCallbackOfAChildMayLoadTheCollection() {
		this.journal.afterSaving((saved) -> {
			if (saved instanceof Hobby hobby) {
				hobby.person.get().hobbies.size();
			}
		});
		Person bob = bob();
		bob.hobbies.add(Hobby.about("maps"));
		this.people.save(bob);
		assertThat(bob.hobbies).hasSize(2);
		assertThat(rows("hobby")).isEqualTo(6);
	}

	@Test
	void aCallbackOfAChildCountsItOnce() {
		long[] counted = { 0 };
		this.journal.afterSaving((saved) -> {
			if (saved instanceof Hobby hobby) {
				counted[0] = hobby.person.get().hobbies.count();
			}
		});
		Person dora = Person.named("Dora");
		dora.hobbies.build((built) -> built.topic = "maps");
		this.people.save(dora);
		assertThat(dora.hobbies.count()).isEqualTo(1);
		assertThat(counted[0]).isEqualTo(1);
	}

	@Test
	void childrenBuiltInACallbackBeforeSavingAreSaved() {
		this.journal.beforeSaving((saved) -> {
			if (saved instanceof Person person) {
				person.hobbies.build((built) -> built.topic = "default");
			}
		});
		Person dora = this.people.save(Person.named("Dora"));
		dora.hobbies.reload();
		assertThat(dora.hobbies).hasSize(1);
	}

	@Test
	void childrenBuiltInACallbackAfterSavingAreSaved() {
		this.journal.afterSaving((saved) -> {
			if (saved instanceof Person person) {
				person.hobbies.build((built) -> built.topic = "default");
			}
		});
		Person dora = this.people.save(Person.named("Dora"));
		dora.hobbies.reload();
		assertThat(dora.hobbies).hasSize(1);
	}

	@Test
	void aNewOwnerIsSavedWithALoadedChild() {
		Hobby hobby = hobby(4);
		Person dora = Person.named("Dora");
		hobby.person.set(dora);
		this.hobbies.save(hobby);
		assertThat(dora.id).isNotNull();
		assertThat(hobby.person.get()).isSameAs(dora);
		assertThat(personOfHobby(4L)).isEqualTo(dora.id);
	}

	@Test
	void aNewOwnerIsSavedBeforeItsNewChild() {
		Hobby hobby = Hobby.about("maps");
		Person dora = Person.named("Dora");
		hobby.person.set(dora);
		this.hobbies.save(hobby);
		assertThat(hobby.person.get()).isSameAs(dora);
		assertThat(personOfHobby(hobby.id)).isNotNull().isEqualTo(dora.id);
	}

	@Test
	void twoNewTargetsOfOneRowAreSavedWithIt() {
		Letter letter = new Letter();
		Person sender = letter.sender.build((person) -> person.name = "Sid");
		Person recipient = letter.recipient.build((person) -> person.name = "Rita");
		this.letters.save(letter);
		Letter again = this.letters.findById(letter.id).orElseThrow();
		assertThat(again.sender.getId()).isNotNull().isEqualTo(sender.id);
		assertThat(again.recipient.getId()).isNotNull().isEqualTo(recipient.id).isNotEqualTo(sender.id);
	}

	@Test
	void oneNewTargetOfTwoKeysIsSavedOnce() {
		Letter letter = new Letter();
		writtenToHimself(letter);
		this.letters.save(letter);
		assertThat(rows("person")).isEqualTo(3);
		assertThat(key("letter", "sender_id", letter.id)).isNotNull()
			.isEqualTo(key("letter", "recipient_id", letter.id));
	}

	@Test
	void oneNewTargetOfTwoKeysIsSavedOnceWithALoadedRow() {
		Letter letter = this.letters.save(new Letter());
		writtenToHimself(letter);
		this.letters.save(letter);
		writtenToHimself(letter);
		this.letters.save(letter);
		assertThat(rows("person")).isEqualTo(4);
		assertThat(key("letter", "sender_id", letter.id)).isEqualTo(letter.sender.get().id)
			.isEqualTo(key("letter", "recipient_id", letter.id));
	}

	private static void writtenToHimself(Letter letter) {
		Person person = Person.named("Sid");
		letter.sender.set(person);
		letter.recipient.set(person);
	}

	@Test
	void aBuiltOwnerIsNotReadAgain() {
		Hobby hobby = hobby(1);
		Person dora = hobby.person.build((built) -> built.name = "Dora");
		this.hobbies.save(hobby);
		assertThat(this.statements).during(() -> assertThat(hobby.person.get()).isSameAs(dora)).none();
	}

	@Test
	void newChildrenOfANewOwnerAreSaved() {
		Person dora = Person.named("Dora");
		Hobby maps = Hobby.about("maps");
		dora.hobbies.add(Hobby.about("tea"));
		dora.hobbies.add(maps);
		assertThat(rows("hobby")).isEqualTo(5);
		this.people.save(dora);
		assertThat(maps.person.get()).isSameAs(dora);
		assertThat(dora.hobbies).hasSize(2);
		dora.hobbies.reload();
		assertThat(dora.hobbies).hasSize(2);
		assertThat(rows("hobby")).isEqualTo(7);
	}

	@Test
	void aBuiltChildIsSavedWithoutLoadingTheOthers() {
		Person ann = ann();
		assertThat(this.statements).during(() -> ann.hobbies.build((built) -> built.topic = "maps")).none();
		assertThat(this.statements).during(() -> this.people.save(ann)).selects(0).inserts(1).updates(1);
		assertThat(ann.hobbies.isLoaded()).isFalse();
		assertThat(ann.hobbies).hasSize(4);
	}

	@Test
	void aNewOwnerTakesSavedAndNewChildren() {
		Person dora = Person.named("Dora");
		dora.hobbies.replaceWith(List.of(hobby(4), Hobby.about("maps")));
		this.people.save(dora);
		dora.hobbies.reload();
		assertThat(dora.hobbies).extracting((hobby) -> hobby.topic).containsExactly("stamps", "maps");
		assertThat(personOfHobby(4L)).isEqualTo(dora.id);
	}

	@Test
	void onlyTheKeyOfAMovedChildIsWritten() {
		Person dora = Person.named("Dora");
		Hobby kites = hobby(5);
		kites.topic = "changed";
		dora.hobbies.add(kites);
		assertThat(this.statements).during(() -> this.people.save(dora)).inserts(1).updates(1);
		assertThat(personOfHobby(5L)).isEqualTo(dora.id);
		assertThat(hobby(5).topic).isEqualTo("kites");
	}

	@Test
	void nothingIsSavedIfAChildCannotBe() {
		this.journal.beforeSaving((saved) -> {
			if (saved instanceof Hobby) {
				throw new IllegalStateException("no hobbies today");
			}
		});
		Person dora = Person.named("Dora");
		Hobby maps = dora.hobbies.build((built) -> built.topic = "maps");
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.people.save(dora));
		assertThat(rows("person")).isEqualTo(2);
		assertThat(dora.id).isNull();
		assertThat(maps.id).isNull();
		assertThat(dora.hobbies).containsExactly(maps);
	}

	@Test
	void nothingIsSavedIfTheNewOwnerCannotBe() {
		this.journal.beforeSaving((saved) -> {
			if (saved instanceof Person) {
				throw new IllegalStateException("no people today");
			}
		});
		Hobby maps = Hobby.about("maps");
		Person dora = maps.person.build((built) -> built.name = "Dora");
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.hobbies.save(maps));
		assertThat(rows("hobby")).isEqualTo(5);
		assertThat(rows("person")).isEqualTo(2);
		assertThat(maps.id).isNull();
		assertThat(maps.person.get()).isSameAs(dora);
	}

	@Test
	void nothingIsRemovedIfAChildCannotBeSaved() {
		this.journal.beforeSaving((saved) -> {
			if (saved instanceof Hobby) {
				throw new IllegalStateException("no hobbies today");
			}
		});
		Person ann = ann();
		ann.name = "Anna";
		ann.hobbies.remove(ann.hobbies.get(0));
		ann.hobbies.add(Hobby.about("maps"));
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.people.save(ann));
		assertThat(personOfHobby(1L)).isEqualTo(1);
		assertThat(ann().name).isEqualTo("Ann");
	}

	@Test
	void savingABuiltChildSavesItsNewOwnerAndNothingTwice() {
		Person dora = Person.named("Dora");
		Licence licence = Licence.numbered("A1");
		dora.licences.add(licence);
		this.licences.save(licence);
		assertThat(key("licence", "person_id", licence.id)).isNotNull().isEqualTo(dora.id);
		this.people.save(dora);
		assertThat(rows("licence")).isEqualTo(1);
		assertThat(rows("person")).isEqualTo(3);
	}

	@Test
	void aParentThatIsItsOwnChildIsSaved() {
		Folder folder = Folder.named("circle");
		folder.children.add(folder);
		this.folders.save(folder);
		assertThat(rows("folder")).isEqualTo(1);
		assertThat(key("folder", "parent_id", folder.id)).isEqualTo(folder.id);
	}

}
