package io.inverseof.it.parity.polymorphic;

import java.util.List;
import java.util.Objects;

import io.inverseof.AssociationOperations;
import io.inverseof.it.parity.polymorphic.Gallery.Dog;
import io.inverseof.it.parity.polymorphic.Gallery.Dogs;
import io.inverseof.it.parity.polymorphic.Gallery.People;
import io.inverseof.it.parity.polymorphic.Gallery.Person;
import io.inverseof.it.parity.polymorphic.Gallery.Pet;
import io.inverseof.it.parity.polymorphic.Gallery.Pets;
import io.inverseof.it.parity.polymorphic.Gallery.Photo;
import io.inverseof.it.parity.polymorphic.Gallery.Photos;
import io.inverseof.it.parity.polymorphic.Gallery.Portrait;
import io.inverseof.it.parity.polymorphic.Gallery.Portraits;
import io.inverseof.it.parity.polymorphic.Gallery.Sitter;
import io.inverseof.it.parity.polymorphic.Gallery.Stone;
import io.inverseof.it.parity.polymorphic.Gallery.Stones;
import io.inverseof.it.parity.polymorphic.Gallery.Witness;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.saving.Sent;
import io.inverseof.it.saving.Tables;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Rails' {@code InversePolymorphicBelongsToTests}, and what is about polymorphic
 * associations in its tests of belongs-to, has-many, join models and autosave. Ann
 * (person 1), Tom (pet 1) and Rex (pet 2, a dog) share their ids; so do the rows about
 * them.
 */
@SpringBootTest(classes = Gallery.class, webEnvironment = WebEnvironment.NONE)
@OnH2
class PolymorphicParityTests {

	@Autowired
	private People people;

	@Autowired
	private Pets pets;

	@Autowired
	private Dogs dogs;

	@Autowired
	private Stones stones;

	@Autowired
	private Portraits portraits;

	@Autowired
	private Photos photos;

	@Autowired
	private AssociationOperations associations;

	@Autowired
	private StatementCounter statements;

	@Autowired
	private Witness witness;

	@Autowired
	private Tables tables;

	@Autowired
	private JdbcTemplate jdbc;

	@BeforeEach
	void fill() {
		this.tables.empty();
		this.jdbc.update("insert into person (id, name, photos_count) values (1, 'Ann', 2), (2, 'Bob', 0)");
		this.jdbc
			.update("insert into pet (id, type, name, photos_count) values (1, null, 'Tom', 1), (2, 'Dog', 'Rex', 1)");
		this.jdbc.update("insert into stone (id, name) values (1, 'flint')");
		this.jdbc.update("insert into portrait (id, title, sitter_id, sitter_type) values (1, 'proud', 1, 'human'), "
				+ "(2, 'asleep', 1, 'Pet'), (3, 'still', 1, 'Stone'), (4, 'empty', null, null)");
		this.jdbc.update("insert into photo (id, title, subject_id, subject_type) values (1, 'at sea', 1, 'human'), "
				+ "(2, 'at home', 1, 'human'), (3, 'hunting', 1, 'Pet'), (4, 'jumping', 2, 'Pet')");
		this.jdbc.update("insert into tag (id, name) values (1, 'tall'), (2, 'furry')");
		this.jdbc.update(
				"insert into tagging (id, tagged_id, tagged_type, tag_id) values (1, 1, 'human', 1), (2, 1, 'Pet', 2)");
		for (String table : List.of("person", "pet", "portrait", "photo", "tag", "tagging")) {
			this.jdbc.execute("alter table " + table + " alter column id restart with 100");
		}
		this.witness.seen.clear();
	}

	private Person ann() {
		return this.people.findById(1L).orElseThrow();
	}

	private Pet tom() {
		return this.pets.findById(1L).orElseThrow();
	}

	private Portrait portrait(long id) {
		return this.portraits.findById(id).orElseThrow();
	}

	private Photo photo(long id) {
		return this.photos.findById(id).orElseThrow();
	}

	/**
	 * Returns the columns of all rows of a table, such as {@code 1-human}.
	 */
	private List<Object> references(String property, String table) {
		return this.tables.column("concat(%1$s_id, '-', %1$s_type)".formatted(property), table, "id");
	}

	@Test
	void theTargetHoldsTheRowThatReadIt() {
		Portrait proud = portrait(1);
		Person ann = (Person) proud.sitter.get();
		assertThat(this.statements).during(() -> assertThat(ann.portrait.get()).isSameAs(proud)).none();
	}

	@Test
	void aPreloadedTargetHoldsTheRowThatReadIt() {
		List<Portrait> all = this.portraits.findAll();
		this.associations.preload(all, "sitter");
		assertThat(this.statements).during(() -> {
			assertThat(((Person) all.get(0).sitter.get()).portrait.get()).isSameAs(all.get(0));
			assertThat(((Pet) all.get(1).sitter.get()).portrait.get()).isSameAs(all.get(1));
		}).none();
	}

	@Test
	void anAssignedTargetHoldsTheRow() {
		Portrait proud = portrait(1);
		Person dora = Person.named("Dora");
		proud.sitter.set(dora);
		assertThat(dora.portrait.get()).isSameAs(proud);
	}

	@Test
	void everyRowOfACollectionRefersToItsOwner() {
		Person ann = ann();
		assertThat(this.statements)
			.during(() -> assertThat(ann.photos).hasSize(2)
				.allSatisfy((photo) -> assertThat(photo.subject.get()).isSameAs(ann)))
			.selects(1);
	}

	@Test
	void aCollectionIsNotFilledByARow() {
		Person ann = (Person) photo(1).subject.get();
		assertThat(ann.photos.isLoaded()).isFalse();
		assertThat(ann.photos).hasSize(2);
	}

	@Test
	void aTargetThatKnowsNothingOfItsRowsIsReadAndAssigned() {
		assertThat(((Stone) portrait(3).sitter.get()).name).isEqualTo("flint");
		Portrait proud = portrait(1);
		proud.sitter.set(this.stones.findById(1L).orElseThrow());
		this.portraits.save(proud);
		assertThat(references("sitter", "portrait")).startsWith("1-Stone");
	}

	@Test
	void anObjectThatIsNoEntityIsRefusedAndNothingChanges() {
		Portrait proud = portrait(1);
		Sitter before = proud.sitter.get();
		assertThatThrownBy(() -> proud.sitter.set(new Sitter() {
		})).hasMessageContaining("Portrait.sitter");
		assertThat(proud.sitter.get()).isSameAs(before);
		this.portraits.save(proud);
		assertThat(references("sitter", "portrait")).startsWith("1-human");
	}

	@Test
	void bothColumnsFollowTheTarget() {
		Portrait proud = portrait(1);
		proud.sitter.set(tom());
		this.portraits.save(proud);
		assertThat(references("sitter", "portrait")).startsWith("1-Pet");
		Person dora = Person.named("Dora");
		proud.sitter.set(dora);
		assertThat(proud.sitter.getId()).isNull();
		this.portraits.save(proud);
		assertThat(references("sitter", "portrait")).startsWith(dora.id + "-human");
		proud.sitter.set(null);
		this.portraits.save(proud);
		assertThat(this.jdbc.queryForMap("select sitter_id, sitter_type from portrait where id = 1").values())
			.containsOnlyNulls();
	}

	@Test
	void theSameIdOfAnotherClassIsAnotherTarget() {
		Photo photo = photo(1);
		assertThat(photo.subject.get()).isInstanceOf(Person.class);
		photo.subject.set(tom());
		this.photos.save(photo);
		assertThat(photo(1).subject.get()).isInstanceOf(Pet.class);
	}

	@Test
	void aRowThatMovesToTheSameIdOfAnotherClassLeavesTheCollectionBefore() {
		Person ann = ann();
		Photo photo = ann.photos.get(0);
		tom().photos.add(photo);
		assertThat(ann.photos).hasSize(1);
	}

	@Test
	void aBuiltRowGetsBothColumns() {
		Person ann = ann();
		Photo built = ann.photos.build((photo) -> photo.title = "at work");
		assertThat(built.subject.get()).isSameAs(ann);
		this.people.save(ann);
		assertThat(references("subject", "photo")).endsWith("1-human");
		assertThat(ann().photos).hasSize(3);
	}

	@Test
	void aBuiltRowRefersToAnUnsavedOwner() {
		Person dora = Person.named("Dora");
		Photo built = dora.photos.build((photo) -> photo.title = "new");
		assertThat(built.subject.get()).isSameAs(dora);
		this.people.save(dora);
		assertThat(references("subject", "photo")).endsWith(dora.id + "-human");
	}

	@Test
	void anAssignedHasOneGetsBothColumns() {
		Person bob = this.people.findById(2L).orElseThrow();
		bob.portrait.set(portrait(4));
		this.people.save(bob);
		assertThat(references("sitter", "portrait")).endsWith("2-human");
		bob.portrait.create((portrait) -> portrait.title = "another");
		assertThat(references("sitter", "portrait")).endsWith("2-human");
	}

	@Test
	void aSubclassIsStoredUnderTheNameOfItsTable() {
		Dog rex = this.dogs.findById(2L).orElseThrow();
		assertThat(rex.photos).extracting((photo) -> photo.title).containsExactly("jumping");
		rex.photos.create((photo) -> photo.title = "fetching");
		assertThat(references("subject", "photo")).endsWith("2-Pet");
		assertThat(photo(4).subject.get()).isInstanceOf(Dog.class);
	}

	@Test
	void deletingTheOwnerDestroysItsRowsAlone() {
		this.people.delete(ann());
		assertThat(this.tables.column("title", "photo", "id")).containsExactly("hunting", "jumping");
	}

	@Test
	void deletingTheOwnerEmptiesBothColumnsOfItsRowsAlone() {
		this.pets.delete(tom());
		assertThat(this.jdbc.queryForMap("select subject_id, subject_type from photo where id = 3").values())
			.containsOnlyNulls();
		assertThat(references("subject", "photo")).startsWith("1-human", "1-human");
	}

	@Test
	void aRowThatLeavesEmptiesBothColumns() {
		Pet tom = tom();
		tom.photos.clear();
		this.pets.save(tom);
		Person ann = ann();
		assertThat(ann.photos).hasSize(2);
		assertThat(this.photos.findById(3L)).isPresent();
		assertThat(this.jdbc.queryForObject(
				"select count(*) from photo where subject_type is null and subject_id is null", Integer.class))
			.isEqualTo(this.jdbc.queryForObject("select count(*) from photo where subject_id is null", Integer.class));
	}

	@Test
	void aRowThatSomebodyElseMovedToTheSameIdIsNotTakenAway() {
		Person ann = ann();
		ann.portrait.get();
		this.jdbc.update("update portrait set sitter_type = 'Stone' where id = 1");
		ann.portrait.set(null);
		this.people.save(ann);
		assertThat(references("sitter", "portrait")).startsWith("1-Stone");
	}

	@Test
	void targetsOfSeveralClassesTakeOneSelectEach() {
		List<Portrait> all = this.portraits.findAll();
		assertThat(Sent.kinds(this.statements, () -> this.associations.preload(all, "sitter")))
			.containsExactlyInAnyOrder("select from person", "select from pet", "select from stone");
	}

	@Test
	void siblingsTakeOneSelectForEachClass() {
		List<Photo> all = this.photos.findAll();
		assertThat(this.statements).during(() -> all.forEach((photo) -> photo.subject.get())).selects(2);
	}

	@Test
	void twoRowsOfOneTargetShareIt() {
		List<Photo> all = this.photos.findAll();
		assertThat(all.get(0).subject.get()).isSameAs(all.get(1).subject.get());
	}

	@Test
	void callbacksOfANewOwnerAndItsRowRunOnce() {
		Person dora = Person.named("Dora");
		dora.portrait.set(Portrait.titled("new"));
		this.people.save(dora);
		assertThat(this.witness.seen).containsExactly("Person", "Portrait");
	}

	@Test
	void callbacksOfANewRowAndItsTargetRunOnce() {
		Portrait portrait = Portrait.titled("new");
		portrait.sitter.set(Person.named("Dora"));
		this.portraits.save(portrait);
		assertThat(this.witness.seen).containsExactlyInAnyOrder("Person", "Portrait");
		assertThat(portrait(Objects.requireNonNull(portrait.id)).sitter.get()).isInstanceOf(Person.class);
	}

	@Test
	void savingWritesNothingOfRowsThatDidNotMove() {
		Person ann = ann();
		assertThat(ann.photos).hasSize(2);
		ann.portrait.get();
		assertThat(Sent.kinds(this.statements, () -> this.people.save(ann))).containsExactly("update person");
	}

	@Test
	void anEmptyOneSendsNothing() {
		Portrait empty = portrait(4);
		assertThat(this.statements).during(() -> assertThat(empty.sitter.orNull()).isNull()).none();
	}

	@Test
	void countersOfSeveralClassesAreKeptApart() {
		Photo photo = photo(1);
		photo.subject.set(tom());
		this.photos.save(photo);
		assertThat(counters()).containsExactly(1, 2);
		photo.subject.set(null);
		this.photos.save(photo);
		assertThat(counters()).containsExactly(1, 1);
		this.photos.deleteById(2L);
		assertThat(counters()).containsExactly(0, 1);
	}

	private List<Integer> counters() {
		return List.of(ann().photosCount, tom().photosCount);
	}

	@Test
	void movingTouchesTargetsOfBothClasses() {
		Photo photo = photo(1);
		photo.subject.set(tom());
		this.photos.save(photo);
		assertThat(ann().updatedAt).isNotNull();
		assertThat(tom().updatedAt).isNotNull();
	}

	@Test
	void othersAreReachedThroughRowsOfTheRightClass() {
		assertThat(ann().tags).extracting((tag) -> tag.name).containsExactly("tall");
		assertThat(tom().tags).extracting((tag) -> tag.name).containsExactly("furry");
	}

	@Test
	void othersAreAddedThroughRowsOfTheRightClass() {
		ann().tags.create((tag) -> tag.name = "funny");
		assertThat(references("tagged", "tagging")).endsWith("1-human");
		assertThat(ann().tags).hasSize(2);
		assertThat(tom().tags).hasSize(1);
	}

}
