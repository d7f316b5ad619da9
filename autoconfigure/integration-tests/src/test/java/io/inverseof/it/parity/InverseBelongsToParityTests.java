package io.inverseof.it.parity;

import java.util.List;

import io.inverseof.it.parity.Village.Article;
import io.inverseof.it.parity.Village.Folder;
import io.inverseof.it.parity.Village.Hobby;
import io.inverseof.it.parity.Village.Magazine;
import io.inverseof.it.parity.Village.Person;
import io.inverseof.it.parity.Village.Portrait;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rails' {@code InverseBelongsToTests}, and what it says of saved and unsaved objects.
 */
class InverseBelongsToParityTests extends ParityTest {

	@Test
	void aLoadedTargetHoldsTheOwnerOfTheKey() {
		Portrait portrait = portrait();
		assertThat(this.statements).during(() -> assertThat(portrait.person.get().portrait.get()).isSameAs(portrait))
			.selects(1);
	}

	@Test
	void aPreloadedTargetHoldsTheOwnerOfTheKey() {
		Portrait portrait = portrait();
		this.associations.preload(List.of(portrait), "person");
		assertThat(this.statements).during(() -> assertThat(portrait.person.get().portrait.get()).isSameAs(portrait))
			.none();
	}

	@Test
	void aBuiltTargetHoldsTheOwnerOfTheKey() {
		Portrait portrait = portrait();
		Person charles = portrait.person.build((built) -> built.name = "Charles");
		assertThat(charles.portrait.get()).isSameAs(portrait);
	}

	@Test
	void aCreatedTargetHoldsTheOwnerOfTheKey() {
		Portrait portrait = portrait();
		Person charles = portrait.person.create((created) -> created.name = "Charles");
		assertThat(charles.id).isNotNull();
		assertThat(charles.portrait.get()).isSameAs(portrait);
	}

	@Test
	void anAssignedTargetHoldsTheOwnerOfTheKey() {
		Portrait portrait = portrait();
		Person charles = Person.named("Charles");
		portrait.person.set(charles);
		assertThat(charles.portrait.get()).isSameAs(portrait);
	}

	@Test
	void aHasManyIsNotFilledByDefault() {
		Hobby hobby = hobby(1);
		Person ann = hobby.person.get();
		assertThat(inMemory(ann.hobbies)).isEmpty();
		assertThat(ann.hobbies).hasSize(3).first().isNotSameAs(hobby);
	}

	@Test
	void aHasManyThatIsNamedIsFilled() {
		Article article = article();
		Magazine magazine = article.magazine.get();
		assertThat(inMemory(magazine.articles)).containsExactly(article);
		assertThat(magazine.articles).singleElement().isSameAs(article);
	}

	@Test
	void aChildThatIsPointedAtItsOwnerWhileItIsBuiltIsThereOnce() {
		Magazine magazine = this.magazines.save(Magazine.titled("Inside"));
		magazine.articles.build((article) -> article.magazine.set(magazine));
		assertThat(magazine.articles).hasSize(1);
		this.magazines.save(magazine);
		assertThat(magazine.articles).hasSize(1);
		assertThat(rows("article")).isEqualTo(2);
	}

	@Test
	void aChildThatIsPointedAndAddedIsThereOnce() {
		Magazine magazine = new Magazine();
		Article article = Article.headed("Twice");
		article.magazine.set(magazine);
		assertThat(magazine.articles.add(article)).isFalse();
		assertThat(magazine.articles).containsExactly(article);
	}

	@Test
	void anUnsavedChildIsThereOnceInALoadedCollection() {
		Magazine magazine = this.magazines.save(Magazine.titled("Inside"));
		assertThat(magazine.articles).isEmpty();
		Article article = Article.headed("Twice");
		article.magazine.set(magazine);
		magazine.articles.add(article);
		assertThat(magazine.articles).containsExactly(article);
	}

	@Test
	void aSavedChildIsThereOnceInALoadedCollection() {
		Magazine magazine = this.magazines.save(Magazine.titled("Inside"));
		assertThat(magazine.articles).isEmpty();
		Article article = Article.headed("Twice");
		article.magazine.set(magazine);
		this.articles.save(article);
		magazine.articles.add(article);
		assertThat(magazine.articles).containsExactly(article);
	}

	@Test
	void aTreeReadsUpwardsFromWhatWasBuilt() {
		Folder main = this.folders.save(Folder.named("main"));
		Folder feature = main.children.create((created) -> created.name = "feature");
		Folder topic = feature.children.build((built) -> built.name = "topic");
		assertThat(topic.parent.get().parent.get()).isSameAs(main);
	}

	@Test
	void aChildOfAnotherOwnerKeepsItsOwn() {
		List<Hobby> all = this.hobbies.findAll();
		Person bob = bob();
		assertThat(bob.hobbies).hasSize(1);
		assertThat(all).filteredOn((hobby) -> hobby.id != null && hobby.id < 4)
			.allSatisfy((hobby) -> assertThat(hobby.person.get().name).isEqualTo("Ann"));
	}

	@Test
	void aBuiltOwnerHoldsItsFilledChildOnceBeforeAndAfterSaving() {
		Article article = Article.headed("Alone");
		article.magazine.build((magazine) -> magazine.title = "Inside");
		assertThat(article.magazine.get().articles).containsExactly(article);
		this.articles.save(article);
		assertThat(article.magazine.get().articles).containsExactly(article);
		assertThat(rows("article")).isEqualTo(2);
	}

	@Test
	void anOwnerThatIsSavedLaterStaysTheSameObject() {
		Person dora = Person.named("Dora");
		Portrait portrait = Portrait.described("calm");
		dora.portrait.set(portrait);
		Person before = portrait.person.get();
		this.people.save(dora);
		assertThat(portrait.person.get()).isSameAs(before).isSameAs(dora);
		assertThat(key("portrait", "person_id", portrait.id)).isEqualTo(dora.id);
	}

	@Test
	void anOwnerThatIsSavedWithItsChildStaysTheSameObject() {
		Person dora = Person.named("Dora");
		Portrait portrait = Portrait.described("calm");
		portrait.person.set(dora);
		this.portraits.save(portrait);
		assertThat(dora.id).isNotNull();
		assertThat(this.statements).during(() -> assertThat(portrait.person.get()).isSameAs(dora)).none();
	}

	@Test
	void anOwnerLoadsAgainAfterTheTargetWasReloaded() {
		Person ann = ann();
		Portrait portrait = ann.portrait.get();
		this.associations.reload(portrait);
		portrait.description = "changed";
		this.people.save(ann);
		assertThat(portrait.person.get().name).isEqualTo("Ann");
	}

	@Test
	void twoOwnersOfOneRowAreReadSideBySide() {
		Hobby hobby = hobby(1);
		assertThat(hobby.magazine.get().title).isEqualTo("Outside");
		assertThat(hobby.person.get().name).isEqualTo("Ann");
	}

	@Test
	void twoOwnersOfOneRowAreCreatedWithIt() {
		Hobby hobby = hobby(1);
		hobby.magazine.build((magazine) -> magazine.title = "Winter");
		hobby.person.build((person) -> person.name = "Gordon");
		this.hobbies.save(hobby);
		assertThat(key("hobby", "magazine_id", 1)).isEqualTo(hobby.magazine.get().id);
		assertThat(personOfHobby(1L)).isEqualTo(hobby.person.get().id);
	}

	private Portrait portrait() {
		return this.portraits.findById(1L).orElseThrow();
	}

	private Article article() {
		return this.articles.findById(1L).orElseThrow();
	}

}
