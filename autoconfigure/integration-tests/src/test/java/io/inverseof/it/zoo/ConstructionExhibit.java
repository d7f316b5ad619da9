package io.inverseof.it.zoo;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.annotation.AccessType;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Transient;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.data.repository.ListCrudRepository;

/**
 * Ways to make an object: records, withers, constructors, factory methods, setters, final
 * fields, superclasses.
 */
final class ConstructionExhibit implements Exhibit {

	@Override
	public String schema() {
		return """
				CREATE TABLE ticket (id ${identity}, code VARCHAR(100), price INT);
				CREATE TABLE stub (ticket BIGINT, text VARCHAR(100));
				CREATE TABLE coin (id ${identity}, face VARCHAR(100), amount INT);
				CREATE TABLE kotlin (id ${identity}, name VARCHAR(100), size INT, remark VARCHAR(100));
				CREATE TABLE made (id ${identity}, name VARCHAR(100));
				CREATE TABLE computed (id ${identity}, name VARCHAR(100), shout VARCHAR(100));
				CREATE TABLE "Creature" (id ${identity}, name VARCHAR(100), barks BOOLEAN);
				CREATE TABLE hidden (id ${identity}, name VARCHAR(100));
				CREATE TABLE accessed (id ${identity}, identifier BIGINT, name VARCHAR(100), text VARCHAR(100));
				CREATE TABLE boxed (id ${identity}, content VARCHAR(100), amount INT);
				""";
	}

	@Scene
	void copiesRecords(Visit visit) {
		Set<Stub> stubs = new LinkedHashSet<>(List.of(new Stub("a"), new Stub("b")));
		Ticket ticket = visit.saw(visit.get(Tickets.class).save(new Ticket(null, "T1", 5, stubs)));
		visit.saw(visit.get(Tickets.class).findById(1L));
		visit.saw(visit.get(Tickets.class).save(new Ticket(ticket.id(), "T2", 6, Set.of())));
		visit.saw(visit.get(Tickets.class).findByCode("T2"));
	}

	@Scene
	void insertsAndUpdatesBatchesOfRecords(Visit visit) {
		List<Ticket> tickets = visit.saw(visit.get(Tickets.class)
			.saveAll(List.of(new Ticket(null, "T3", 1, Set.of(new Stub("c"))), new Ticket(null, "T4", 2, Set.of()))));
		visit.saw(visit.get(Tickets.class).saveAll(tickets));
		visit.saw(visit.get(Tickets.class).findAll());
	}

	@Scene
	void usesWithers(Visit visit) {
		Coin coin = new Coin(null, "head", 2);
		Coin saved = visit.saw(visit.template().save(coin));
		visit.saw(coin);
		visit.saw(visit.template().save(new Coin(saved.id, "tail", 2)));
		visit.saw(visit.template().findAll(Coin.class));
	}

	@Scene
	void usesAConstructorWithSomePropertiesAndSettersForTheRest(Visit visit) {
		Kotlin kotlin = new Kotlin("K", 3);
		kotlin.remark = "set later";
		visit.saw(visit.template().save(kotlin));
		visit.saw(visit.template().findAll(Kotlin.class));
	}

	@Scene
	void usesAFactoryMethod(Visit visit) {
		visit.saw(visit.template().save(Made.of(null, "M")));
		visit.saw(visit.template().findAll(Made.class));
	}

	@Scene
	void evaluatesExpressionsInConstructorArguments(Visit visit) {
		visit.saw(visit.template().save(new Computed(null, "c", "ignored")));
		visit.saw(visit.template().findAll(Computed.class));
	}

	@Scene
	void setsPropertiesOfSuperclasses(Visit visit) {
		Dog dog = new Dog();
		dog.name = "Rex";
		dog.barks = true;
		dog.mood = "not mapped";
		visit.saw(visit.template().save(dog));
		visit.saw(visit.template().findAll(Dog.class));
	}

	@Scene
	void refusesToSetFinalFields(Visit visit) {
		visit.saw(visit.template().save(new Hidden("H")));
		visit.sawFailure(() -> visit.template().findAll(Hidden.class));
	}

	@Scene
	void usesGettersAndSetters(Visit visit) {
		Accessed accessed = new Accessed();
		accessed.setName("a");
		visit.saw(visit.template().save(accessed));
		visit.saw(visit.template().findAll(Accessed.class));
	}

	@Scene
	void resolvesGenericProperties(Visit visit) {
		Boxed boxed = new Boxed();
		boxed.content = "something";
		boxed.amount = 3;
		visit.saw(visit.template().save(boxed));
		visit.saw(visit.get(BoxedOnes.class).findByContent("something"));
	}

	@Scene
	void savesAnAnonymousSubclass(Visit visit) {
		Dog dog = new Dog() {
		};
		dog.name = "Anonymous";
		visit.saw(visit.template().save(dog));
		visit.saw(visit.template().findAll(Dog.class));
	}

	interface Tickets extends ListCrudRepository<Ticket, Long> {

		List<Ticket> findByCode(String code);

	}

	interface BoxedOnes extends ListCrudRepository<Boxed, Long> {

		List<Boxed> findByContent(String content);

	}

	record Ticket(@Id @Nullable Long id, String code, int price, Set<Stub> stubs) {

		Ticket {
			stubs = (stubs != null) ? Set.copyOf(stubs) : Set.of();
		}
	}

	record Stub(String text) {

	}

	static final class Coin {

		@Id
		private final @Nullable Long id;

		private final String face;

		private final int amount;

		Coin(@Nullable Long id, String face, int amount) {
			this.id = id;
			this.face = face;
			this.amount = amount;
		}

		Coin withId(Long id) {
			return new Coin(id, this.face, this.amount);
		}

	}

	static class Kotlin {

		@Id
		@Nullable Long id;

		private final String name;

		private final int size;

		@Nullable String remark;

		@PersistenceCreator
		Kotlin(String name, int size) {
			this.name = name;
			this.size = size;
		}

		Kotlin(String name) {
			this(name, 0);
		}

	}

	static final class Made {

		@Id
		private @Nullable Long id;

		private final String name;

		private Made(@Nullable Long id, String name) {
			this.id = id;
			this.name = name;
		}

		@PersistenceCreator
		static Made of(@Nullable Long id, String name) {
			return new Made(id, name);
		}

	}

	record Computed(@Id @Nullable Long id, String name, @Value("#{#root.name + '!'}") String shout) {

	}

	abstract static class Creature {

		@Id
		@Nullable Long id;

		@Nullable String name;

	}

	@Table("Creature")
	static class Dog extends Creature {

		boolean barks;

		@Transient
		@Nullable String mood;

	}

	private static final class Hidden {

		@Id
		private @Nullable Long id;

		private final String name;

		@SuppressWarnings("unused")
		private Hidden() {
			this.name = "from the constructor";
		}

		private Hidden(String name) {
			this.name = name;
		}

	}

	@AccessType(AccessType.Type.PROPERTY)
	static class Accessed {

		private @Nullable Long identifier;

		private @Nullable String text;

		@Id
		public @Nullable Long getId() {
			return this.identifier;
		}

		public void setId(Long id) {
			this.identifier = id;
		}

		public @Nullable String getName() {
			return this.text;
		}

		public void setName(String name) {
			this.text = name + " set";
		}

	}

	abstract static class Box<T, N extends Number> {

		@Id
		@Nullable Long id;

		@Nullable T content;

		@Nullable N amount;

	}

	static class Boxed extends Box<String, Integer> {

	}

}
