package io.inverseof.model;

import java.util.Set;
import java.util.stream.Collectors;

import io.inverseof.BelongsTo;
import io.inverseof.ForeignKey;
import io.inverseof.HasMany;
import io.inverseof.HasOne;
import io.inverseof.InverseOf;
import io.inverseof.NoInverse;
import io.inverseof.ScopedBy;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.data.annotation.Id;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Walks the table of "Inverse detection": every level, every explicit flag, every shape
 * of scope, every kind.
 */
class InverseDetectionTests {

	private static final Set<String> TO_CHILDREN = Set.of("plain", "filter", "sorted", "limited", "both", "one",
			"oneFilter", "oneSorted", "oneLimited");

	private static final Set<String> NOT_NARROWED = Set.of("plain", "sorted", "one", "oneSorted");

	@ParameterizedTest
	@CsvSource({ "5.0, false", "5.1, false", "5.2, false", "6.0, false", "6.1, false", "7.0, true", "7.1, true",
			"7.2, true", "8.0, true", "8.1, true" })
	void narrowedHasOneAndHasManyHaveAnInverseFromSevenOn(String loadDefaults, boolean narrowedToo) {
		AssociationModel model = Models.of(LoadDefaults.of(loadDefaults).flags(), Project.class, Task.class);
		assertThat(withInverse(model, Project.class)).isEqualTo(narrowedToo ? TO_CHILDREN : NOT_NARROWED);
	}

	@ParameterizedTest
	@CsvSource({ "true, true, true", "true, true, false", "true, false, true", "true, false, false",
			"false, true, true", "false, true, false", "false, false, true", "false, false, false" })
	void automaticScopeInversingAloneDecidesAboutNarrowedOnes(boolean hasManyInversing, boolean scopes,
			boolean plural) {
		DetectionFlags flags = new DetectionFlags(hasManyInversing, scopes, plural);
		AssociationModel model = Models.of(flags, Project.class, Task.class);
		assertThat(withInverse(model, Project.class)).isEqualTo(scopes ? TO_CHILDREN : NOT_NARROWED);
	}

	@Test
	void inverseOfEveryHasOneAndHasManyIsTheBelongsTo() {
		AssociationModel model = Models.of(Project.class, Task.class);
		AssociationProperty project = Models.association(model, Task.class, "project");
		assertThat(model.associationsOf(Project.class)).hasSize(9)
			.allSatisfy((association) -> assertThat(association.inverse().association()).isSameAs(project));
	}

	private static Set<String> withInverse(AssociationModel model, Class<?> owner) {
		return model.associationsOf(owner)
			.toList()
			.stream()
			.filter((association) -> association.inverse().exists())
			.map(AssociationProperty::name)
			.collect(Collectors.toSet());
	}

	@ParameterizedTest
	@CsvSource({ "false, false, false, none, none", "true, false, false, none, none", "false, true, false, none, none",
			"true, true, false, none, none", "false, false, true, found, none", "true, false, true, found, filled",
			"false, true, true, found, none", "true, true, true, found, filled" })
	void hasManyIsTheInverseOfABelongsToWithItsFlagAndFilledWithAnother(boolean hasManyInversing, boolean scopes,
			boolean plural, String found, String filled) {
		AssociationModel model = Models.of(new DetectionFlags(hasManyInversing, scopes, plural), Author.class,
				Post.class);
		AssociationProperty author = Models.association(model, Post.class, "author");
		assertThat(author.inverse().exists()).isEqualTo("found".equals(found));
		assertThat(author.inverseFilled()).isEqualTo("filled".equals(filled));
	}

	@ParameterizedTest
	@CsvSource({ "5.0", "5.1", "5.2", "6.0", "6.1", "7.0", "7.1", "7.2", "8.0", "8.1" })
	void noLevelInvertsPluralAssociationsByItself(String loadDefaults) {
		AssociationModel model = Models.of(LoadDefaults.of(loadDefaults).flags(), Author.class, Post.class);
		assertThat(Models.inverse(model, Post.class, "author").exists()).isFalse();
		assertThat(Models.inverse(model, Author.class, "posts").exists()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "5.0, false", "6.0, false", "6.1, true", "7.0, true", "8.1, true" })
	void hasManyThatIsNamedIsFilledFromSixOneOn(String loadDefaults, boolean filled) {
		AssociationModel model = Models.of(LoadDefaults.of(loadDefaults).flags(), Shelf.class, Book.class);
		AssociationProperty shelf = Models.association(model, Book.class, "shelf");
		assertThat(shelf.inverse().declared()).isTrue();
		assertThat(shelf.inverseFilled()).isEqualTo(filled);
	}

	@ParameterizedTest
	@CsvSource({ "5.0", "6.0", "6.1", "7.0", "8.1" })
	void hasOneIsFilledAtEveryLevel(String loadDefaults) {
		AssociationModel model = Models.of(LoadDefaults.of(loadDefaults).flags(), Person.class, Passport.class);
		AssociationProperty person = Models.association(model, Passport.class, "person");
		assertThat(person.inverse().association()).isSameAs(Models.association(model, Person.class, "passport"));
		assertThat(person.inverseFilled()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "6.1, false", "7.0, true" })
	void belongsToWithAFilterHasAnInverseFromSevenOn(String loadDefaults, boolean found) {
		AssociationModel model = Models.of(LoadDefaults.of(loadDefaults).flags(), Country.class, Capital.class);
		assertThat(Models.inverse(model, Capital.class, "country").exists()).isEqualTo(found);
	}

	@Test
	void belongsToThatOnlySortsHasAnInverseAtEveryLevel() {
		AssociationModel model = Models.of(DetectionFlags.NONE, Country.class, Flag.class);
		assertThat(Models.inverse(model, Flag.class, "country").association()).hasToString("Country.flag");
		assertThat(Models.inverse(model, Country.class, "flag").association()).hasToString("Flag.country");
	}

	@Test
	void associationsWithoutAnInverseAreNotFilled() {
		AssociationModel model = Models.of(Author.class, Post.class);
		assertThat(Models.association(model, Post.class, "author").inverseFilled()).isFalse();
	}

	@Nested
	class ReasonTests {

		@Test
		void theOnlyOne() {
			AssociationModel model = Models.of(Author.class, Post.class);
			assertThat(Models.inverse(model, Author.class, "posts").reason())
				.isEqualTo("Post.author is the only association of Post back to Author on author_id.");
		}

		@Test
		void filter() {
			AssociationModel model = Models.of(LoadDefaults.of("6.1").flags(), Project.class, Task.class);
			assertThat(Models.inverse(model, Project.class, "filter").reason()).isEqualTo(
					"None: Project.filter has a filter, and inverseof.automatic-scope-inversing is off. Switch it "
							+ "on, as load-defaults 7.0 and later do, or name the inverse with @InverseOf.");
		}

		@Test
		void limit() {
			AssociationModel model = Models.of(DetectionFlags.NONE, Project.class, Task.class);
			assertThat(Models.inverse(model, Project.class, "limited").reason())
				.startsWith("None: Project.limited has a limit, and");
		}

		@Test
		void filterAndLimit() {
			AssociationModel model = Models.of(DetectionFlags.NONE, Project.class, Task.class);
			assertThat(Models.inverse(model, Project.class, "both").reason())
				.startsWith("None: Project.both has a filter and a limit, and");
		}

		@Test
		void plural() {
			AssociationModel model = Models.of(Author.class, Post.class);
			assertThat(Models.inverse(model, Post.class, "author").reason()).isEqualTo(
					"None: Author.posts is a has-many, and inverseof.automatically-invert-plural-associations is "
							+ "off. Switch it on, or annotate Post.author with @InverseOf(\"posts\").");
		}

		@Test
		void pluralThatIsNotFilled() {
			AssociationModel model = Models.of(new DetectionFlags(false, false, true), Author.class, Post.class);
			assertThat(Models.inverse(model, Post.class, "author").reason()).isEqualTo(
					"Author.posts is the only association of Author back to Post on author_id, but is not filled, "
							+ "because inverseof.has-many-inversing is off.");
		}

		@Test
		void declared() {
			AssociationModel model = Models.of(Shelf.class, Book.class);
			assertThat(Models.inverse(model, Book.class, "shelf").reason())
				.isEqualTo("Shelf.volumes is named by @InverseOf on Book.shelf.");
		}

		@Test
		void nothingBackToABelongsTo() {
			AssociationModel model = Models.of(Remark.class, Author.class);
			assertThat(Models.inverse(model, Remark.class, "author").reason())
				.isEqualTo("None: Author has no has-one or has-many back to Remark.");
		}

		@Test
		void nothingBackToAHasMany() {
			AssociationModel model = Models.of(Warehouse.class, Crate.class);
			AssociationProperty crates = Models.association(model, Warehouse.class, "crates");
			assertThat(crates.inverse().reason()).isEqualTo("None: Crate has no belongs-to back to Warehouse.");
			assertThat(crates.keySide()).isNull();
		}

	}

	@Nested
	class NoInverseTests {

		private final AssociationModel model = Models.of(Models.PLURAL, Team.class, Player.class);

		@Test
		void switchesTheDetectionOff() {
			Inverse inverse = Models.inverse(this.model, Team.class, "players");
			assertThat(inverse.exists()).isFalse();
			assertThat(inverse.reason()).isEqualTo("None: @NoInverse on Team.players switches the detection off.");
		}

		@Test
		void keepsTheAssociationFromBeingDetected() {
			Inverse inverse = Models.inverse(this.model, Player.class, "team");
			assertThat(inverse.exists()).isFalse();
			assertThat(inverse.reason()).isEqualTo("None: no association of Team back to Player on team_id qualifies: "
					+ "Team.players is annotated with @NoInverse.");
		}

		@Test
		void doesNotHideWhoHoldsTheKey() {
			assertThat(Models.association(this.model, Team.class, "players").keySide())
				.isSameAs(Models.association(this.model, Player.class, "team"));
		}

	}

	@Nested
	class SeveralCandidatesTests {

		@Test
		void keyColumnsTellTwoBelongsToToOneClassApart() {
			AssociationModel model = Models.of(Models.PLURAL, Writer.class, Article.class);
			assertThat(Models.inverse(model, Writer.class, "articles").association()).hasToString("Article.writer");
			assertThat(Models.inverse(model, Writer.class, "edited").association()).hasToString("Article.editor");
			assertThat(Models.inverse(model, Article.class, "writer").association()).hasToString("Writer.articles");
			assertThat(Models.inverse(model, Article.class, "editor").association()).hasToString("Writer.edited");
		}

		@Test
		void sortedHasOneBesideAHasManyIsNeverTheInverse() {
			AssociationModel model = Models.of(Models.PLURAL, Blog.class, Entry.class);
			assertThat(Models.inverse(model, Entry.class, "blog").association()).hasToString("Blog.entries");
			assertThat(Models.inverse(model, Blog.class, "latest").association()).hasToString("Entry.blog");
		}

		@Test
		void sortedHasOneAloneIsNotTheInverseEither() {
			AssociationModel model = Models.of(Models.PLURAL, Device.class, Reading.class);
			Inverse inverse = Models.inverse(model, Reading.class, "device");
			assertThat(inverse.exists()).isFalse();
			assertThat(inverse.reason()).isEqualTo("None: no association of Device back to Reading on device_id "
					+ "qualifies: Device.filtered has a filter, Device.latest has a sort, Device.some has a filter, "
					+ "Device.top has a limit.");
		}

		@Test
		void belongsToWithAFilterIsNeverTheInverse() {
			AssociationModel model = Models.of(Country.class, Capital.class);
			assertThat(Models.inverse(model, Country.class, "capital").reason()).isEqualTo(
					"None: no association of Capital back to Country on country_id qualifies: Capital.country has "
							+ "a filter.");
		}

		@Test
		void theOneNamedAfterTheOwnerIsChosen() {
			AssociationModel model = Models.of(Models.PLURAL, Customer.class, Purchase.class);
			Inverse inverse = Models.inverse(model, Purchase.class, "customer");
			assertThat(inverse.association()).hasToString("Customer.purchases");
			assertThat(inverse.reason()).isEqualTo("Of the associations of Customer back to Purchase on customer_id "
					+ "(archive, purchases), Customer.purchases is the one named after Purchase.");
		}

		@Test
		void pluralNameOfTheOwnerFollowsRails() {
			AssociationModel model = Models.of(Models.PLURAL, Region.class, SalesPerson.class);
			assertThat(Models.inverse(model, SalesPerson.class, "region").association())
				.hasToString("Region.salesPeople");
		}

		@Test
		void hasManyThatIsChosenByNameNeedsTheFlagToo() {
			AssociationModel model = Models.of(Customer.class, Purchase.class);
			assertThat(Models.inverse(model, Purchase.class, "customer").reason())
				.startsWith("None: Customer.purchases is a has-many, and");
		}

		@Test
		void hasOneThatIsNamedAfterTheOwnerBeatsAHasManyThatIsNot() {
			AssociationModel model = Models.of(House.class, Roof.class);
			AssociationProperty house = Models.association(model, Roof.class, "house");
			assertThat(house.inverse().association()).hasToString("House.roof");
			assertThat(house.inverseFilled()).isTrue();
		}

		@Test
		void hasOneThatIsNotNamedAfterTheOwnerDoesNotReplaceTheHasManyThatIs() {
			AssociationModel model = Models.of(Menu.class, Dish.class);
			assertThat(Models.inverse(model, Dish.class, "menu").exists()).isFalse();
		}

		@Test
		void noneIsChosenWhenNoneIsNamedAfterTheOwner() {
			AssociationModel model = Models.of(Models.PLURAL, Room.class, Chair.class);
			assertThat(Models.inverse(model, Chair.class, "room").reason()).isEqualTo(
					"None: Room has several associations back to Chair on room_id (left, right), and not exactly "
							+ "one of them is named after Chair. Name the inverse with @InverseOf.");
		}

		@Test
		void noneIsChosenWhenTwoAreNamedAfterTheOwner() {
			AssociationModel model = Models.of(Models.PLURAL, Kitchen.class, Stove.class);
			assertThat(Models.inverse(model, Stove.class, "kitchen").exists()).isFalse();
		}

	}

	@Nested
	class DeclaredTests {

		@Test
		void declaresOneSideOnly() {
			AssociationModel model = Models.of(Shelf.class, Book.class);
			assertThat(Models.inverse(model, Book.class, "shelf").association()).hasToString("Shelf.volumes");
			assertThat(Models.inverse(model, Book.class, "shelf").declared()).isTrue();
			assertThat(Models.inverse(model, Shelf.class, "volumes").declared()).isFalse();
		}

		@Test
		void beatsAFilterAndTheFlags() {
			AssociationModel model = Models.of(DetectionFlags.NONE, Album.class, Song.class);
			assertThat(Models.inverse(model, Album.class, "hits").association()).hasToString("Song.album");
		}

		@Test
		void mayNameOneThatIsNotDetectedItself() {
			AssociationModel model = Models.of(Album.class, Song.class);
			assertThat(Models.inverse(model, Album.class, "songs").exists()).isFalse();
			assertThat(Models.inverse(model, Song.class, "album").association()).hasToString("Album.songs");
		}

		@Test
		void neverFillsAHasManyWithAFilter() {
			AssociationModel model = Models.of(Models.PLURAL, Label.class, Artist.class);
			AssociationProperty label = Models.association(model, Artist.class, "label");
			assertThat(label.inverse().association()).hasToString("Label.signed");
			assertThat(label.inverse().reason())
				.isEqualTo("Label.signed is named by @InverseOf on Artist.label, but is "
						+ "not filled, because it has a filter.");
			assertThat(label.inverseFilled()).isFalse();
		}

	}

	@Nested
	class SelfReferenceTests {

		@Test
		void parentAndChildrenFindEachOther() {
			AssociationModel model = Models.of(Models.PLURAL, Category.class);
			assertThat(Models.inverse(model, Category.class, "children").association()).hasToString("Category.parent");
			assertThat(Models.inverse(model, Category.class, "parent").association()).hasToString("Category.children");
		}

		@Test
		void twoPairsAreToldApartByTheirColumns() {
			AssociationModel model = Models.of(Models.PLURAL, Employee.class);
			assertThat(Models.inverse(model, Employee.class, "reports").association()).hasToString("Employee.manager");
			assertThat(Models.inverse(model, Employee.class, "mentor").association())
				.hasToString("Employee.apprentices");
		}

		@Test
		void oneSideCanBeDeclared() {
			AssociationModel model = Models.of(Folder.class);
			assertThat(Models.inverse(model, Folder.class, "parent").association()).hasToString("Folder.children");
			assertThat(Models.inverse(model, Folder.class, "parent").declared()).isTrue();
		}

	}

	@Nested
	class SubclassTests {

		private final AssociationModel model = Models.of(Models.PLURAL, Channel.class, VipChannel.class, Message.class,
				Reply.class);

		@Test
		void inheritedAssociationIsOneOfTheConcreteClass() {
			AssociationProperty channel = Models.association(this.model, Reply.class, "channel");
			assertThat(channel).hasToString("Reply.channel");
			assertThat(channel.owner()).isEqualTo(Reply.class);
		}

		@Test
		void inverseOfAnInheritedBelongsToIsThatOfTheSuperclass() {
			assertThat(Models.inverse(this.model, Reply.class, "channel").association())
				.hasToString("Channel.messages");
		}

		@Test
		void inverseOfAnInheritedHasManyIsTheBelongsTo() {
			assertThat(Models.inverse(this.model, VipChannel.class, "messages").association())
				.isSameAs(Models.association(this.model, Message.class, "channel"));
		}

		@Test
		void conventionPrefersTheConcreteClassAndKnowsTheDeclaringOne() {
			AssociationModel animals = Models.of(Models.PLURAL, Zoo.class, Animal.class, Cat.class, Dog.class);
			assertThat(Models.inverse(animals, Animal.class, "zoo").association()).hasToString("Zoo.animals");
			assertThat(Models.inverse(animals, Cat.class, "zoo").association()).hasToString("Zoo.cats");
			assertThat(Models.inverse(animals, Dog.class, "zoo").association()).hasToString("Zoo.animals");
		}

		@Test
		void conventionKnowsNoClassAboveTheDeclaringOne() {
			AssociationModel kennels = Models.of(Models.PLURAL, Kennel.class, Dog.class);
			assertThat(Models.inverse(kennels, Dog.class, "kennel").exists()).isFalse();
		}

		@Test
		void conventionDoesNotLookAtTheSuperclassWhenTheConcreteClassIsAmbiguous() {
			AssociationModel farms = Models.of(Models.PLURAL, Farm.class, Livestock.class, Goat.class, Cow.class);
			assertThat(Models.inverse(farms, Goat.class, "farm").exists()).isFalse();
			assertThat(Models.inverse(farms, Cow.class, "farm").association()).hasToString("Farm.livestocks");
		}

		@Test
		void belongsToToASubclassDoesNotFitTheSuperclass() {
			AssociationModel guests = Models.of(Guest.class, VipChannel.class, Channel.class);
			assertThat(Models.inverse(guests, Channel.class, "everyone").reason())
				.isEqualTo("None: Guest has no belongs-to back to Channel.");
			assertThat(Models.inverse(guests, VipChannel.class, "everyone").association()).hasToString("Guest.channel");
		}

	}

	static class Project {

		@Id
		Long id;

		HasMany<Task> plain;

		@ScopedBy(Models.Filter.class)
		HasMany<Task> filter;

		@ScopedBy(Models.Sorted.class)
		HasMany<Task> sorted;

		@ScopedBy(Models.Limited.class)
		HasMany<Task> limited;

		@ScopedBy(Models.FilterAndLimit.class)
		HasMany<Task> both;

		HasOne<Task> one;

		@ScopedBy(Models.Filter.class)
		HasOne<Task> oneFilter;

		@ScopedBy(Models.Sorted.class)
		HasOne<Task> oneSorted;

		@ScopedBy(Models.Limited.class)
		HasOne<Task> oneLimited;

	}

	record Task(@Id Long id, String name, BelongsTo<Project, Long> project) {
	}

	static class Author {

		@Id
		Long id;

		HasMany<Post> posts;

	}

	record Post(@Id Long id, BelongsTo<Author, Long> author) {
	}

	record Remark(@Id Long id, BelongsTo<Author, Long> author) {
	}

	static class Shelf {

		@Id
		Long id;

		HasMany<Book> volumes;

	}

	record Book(@Id Long id, @InverseOf("volumes") BelongsTo<Shelf, Long> shelf) {
	}

	static class Person {

		@Id
		Long id;

		HasOne<Passport> passport;

	}

	record Passport(@Id Long id, BelongsTo<Person, Long> person) {
	}

	static class Country {

		@Id
		Long id;

		String name;

		HasOne<Capital> capital;

		HasOne<Flag> flag;

	}

	record Capital(@Id Long id, @ScopedBy(Models.Filter.class) BelongsTo<Country, Long> country) {
	}

	record Flag(@Id Long id, @ScopedBy(Models.Sorted.class) BelongsTo<Country, Long> country) {
	}

	static class Warehouse {

		@Id
		Long id;

		HasMany<Crate> crates;

	}

	record Crate(@Id Long id, Long warehouseId) {
	}

	static class Team {

		@Id
		Long id;

		@NoInverse
		HasMany<Player> players;

	}

	record Player(@Id Long id, BelongsTo<Team, Long> team) {
	}

	static class Writer {

		@Id
		Long id;

		HasMany<Article> articles;

		@ForeignKey("editor_id")
		HasMany<Article> edited;

	}

	record Article(@Id Long id, BelongsTo<Writer, Long> writer, BelongsTo<Writer, Long> editor) {
	}

	static class Blog {

		@Id
		Long id;

		@ScopedBy(Models.Sorted.class)
		HasOne<Entry> latest;

		HasMany<Entry> entries;

	}

	record Entry(@Id Long id, String name, BelongsTo<Blog, Long> blog) {
	}

	static class Device {

		@Id
		Long id;

		@ScopedBy(Models.Filter.class)
		HasOne<Reading> filtered;

		@ScopedBy(Models.Sorted.class)
		HasOne<Reading> latest;

		@ScopedBy(Models.Filter.class)
		HasMany<Reading> some;

		@ScopedBy(Models.Limited.class)
		HasMany<Reading> top;

	}

	record Reading(@Id Long id, String name, BelongsTo<Device, Long> device) {
	}

	static class Customer {

		@Id
		Long id;

		HasMany<Purchase> archive;

		HasMany<Purchase> purchases;

	}

	record Purchase(@Id Long id, BelongsTo<Customer, Long> customer) {
	}

	static class Region {

		@Id
		Long id;

		HasMany<SalesPerson> staff;

		HasMany<SalesPerson> salesPeople;

	}

	record SalesPerson(@Id Long id, BelongsTo<Region, Long> region) {
	}

	static class House {

		@Id
		Long id;

		HasMany<Roof> history;

		HasOne<Roof> roof;

	}

	record Roof(@Id Long id, BelongsTo<House, Long> house) {
	}

	static class Menu {

		@Id
		Long id;

		HasOne<Dish> special;

		HasMany<Dish> dishes;

	}

	record Dish(@Id Long id, BelongsTo<Menu, Long> menu) {
	}

	static class Room {

		@Id
		Long id;

		HasMany<Chair> left;

		HasMany<Chair> right;

	}

	record Chair(@Id Long id, BelongsTo<Room, Long> room) {
	}

	static class Kitchen {

		@Id
		Long id;

		HasOne<Stove> stove;

		HasMany<Stove> stoves;

	}

	record Stove(@Id Long id, BelongsTo<Kitchen, Long> kitchen) {
	}

	static class Album {

		@Id
		Long id;

		@NoInverse
		HasMany<Song> songs;

		@InverseOf("album")
		@ScopedBy(Models.Filter.class)
		HasMany<Song> hits;

	}

	record Song(@Id Long id, String name, @InverseOf("songs") BelongsTo<Album, Long> album) {
	}

	static class Label {

		@Id
		Long id;

		@ScopedBy(Models.Filter.class)
		HasMany<Artist> signed;

	}

	record Artist(@Id Long id, String name, @InverseOf("signed") BelongsTo<Label, Long> label) {
	}

	static class Category {

		@Id
		Long id;

		BelongsTo<Category, Long> parent;

		HasMany<Category> children;

	}

	static class Employee {

		@Id
		Long id;

		BelongsTo<Employee, Long> manager;

		BelongsTo<Employee, Long> mentor;

		@ForeignKey("manager_id")
		HasMany<Employee> reports;

		@ForeignKey("mentor_id")
		HasMany<Employee> apprentices;

	}

	static class Folder {

		@Id
		Long id;

		@InverseOf("children")
		BelongsTo<Folder, Long> parent;

		HasMany<Folder> children;

	}

	static class Channel {

		@Id
		Long id;

		HasMany<Message> messages;

		@ForeignKey("channel_id")
		HasMany<Guest> everyone;

	}

	static class VipChannel extends Channel {

	}

	static class Message {

		@Id
		Long id;

		BelongsTo<Channel, Long> channel;

	}

	static class Reply extends Message {

	}

	record Guest(@Id Long id, BelongsTo<VipChannel, Long> channel) {
	}

	static class Zoo {

		@Id
		Long id;

		HasMany<Animal> animals;

		HasMany<Cat> cats;

		HasMany<Dog> barkers;

	}

	static class Animal {

		@Id
		Long id;

		BelongsTo<Zoo, Long> zoo;

	}

	static class Cat extends Animal {

	}

	static class Dog extends Animal {

		BelongsTo<Kennel, Long> kennel;

	}

	static class Kennel {

		@Id
		Long id;

		HasMany<Dog> animals;

		HasMany<Dog> barkers;

	}

	static class Farm {

		@Id
		Long id;

		HasMany<Livestock> livestocks;

		HasOne<Goat> goat;

		HasMany<Goat> goats;

	}

	static class Livestock {

		@Id
		Long id;

		BelongsTo<Farm, Long> farm;

	}

	static class Goat extends Livestock {

	}

	static class Cow extends Livestock {

	}

}
