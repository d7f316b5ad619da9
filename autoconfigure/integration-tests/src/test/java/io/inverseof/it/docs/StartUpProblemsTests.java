package io.inverseof.it.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.inverseof.AssociationScope;
import io.inverseof.As;
import io.inverseof.BelongsTo;
import io.inverseof.CounterCache;
import io.inverseof.Dependent;
import io.inverseof.Discriminator;
import io.inverseof.ForeignKey;
import io.inverseof.HasMany;
import io.inverseof.InvalidAssociationsException;
import io.inverseof.InverseOf;
import io.inverseof.Polymorphic;
import io.inverseof.NoInverse;
import io.inverseof.Preload;
import io.inverseof.ScopedBy;
import io.inverseof.Through;
import io.inverseof.Touch;
import io.inverseof.autoconfigure.InverseofAutoConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Transient;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.data.relational.RelationalManagedTypes;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.data.repository.ListCrudRepository;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The problems at start-up in {@code docs/errors.md}: each that it prints is one that was
 * found here.
 */
class StartUpProblemsTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, DataJdbcRepositoriesAutoConfiguration.class,
				InverseofAutoConfiguration.class))
		.withInitializer((context) -> AutoConfigurationPackages
			.register((BeanDefinitionRegistry) context.getBeanFactory(), "io.inverseof.it.docs.empty"));

	@Test
	void declarations() {
		assertDocumented(Draft.class, Review.class, Shop.class, Anthology.class, Quote.class, Essay.class,
				Discussion.class);
	}

	@Test
	void polymorphic() {
		assertDocumented(Chapter.class, Note.class, Sheet.class);
	}

	/**
	 * Local classes, because the application of the documentation would find others.
	 */
	@Test
	void singleTableInheritance() {
		@Discriminator(value = "bus")
		class Bus extends Vehicle {

		}
		@Discriminator(value = "bus", column = "kind")
		class Coach extends Vehicle {

		}
		@Discriminator
		@Table("tram")
		class Tram extends Vehicle {

		}
		@Discriminator
		class Van extends Vehicle {

			Engine engine;

		}
		@Discriminator
		record Ticket(@Id Long id) {

		}
		assertDocumented(Bus.class, Coach.class);
		assertDocumented(Tram.class, Van.class);
		assertDocumented(Ticket.class);
	}

	static class Vehicle {

		@Id
		Long id;

	}

	record Engine(String name) {

	}

	@Test
	void dependents() {
		assertDocumented(Postcard.class);
		assertDocumented(Parcel.class);
	}

	@Test
	void counters() {
		assertDocumented(Ticket.class, Stamp.class, Invite.class, Box.class);
		assertDocumented(Basket.class);
	}

	@Test
	void throughs() {
		assertDocumented(Prison.class, Camp.class, Fort.class);
	}

	@Test
	void inverses() {
		assertDocumented(Novel.class, Blog.class, Poem.class);
	}

	@Test
	void backReferences() {
		assertDocumented(Kit.class, Sketch.class);
	}

	@Test
	void foreignKeys() {
		assertDocumented(Publisher.class, User.class, Editor.class, Speech.class, Play.class, Song.class);
	}

	@Test
	void scopes() {
		assertDocumented(Report.class, Lecture.class, Interview.class);
	}

	@Test
	void preloads() {
		runner.withUserConfiguration(Kiosk.class).run((context) -> assertDocumented(context.getStartupFailure()));
	}

	@Test
	void loadDefaults() {
		runner.withPropertyValues("inverseof.load-defaults=7.5")
			.run((context) -> assertDocumented(context.getStartupFailure()));
	}

	@Test
	void cases() {
		runner.withBean(RelationalManagedTypes.class, () -> RelationalManagedTypes.fromIterable(List.of(Book.class)))
			.withPropertyValues("spring.datasource.url=jdbc:h2:mem:cases;INIT=CREATE TABLE IF NOT EXISTS BOOK"
					+ "(ID BIGINT PRIMARY KEY\\, TITLE VARCHAR\\, AUTHOR_ID BIGINT)")
			.run((context) -> assertDocumented(context.getStartupFailure()));
		runner
			.withBean(RelationalManagedTypes.class, () -> RelationalManagedTypes.fromIterable(List.of(Magazine.class)))
			.withPropertyValues("spring.datasource.url=jdbc:h2:mem:cases;INIT=CREATE TABLE IF NOT EXISTS MAGAZINE"
					+ "(ID BIGINT PRIMARY KEY\\, TITLE VARCHAR\\, AUTHOR_ID BIGINT)")
			.run((context) -> assertDocumented(context.getStartupFailure()));
	}

	private void assertDocumented(Class<?>... entities) {
		runner.withBean(RelationalManagedTypes.class, () -> RelationalManagedTypes.fromIterable(List.of(entities)))
			.run((context) -> assertDocumented(context.getStartupFailure()));
	}

	private static void assertDocumented(Throwable failure) {
		Throwable cause = failure;
		while (cause != null && !(cause instanceof InvalidAssociationsException)) {
			cause = cause.getCause();
		}
		assertThat(cause).as("failure").isInstanceOf(InvalidAssociationsException.class);
		List<String> problems = ((InvalidAssociationsException) cause).getProblems();
		assertThat(problems).filteredOn((problem) -> !ErrorsTests.isDocumented(problem)).isEmpty();
	}

	abstract static class Entity {

		@Id
		Long id;

	}

	@SuppressWarnings("rawtypes")
	static class Draft extends Entity {

		BelongsTo author = belongsTo(this);

	}

	static class Review extends Entity {

		BelongsTo<Author, Integer> author = belongsTo(this);

	}

	static class Shop extends Entity {

		BelongsTo<Address, Long> address = belongsTo(this);

	}

	static class Address {

		String street;

	}

	static class Anthology extends Entity {

		List<BelongsTo<Author, Long>> authors = List.of();

		Map<String, HasMany<Post>> posts = Map.of();

	}

	static class Quote extends Entity {

		@InverseOf("posts")
		Long authorId;

	}

	static class Essay extends Entity {

		@Transient
		BelongsTo<Author, Long> author = belongsTo(this);

	}

	record Discussion(@Id Long id, HasMany<Comment> comments) {

	}

	static class Postcard extends Entity {

		@Dependent(Dependent.Action.DESTROY)
		BelongsTo<Author, Long> author = belongsTo(this);

	}

	static class Parcel extends Entity {

		List<Item> items = new ArrayList<>();

	}

	static class Item extends Entity {

		@Dependent(Dependent.Action.DELETE)
		HasMany<Sticker> stickers = hasMany(this);

	}

	static class Office extends Entity {

		int ticketsCount;

		String letters;

		@InverseOf("office")
		@CounterCache("tickets_count")
		HasMany<Ticket> tickets = hasMany(this);

	}

	static class Ticket extends Entity {

		@CounterCache("ticket_count")
		BelongsTo<Office, Long> office = belongsTo(this);

	}

	static class Invite extends Entity {

		@CounterCache("letters")
		BelongsTo<Office, Long> office = belongsTo(this);

	}

	static class Stamp extends Entity {

		@Touch("letters")
		BelongsTo<Office, Long> office = belongsTo(this);

	}

	static class Tally {

		int count;

	}

	static class Shelf extends Entity {

		@Embedded(onEmpty = Embedded.OnEmpty.USE_EMPTY, prefix = "box_")
		Tally boxes = new Tally();

	}

	static class Cellar extends Entity {

		@Embedded(onEmpty = Embedded.OnEmpty.USE_EMPTY)
		Tally bottles = new Tally();

	}

	static class Box extends Entity {

		@CounterCache("box_count")
		BelongsTo<Shelf, Long> shelf = belongsTo(this);

		BelongsTo<Cellar, Long> cellar = belongsTo(this);

	}

	static class Basket extends Entity {

		List<Fruit> fruits = new ArrayList<>();

	}

	static class Fruit extends Entity {

		@CounterCache("fruits_count")
		BelongsTo<Tree, Long> tree = belongsTo(this);

	}

	static class Tree extends Entity {

		int fruitsCount;

	}

	static class Sticker extends Entity {

		BelongsTo<Item, Long> item = belongsTo(this);

	}

	static class Prison extends Entity {

		HasMany<Sentence> sentences = hasMany(this);

		@Through("sentence")
		HasMany<Person> people = hasMany(this);

	}

	static class Camp extends Entity {

		HasMany<Sentence> sentences = hasMany(this);

		@Through("sentences")
		HasMany<Person> people = hasMany(this);

		@Through("people")
		HasMany<Article> articles = hasMany(this);

	}

	static class Fort extends Entity {

		HasMany<Sentence> sentences = hasMany(this);

		@Through("sentences")
		@Dependent(Dependent.Action.DELETE)
		HasMany<Author> authors = hasMany(this);

	}

	static class Sentence extends Entity {

		BelongsTo<Prison, Long> prison = belongsTo(this);

		BelongsTo<Camp, Long> camp = belongsTo(this);

		BelongsTo<Fort, Long> fort = belongsTo(this);

		BelongsTo<Person, Long> criminal = belongsTo(this);

		BelongsTo<Person, Long> judge = belongsTo(this);

	}

	static class Novel extends Entity {

		@InverseOf("novle")
		HasMany<Page> pages = hasMany(this);

	}

	static class Page extends Entity {

		BelongsTo<Novel, Long> novel = belongsTo(this);

	}

	static class Blog extends Entity {

		@InverseOf("author")
		@ForeignKey("author_id")
		HasMany<Post> posts = hasMany(this);

	}

	static class Kit extends Entity {

		List<Tool> tools;

		List<Nail> nails;

		List<Screw> screws;

		List<Label> labels;

	}

	static class Tool {

		@InverseOf("tool")
		Kit kit;

	}

	static class Nail {

		@InverseOf("id")
		Kit kit;

	}

	static class Screw {

		@InverseOf("screws")
		final Kit kit = null;

	}

	record Label(@InverseOf("labels") Kit kit) {

	}

	static class Sketch extends Entity {

		@InverseOf("sketches")
		Author author;

	}

	static class Poem extends Entity {

		@InverseOf("posts")
		@NoInverse
		BelongsTo<Author, Long> author = belongsTo(this);

	}

	static class Publisher extends Entity {

		HasMany<Author> authors = hasMany(this);

	}

	static class User extends Entity {

		HasMany<Letter> letters = hasMany(this);

	}

	static class Letter extends Entity {

		BelongsTo<User, Long> sender = belongsTo(this);

		BelongsTo<User, Long> recipient = belongsTo(this);

	}

	static class Editor extends Entity {

		@ForeignKey("autor_id")
		HasMany<Post> posts = hasMany(this);

	}

	static class Speech extends Entity {

		Long authorId;

		BelongsTo<Author, Long> author = belongsTo(this);

	}

	static class Play extends Entity {

		@ForeignKey("writer_id")
		BelongsTo<Author, Long> author = belongsTo(this);

	}

	static class Song extends Entity {

		String authorId;

		@ForeignKey("author_id")
		BelongsTo<Author, Long> author = belongsTo(this);

	}

	static class Report extends Entity {

		@ScopedBy(Recent.class)
		BelongsTo<Author, Long> author = belongsTo(this);

	}

	static class Recent implements AssociationScope {

		private final int limit;

		Recent(int limit) {
			this.limit = limit;
		}

		@Override
		public Query query() {
			return Query.empty().limit(this.limit);
		}

	}

	static class Lecture extends Entity {

		@ScopedBy(Titled.class)
		BelongsTo<Author, Long> author = belongsTo(this);

	}

	static class Titled implements AssociationScope {

		@Override
		public Query query() {
			return Query.query(Criteria.where("nam").isNotNull());
		}

	}

	static class Interview extends Entity {

		@ScopedBy(Latest.class)
		BelongsTo<Author, Long> author = belongsTo(this);

	}

	static class Latest implements AssociationScope {

		@Override
		public Query query() {
			return Query.empty().limit(1);
		}

	}

	interface Magazines extends ListCrudRepository<Post, Long> {

		@Preload("autor")
		List<Post> findByTitle(String title);

		@Preload("author")
		long countByTitle(String title);

	}

	@EnableJdbcRepositories(considerNestedRepositories = true,
			includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Magazines.class))
	static class Kiosk {

		@Preload("author")
		void sell(Post post) {
		}

	}

	@Table("book")
	static class Book extends Entity {

		BelongsTo<Author, Long> author = belongsTo(this);

	}

	static class Magazine extends Entity {

		@Column("title")
		String title;

		BelongsTo<Author, Long> author = belongsTo(this);

	}

	static class Chapter {

		@Id
		Long id;

		@As("abuot")
		private final HasMany<Note> notes = hasMany(this);

		@As("about")
		private final HasMany<Sheet> pages = hasMany(this);

		@ForeignKey("about_id")
		private final HasMany<Note> remarks = hasMany(this);

		private final BelongsTo<Object, Long> motto = belongsTo(this);

	}

	static class Note {

		@Id
		Long id;

		@Polymorphic
		private final BelongsTo<Object, Long> about = belongsTo(this);

		@Polymorphic
		private final HasMany<Sheet> tags = hasMany(this);

	}

	static class Sheet {

		@Id
		Long id;

		private final BelongsTo<Chapter, Long> about = belongsTo(this);

		private final BelongsTo<Note, Long> note = belongsTo(this);

	}

}
