package io.inverseof.it.parity;

import java.util.ArrayList;
import java.util.List;

import io.inverseof.BelongsTo;
import io.inverseof.UnsavedOwnerException;
import io.inverseof.it.parity.Village.Article;
import io.inverseof.it.parity.Village.Hobby;
import io.inverseof.it.parity.Village.Magazine;
import io.inverseof.it.parity.Village.Note;
import io.inverseof.it.parity.Village.Person;
import io.inverseof.it.parity.Village.Portrait;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is about both sides in Rails' {@code belongs_to_associations_test.rb},
 * {@code has_one_associations_test.rb} and {@code has_many_associations_test.rb}.
 */
class AssociationsParityTests extends ParityTest {

	@Test
	void assigningWritesTheKeyWithTheNextSave() {
		Hobby kites = hobby(5);
		kites.person.set(bob());
		this.hobbies.save(kites);
		assertThat(personOfHobby(5L)).isEqualTo(2);
	}

	@Test
	void settingTheIdFindsTheTarget() {
		Hobby kites = hobby(5);
		assertThat(kites.person.orNull()).isNull();
		kites.person.setId(1L);
		assertThat(kites.person.get().name).isEqualTo("Ann");
	}

	@Test
	void settingTheIdLastWins() {
		Hobby hobby = Hobby.about("maps");
		hobby.person.set(ann());
		hobby.person.setId(2L);
		this.hobbies.save(hobby);
		assertThat(personOfHobby(hobby.id)).isEqualTo(2);
		assertThat(hobby.person.get().name).isEqualTo("Bob");
	}

	@Test
	void settingTheIdOfALoadedTargetSticks() {
		Hobby hobby = hobby(1);
		hobby.person.get();
		hobby.person.setId(2L);
		this.hobbies.save(hobby);
		this.associations.reload(hobby);
		assertThat(hobby.person.getId()).isEqualTo(2);
	}

	@Test
	void savingAChangedKeyLoadsNothing() {
		Hobby hobby = hobby(1);
		hobby.person.get();
		hobby.person.setId(2L);
		assertThat(this.statements).during(() -> this.hobbies.save(hobby)).selects(0).updates(1);
	}

	@Test
	void anEmptyKeySendsNothing() {
		Hobby kites = hobby(5);
		assertThat(this.statements).during(() -> assertThat(kites.person.orNull()).isNull()).none();
	}

	@Test
	void aCreatedOwnerIsAssigned() {
		Hobby kites = hobby(5);
		Person dora = kites.person.create((created) -> created.name = "Dora");
		assertThat(kites.person.get()).isSameAs(dora);
		assertThat(kites.person.getId()).isNotNull().isEqualTo(dora.id);
		this.hobbies.save(kites);
		assertThat(personOfHobby(5L)).isEqualTo(dora.id);
	}

	@Test
	void aBuiltOwnerGetsItsKeyWhenItIsSaved() {
		Hobby kites = hobby(5);
		Person dora = kites.person.build((built) -> built.name = "Dora");
		assertThat(kites.person.getId()).isNull();
		this.people.save(dora);
		assertThat(kites.person.getId()).isEqualTo(dora.id);
		this.hobbies.save(kites);
		assertThat(personOfHobby(5L)).isEqualTo(dora.id);
	}

	@Test
	void assigningNothingWritesNull() {
		Hobby hobby = hobby(1);
		hobby.person.set(null);
		this.hobbies.save(hobby);
		assertThat(personOfHobby(1L)).isNull();
	}

	@Test
	void assigningNothingLeavesTheCollectionOfTheTarget() {
		Magazine magazine = this.magazines.save(Magazine.titled("Inside"));
		Article article = magazine.articles.create((created) -> created.headline = "New");
		article.magazine.set(null);
		this.articles.save(article);
		assertThat(magazine.articles).isEmpty();
		this.magazines.save(magazine);
		assertThat(key("article", "magazine_id", article.id)).isNull();
	}

	@Test
	void anEmptiedHasOneIsNotFilledAgainByItsFormerTarget() {
		Person ann = ann();
		Portrait portrait = ann.portrait.get();
		ann.portrait.set(null);
		this.people.save(ann);
		portrait.description = "changed";
		this.portraits.save(portrait);
		assertThat(ann.portrait.orNull()).isNull();
		assertThat(key("portrait", "person_id", 1)).isNull();
	}

	@Test
	void anEmptiedBelongsToIsNotFilledAgainByItsFormerOwner() {
		Person ann = ann();
		Portrait portrait = ann.portrait.get();
		portrait.person.set(null);
		this.portraits.save(portrait);
		ann.name = "Anna";
		this.people.save(ann);
		assertThat(portrait.person.orNull()).isNull();
		assertThat(key("portrait", "person_id", 1)).isNull();
	}

	@Test
	void aTargetThatIsSavedLaterIsTheSameObject() {
		Portrait portrait = this.portraits.findById(1L).orElseThrow();
		Person charles = portrait.person.build((built) -> built.name = "Charles");
		this.portraits.save(portrait);
		assertThat(portrait.person.get()).isSameAs(charles);
		charles.name = "Charlie";
		this.people.save(charles);
		assertThat(portrait.person.get().name).isEqualTo("Charlie");
	}

	@Test
	void savingALoadedGraphAgainWritesItsRowsAlone() {
		Hobby hobby = hobby(1);
		hobby.person.get().portrait.get();
		assertThat(this.statements).during(() -> this.hobbies.save(hobby)).total(1);
	}

	@Test
	void anEmptyHasOneIsAskedForOnce() {
		Person bob = bob();
		assertThat(this.statements).during(() -> {
			assertThat(bob.portrait.orNull()).isNull();
			assertThat(bob.portrait.orNull()).isNull();
		}).selects(1);
	}

	@Test
	void aHasOneOfANewOwnerSendsNothing() {
		assertThat(this.statements).during(() -> assertThat(new Person().portrait.orNull()).isNull()).none();
	}

	@Test
	void aReplacedTargetKeepsItsRowWithoutAnOwner() {
		Person ann = ann();
		Portrait before = ann.portrait.get();
		ann.portrait.set(Portrait.described("haunted"));
		this.people.save(ann);
		assertThat(before.person.orNull()).isNull();
		assertThat(key("portrait", "person_id", 1)).isNull();
		assertThat(this.people.findById(1L).orElseThrow().portrait.get().description).isEqualTo("haunted");
	}

	@Test
	void aTargetThatIsAssignedAgainIsNotWritten() {
		Person ann = ann();
		ann.portrait.set(ann.portrait.get());
		assertThat(this.statements).during(() -> this.people.save(ann)).updates(1);
		assertThat(key("portrait", "person_id", 1)).isEqualTo(1);
	}

	@Test
	void anEmptiedHasOneKeepsTheRow() {
		Person ann = ann();
		ann.portrait.set(null);
		this.people.save(ann);
		assertThat(rows("portrait")).isEqualTo(1);
		assertThat(key("portrait", "person_id", 1)).isNull();
	}

	@Test
	void nothingIsCreatedForAnUnsavedOwner() {
		Person dora = Person.named("Dora");
		assertThatExceptionOfType(UnsavedOwnerException.class)
			.isThrownBy(() -> dora.hobbies.create((created) -> created.topic = "maps"));
		assertThatExceptionOfType(UnsavedOwnerException.class)
			.isThrownBy(() -> dora.portrait.create((created) -> created.description = "calm"));
		assertThat(dora.hobbies).isEmpty();
		assertThat(dora.portrait.orNull()).isNull();
	}

	@Test
	void aFailedCreationLeavesTheReplacedTargetInPlace() {
		this.journal.beforeSaving((saved) -> {
			throw new IllegalStateException("not today");
		});
		Person ann = ann();
		Portrait before = ann.portrait.get();
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> ann.portrait.create((created) -> {
		}));
		assertThat(ann.portrait.get().id).isEqualTo(1);
		assertThat(before.person.getId()).isEqualTo(1);
		assertThat(key("portrait", "person_id", 1)).isEqualTo(1);
	}

	@Test
	void aScopeFillsWhatIsBuiltAndCreated() {
		Person ann = ann();
		assertThat(ann.outdoorHobbies.build((built) -> built.topic = "rowing").outdoors).isTrue();
		Hobby created = ann.outdoorHobbies.create((hobby) -> hobby.topic = "sailing");
		assertThat(hobby(created.id).outdoors).isTrue();
	}

	@Test
	void whatTheCallerSetsWinsOverTheScope() {
		Hobby built = ann().outdoorHobbies.build((hobby) -> hobby.outdoors = false);
		assertThat(built.outdoors).isFalse();
	}

	@Test
	void aLoadedCollectionSendsNothing() {
		Person ann = ann();
		assertThat(ann.hobbies).hasSize(3);
		assertThat(this.statements).during(() -> {
			assertThat(ann.hobbies.size()).isEqualTo(3);
			assertThat(ann.hobbies.exists()).isTrue();
			assertThat(ann.hobbies.find(2L).topic).isEqualTo("chess");
			assertThat(ann.hobbies.first(2)).hasSize(2);
		}).none();
	}

	@Test
	void countsWhatWasBuilt() {
		Person ann = ann();
		ann.hobbies.build((built) -> built.topic = "maps");
		assertThat(ann.hobbies.count()).isEqualTo(4);
		assertThat(ann.hobbies.isLoaded()).isFalse();
		assertThat(ann.hobbies).hasSize(4);
	}

	@Test
	void showsAnAddedChildAsItIsAfterItWasSavedByItself() {
		Person ann = ann();
		Hobby maps = Hobby.about("maps");
		ann.hobbies.add(maps);
		this.hobbies.save(maps);
		ann.hobbies.last().orElseThrow().topic = "atlases";
		this.hobbies.save(maps);
		assertThat(ann.hobbies).hasSize(4).last().isSameAs(maps);
		assertThat(hobby(maps.id).topic).isEqualTo("atlases");
	}

	@Test
	void containsWhatWasBuilt() {
		Person ann = ann();
		Hobby maps = ann.hobbies.build((built) -> built.topic = "maps");
		assertThat(ann.hobbies.contains(maps)).isTrue();
	}

	@Test
	void createsWithoutLoadingTheOthers() {
		Person ann = ann();
		assertThat(this.statements).during(() -> ann.hobbies.create((created) -> created.topic = "maps"))
			.inserts(1)
			.selects(0);
		assertThat(ann.hobbies.isLoaded()).isFalse();
		assertThat(ann.hobbies).hasSize(4);
	}

	@Test
	void removedChildrenKeepTheirRowWithoutAnOwner() {
		Person ann = ann();
		Hobby trains = ann.hobbies.get(0);
		ann.hobbies.remove(trains);
		this.people.save(ann);
		assertThat(trains.person.orNull()).isNull();
		assertThat(personOfHobby(1L)).isNull();
		assertThat(ann().hobbies).hasSize(2);
	}

	@Test
	void removedBeforeItWasSavedIsNeverSaved() {
		Person ann = ann();
		Hobby maps = ann.hobbies.build((built) -> built.topic = "maps");
		ann.hobbies.remove(maps);
		this.people.save(ann);
		assertThat(maps.id).isNull();
		assertThat(rows("hobby")).isEqualTo(5);
	}

	@Test
	void clearingLetsGoOfAllChildren() {
		Person ann = ann();
		ann.hobbies.clear();
		this.people.save(ann);
		assertThat(ann().hobbies).isEmpty();
		assertThat(rows("hobby")).isEqualTo(5);
	}

	@Test
	void replacingSavesTheDifference() {
		Person ann = ann();
		List<Hobby> before = List.copyOf(ann.hobbies);
		Hobby maps = Hobby.about("maps");
		ann.hobbies.replaceWith(List.of(before.get(0), maps));
		assertThat(this.statements).during(() -> this.people.save(ann)).inserts(1).selects(0);
		assertThat(personOfHobby(1L)).isEqualTo(1);
		assertThat(personOfHobby(2L)).isNull();
		assertThat(personOfHobby(3L)).isNull();
		assertThat(personOfHobby(maps.id)).isEqualTo(1);
	}

	@Test
	void replacingWithTheSameWritesNothing() {
		Person ann = ann();
		ann.hobbies.replaceWith(new ArrayList<>(ann.hobbies));
		assertThat(this.statements).during(() -> this.people.save(ann)).total(1);
	}

	@Test
	void anotherObjectOfTheSameRowIsNotAddedTwice() {
		Person ann = ann();
		Hobby present = ann.hobbies.get(0);
		Hobby same = hobby(1);
		ann.hobbies.replaceWith(List.of(same));
		assertThat(ann.hobbies).singleElement().isSameAs(present);
		assertThat(present.person.get()).isSameAs(ann);
	}

	@Test
	void aChildThatMovesToAnUnsavedOwnerHasNoKeyYet() {
		Hobby trains = hobby(1);
		Person dora = new Person();
		dora.hobbies.add(trains);
		assertThat(trains.person.get()).isSameAs(dora);
		assertThat(trains.person.getId()).isNull();
		assertThat(personOfHobby(1L)).isEqualTo(1);
	}

	@Test
	void buildingAndReplacingWithTheSameIsSavedOnce() {
		Person dora = this.people.save(Person.named("Dora"));
		dora.hobbies.replaceWith(List.of(dora.hobbies.build((built) -> built.topic = "maps")));
		this.people.save(dora);
		assertThat(dora.hobbies).hasSize(1);
		assertThat(rows("hobby")).isEqualTo(6);
	}

	@Test
	void savedChildrenMoveToANewOwner() {
		Person dora = Person.named("Dora");
		dora.hobbies.add(hobby(5));
		dora.hobbies.add(hobby(4));
		this.people.save(dora);
		assertThat(dora.hobbies.count()).isEqualTo(2);
	}

	@Test
	void callbacksOfACreatedChildRunOnce() {
		Person ann = ann();
		ann.hobbies.create((created) -> created.topic = "maps");
		assertThat(this.journal.entries()).containsExactly("before convert Hobby", "before save Hobby",
				"after save Hobby");
	}

	@Test
	void aCallbackThatFailsTakesTheCreationBack() {
		this.journal.afterSaving((saved) -> {
			throw new IllegalStateException("not today");
		});
		Person ann = ann();
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> ann.hobbies.create((created) -> created.topic = "maps"));
		assertThat(rows("hobby")).isEqualTo(5);
		assertThat(ann.hobbies).hasSize(3);
	}

	@Test
	void partsOfACollectionSeeWhatWasBuilt() {
		Person ann = ann();
		Hobby maps = ann.hobbies.build((built) -> built.topic = "maps");
		assertThat(ann.hobbies.last()).get().isSameAs(maps);
		assertThat(ann.hobbies.first().orElseThrow().id).isEqualTo(1);
	}

	@Test
	void recordsTakePartOnTheSideOfTheKey() {
		Person dora = Person.named("Dora");
		Note note = new Note(null, "remember", BelongsTo.to(dora));
		dora.notes.add(note);
		this.people.save(dora);
		assertThat(dora.notes).singleElement()
			.satisfies((saved) -> assertThat(saved.id()).isNotNull())
			.satisfies((saved) -> assertThat(saved.person().get()).isSameAs(dora));
		assertThat(rows("note")).isEqualTo(1);
	}

}
