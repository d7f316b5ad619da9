package io.inverseof.it.parity;

import java.util.List;
import java.util.Objects;

import io.inverseof.it.parity.Village.Article;
import io.inverseof.it.parity.Village.Folder;
import io.inverseof.it.parity.Village.Hobby;
import io.inverseof.it.parity.Village.Magazine;
import io.inverseof.it.parity.Village.Person;
import io.inverseof.it.parity.Village.Portrait;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What went wrong elsewhere, where no other test of this repository is about it.
 */
class PitfallsTests extends ParityTest {

	@Test
	void aRowThatIsLoadedOnTwoPathsIsThereOnce() {
		this.transaction.executeWithoutResult((status) -> {
			Article article = this.articles.findById(1L).orElseThrow();
			Magazine magazine = article.magazine.get();
			assertThat(magazine.articles.first()).get().isSameAs(article);
			assertThat(magazine.articles.find(1L)).isSameAs(article);
			assertThat(magazine.articles).singleElement().isSameAs(article);
		});
	}

	@Test
	void aChildThatIsAssignedTwiceIsThereOnceAndSavedOnce() {
		Magazine magazine = magazine();
		Article article = Article.headed("Twice");
		article.magazine.set(magazine);
		article.magazine.set(magazine);
		magazine.articles.add(article);
		this.magazines.save(magazine);
		this.articles.save(article);
		assertThat(magazine.articles).hasSize(2).last().isSameAs(article);
		assertThat(rows("article")).isEqualTo(2);
	}

	@Test
	void theSecondUnsavedChildBetweenTheSamePairKeepsItsKeys() {
		Magazine magazine = Magazine.titled("Inside");
		Person dora = Person.named("Dora");
		Hobby first = dora.hobbies.build((built) -> built.topic = "maps");
		Hobby second = dora.hobbies.build((built) -> built.topic = "tea");
		magazine.hobbies.add(first);
		magazine.hobbies.add(second);
		this.people.save(dora);
		assertThat(List.of(first, second)).allSatisfy((hobby) -> {
			assertThat(personOfHobby(hobby.id)).isEqualTo(dora.id);
			assertThat(key("hobby", "magazine_id", Objects.requireNonNull(hobby.id))).isEqualTo(magazine.id);
		});
		assertThat(magazine.id).isNotNull();
	}

	@Test
	void aChildOutsideAScopeDoesNotEnterItsCollection() {
		Person ann = ann();
		Hobby chess = hobby(2);
		chess.person.set(ann);
		ann.hobbies.add(Hobby.about("tea"));
		assertThat(inMemory(ann.outdoorHobbies)).isEmpty();
		assertThat(ann.outdoorHobbies).extracting((hobby) -> hobby.topic).containsExactly("trains", "birds");
	}

	@Test
	void aChangedKeyOutdatesTheTarget() {
		this.transaction.executeWithoutResult((status) -> {
			Person ann = ann();
			Hobby trains = ann.hobbies.get(0);
			trains.person.setId(2L);
			assertThat(trains.person.get().name).isEqualTo("Bob");
			assertThat(ann.hobbies).doesNotContain(trains);
		});
	}

	@Test
	void aMovedChildIsNotStolenBackWhenItsFormerOwnerIsSaved() {
		Person ann = ann();
		Person bob = bob();
		Hobby trains = ann.hobbies.get(0);
		bob.hobbies.add(trains);
		this.people.save(bob);
		this.people.save(ann);
		assertThat(personOfHobby(1L)).isEqualTo(2);
	}

	@Test
	void aChildThatSomebodyElseMovedIsNotStolenBackWhenItsFormerOwnerIsSaved() {
		Person ann = ann();
		assertThat(ann.hobbies).hasSize(3);
		this.jdbc.update("update hobby set person_id = 2 where id = 1");
		this.people.save(ann);
		assertThat(personOfHobby(1L)).isEqualTo(2);
	}

	@Test
	void aChildThatSomebodyElseMovedStaysThereWhenItIsRemoved() {
		Person ann = ann();
		ann.hobbies.remove(ann.hobbies.get(0));
		this.jdbc.update("update hobby set person_id = 2 where id = 1");
		this.people.save(ann);
		assertThat(personOfHobby(1L)).isEqualTo(2);
	}

	@Test
	void loadingWritesNothing() {
		assertThat(this.statements).during(() -> {
			Person ann = ann();
			ann.portrait.get().person.get();
			ann.hobbies.forEach((hobby) -> hobby.magazine.optional().ifPresent((read) -> read.articles.size()));
			hobby(4).person.get().hobbies.size();
		}).updates(0).inserts(0).deletes(0);
	}

	@Test
	void loadingChangesNoKey() {
		this.jdbc.update("update portrait set person_id = 99 where id = 1");
		Portrait portrait = this.portraits.findById(1L).orElseThrow();
		assertThat(portrait.person.orNull()).isNull();
		assertThat(ann().portrait.orNull()).isNull();
		this.portraits.save(portrait);
		assertThat(key("portrait", "person_id", 1)).isEqualTo(99);
	}

	@Test
	void savingGoesAroundACircle() {
		Folder one = Folder.named("one");
		Folder two = Folder.named("two");
		one.children.add(two);
		two.children.add(one);
		this.folders.save(one);
		assertThat(key("folder", "parent_id", Objects.requireNonNull(one.id))).isEqualTo(two.id);
		assertThat(key("folder", "parent_id", Objects.requireNonNull(two.id))).isEqualTo(one.id);
		this.folders.save(two);
		assertThat(rows("folder")).isEqualTo(2);
	}

	@Test
	void targetsAreTheirOwnObjects() {
		Hobby hobby = hobby(1);
		Person person = hobby.person.get();
		assertThat(person.getClass()).isSameAs(Person.class);
		assertThat(person.portrait.get().person.get() == person).isTrue();
		assertThat(person.hobbies.get(0).getClass()).isSameAs(Hobby.class);
	}

	@Test
	void changingOneSideNeverLoadsTheOther() {
		Person ann = ann();
		Person bob = bob();
		Hobby trains = hobby(1);
		assertThat(this.statements).during(() -> {
			trains.person.set(bob);
			bob.hobbies.add(Hobby.about("tea"));
			ann.portrait.set(null);
			ann.hobbies.build((built) -> built.topic = "maps");
		}).none();
		assertThat(ann.hobbies.isLoaded()).isFalse();
		assertThat(bob.hobbies.isLoaded()).isFalse();
	}

	@Test
	void preloadingKeepsWhatIsInMemory() {
		Person ann = ann();
		Hobby trains = ann.hobbies.find(1L);
		Hobby maps = ann.hobbies.build((built) -> built.topic = "maps");
		this.associations.preload(List.of(ann), "hobbies.tools");
		assertThat(ann.hobbies).hasSize(4).first().isSameAs(trains);
		assertThat(ann.hobbies).last().isSameAs(maps);
		assertThat(this.statements).during(() -> trains.tools.get(0).hobby.get()).none();
	}

	@Test
	void preloadingKeepsAssignmentsThatAreNotSaved() {
		Person bob = bob();
		Hobby trains = hobby(1);
		trains.person.set(bob);
		this.associations.preload(List.of(trains), "person");
		assertThat(trains.person.get()).isSameAs(bob);
	}

}
