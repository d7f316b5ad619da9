package io.inverseof.it.zoo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Transient;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.domain.AfterDomainEventPublication;
import org.springframework.data.domain.DomainEvents;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.mapping.event.AfterConvertCallback;
import org.springframework.data.relational.core.mapping.event.AfterDeleteCallback;
import org.springframework.data.relational.core.mapping.event.AfterSaveCallback;
import org.springframework.data.relational.core.mapping.event.AfterSaveEvent;
import org.springframework.data.relational.core.mapping.event.BeforeConvertCallback;
import org.springframework.data.relational.core.mapping.event.BeforeDeleteCallback;
import org.springframework.data.relational.core.mapping.event.BeforeSaveCallback;
import org.springframework.data.relational.core.mapping.event.BeforeSaveEvent;
import org.springframework.data.repository.ListCrudRepository;

/**
 * Events and callbacks: in their order, with callbacks that change, replace, query or
 * fail.
 */
final class LifecycleExhibit implements Exhibit {

	@Override
	public String schema() {
		return """
				CREATE TABLE animal (id ${identity}, name VARCHAR(200));
				CREATE TABLE paw (animal BIGINT, text VARCHAR(100));
				CREATE TABLE watcher (id ${identity}, name VARCHAR(100), seen BIGINT);
				CREATE TABLE chatty (id ${identity}, text VARCHAR(100));
				CREATE TABLE log_entry (id ${identity}, text VARCHAR(100));
				CREATE TABLE picky (id ${identity}, name VARCHAR(100));
				CREATE TABLE publisher (id ${identity}, name VARCHAR(100));
				CREATE TABLE announcer (id ${identity}, name VARCHAR(100));
				""";
	}

	@Scene
	void replacesAnAggregateInEveryCallback(Visit visit) {
		Animals animals = visit.get(Animals.class);
		Animal animal = visit.saw(animals.save(new Animal(null, "ape", paws("left"))));
		visit.saw(animals.save(animal));
		visit.saw(animals.findById(1L));
		animals.delete(animal);
	}

	@Scene
	void callsBackForBatches(Visit visit) {
		Animals animals = visit.get(Animals.class);
		List<Animal> saved = visit.saw(animals.saveAll(List.of(new Animal(null, "bear", paws("a", "b")),
				new Animal(null, "bee", paws()), new Animal(null, "boar", paws("c")))));
		visit.saw(animals.saveAll(saved));
		animals.deleteAll(saved.subList(0, 2));
		animals.deleteAllById(List.of(3L));
		animals.deleteAll();
	}

	@Scene
	void callsBackOnEveryRoadOfReading(Visit visit) {
		Animals animals = visit.get(Animals.class);
		animals.saveAll(List.of(new Animal(null, "cat", paws("a")), new Animal(null, "cow", paws())));
		visit.saw(animals.findAll());
		visit.saw(animals.findAllById(List.of(2L, 1L)));
		visit.saw(animals.findByNameNotNull());
		visit.saw(animals.queried());
		visit.saw(visit.template().streamAll(Animal.class));
		try (Stream<Animal> stream = animals.streamByNameNotNull()) {
			visit.saw(stream.findFirst());
		}
	}

	@Scene
	void queriesInACallback(Visit visit) {
		Watchers watchers = visit.get(Watchers.class);
		watchers.saveAll(List.of(new Watcher("w1"), new Watcher("w2")));
		visit.saw(watchers.findAll());
		visit.saw(watchers.findByNameNotNull());
		visit.saw(watchers.findById(2L));
	}

	@Scene
	void savesOtherAggregatesInCallbacksAndListeners(Visit visit) {
		visit.saw(visit.template().save(new Chatty(null, "hello")));
		visit.saw(visit.template().saveAll(List.of(new Chatty(null, "one"), new Chatty(null, "two"))));
		visit.saw(visit.template().findAll(LogEntry.class));
	}

	@Scene
	void stopsWhereACallbackFails(Visit visit) {
		visit.jdbc().update("INSERT INTO picky (name) VALUES ('unreadable'), ('fine')");
		visit.sawFailure(() -> visit.template().save(new Picky(null, "unsavable")));
		visit.sawFailure(() -> visit.template().findAll(Picky.class));
		visit.sawFailure(() -> visit.get(Pickies.class).findByNameNotNull());
		visit.saw(visit.template().findById(2L, Picky.class));
		visit.sawFailure(() -> visit.template().delete(new Picky(2L, "undeletable")));
		visit.saw(visit.template().count(Picky.class));
	}

	@Scene
	void publishesTheEventsOfEntities(Visit visit) {
		Publisher publisher = new Publisher();
		publisher.rename("first");
		visit.saw(visit.get(Publishers.class).save(publisher));
		publisher.rename("second");
		publisher.rename("third");
		visit.get(Publishers.class).saveAll(List.of(publisher));
		publisher.rename("fourth");
		visit.get(Publishers.class).delete(publisher);
		Announcer announcer = new Announcer();
		visit.get(Announcers.class).save(announcer);
		visit.saw(announcer);
	}

	private static Set<Paw> paws(String... texts) {
		Set<Paw> paws = new LinkedHashSet<>();
		for (String text : texts) {
			paws.add(new Paw(text));
		}
		return paws;
	}

	interface Animals extends ListCrudRepository<Animal, Long> {

		List<Animal> findByNameNotNull();

		Stream<Animal> streamByNameNotNull();

		@Query("SELECT * FROM animal ORDER BY id DESC")
		List<Animal> queried();

	}

	interface Watchers extends ListCrudRepository<Watcher, Long> {

		List<Watcher> findByNameNotNull();

	}

	interface Pickies extends ListCrudRepository<Picky, Long> {

		List<Picky> findByNameNotNull();

	}

	interface Publishers extends ListCrudRepository<Publisher, Long> {

	}

	interface Announcers extends ListCrudRepository<Announcer, Long> {

	}

	record Animal(@Id @Nullable Long id, String name, Set<Paw> paws) {

		Animal as(String suffix) {
			return new Animal(this.id, this.name + ' ' + suffix, this.paws);
		}

	}

	record Paw(String text) {

	}

	static class Watcher {

		@Id
		@Nullable Long id;

		final String name;

		@Nullable Long seen;

		Watcher(String name) {
			this.name = name;
		}

	}

	record Chatty(@Id @Nullable Long id, String text) {

	}

	record LogEntry(@Id @Nullable Long id, String text) {

	}

	record Picky(@Id @Nullable Long id, String name) {

		Picky butNot(String name) {
			if (name.equals(this.name)) {
				throw new UnsupportedOperationException("Not " + name);
			}
			return this;
		}

	}

	static class Publisher extends AbstractAggregateRoot<Publisher> {

		@Id
		@Nullable Long id;

		@Nullable String name;

		void rename(String name) {
			this.name = name;
			registerEvent("renamed to " + name);
		}

	}

	static class Announcer {

		@Id
		@Nullable Long id;

		@Nullable String name;

		@Transient
		final List<String> published = new ArrayList<>();

		@DomainEvents
		List<Object> events() {
			return List.of("event of " + this.id, 42);
		}

		@AfterDomainEventPublication
		void published() {
			this.published.add("published");
		}

	}

	/**
	 * The callbacks of the application.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Callbacks {

		@Bean
		BeforeConvertCallback<Animal> beforeConvert(Recording recording) {
			return (animal) -> {
				recording.callback("before convert", animal);
				return animal.as("c");
			};
		}

		@Bean
		BeforeSaveCallback<Animal> beforeSave(Recording recording) {
			return (animal, change) -> {
				recording.callback("before save", animal);
				return animal.as("s");
			};
		}

		@Bean
		AfterSaveCallback<Animal> afterSave(Recording recording) {
			return (animal) -> {
				recording.callback("after save", animal);
				return animal.as("S");
			};
		}

		@Bean
		AfterConvertCallback<Animal> afterConvert(Recording recording) {
			return (animal) -> {
				recording.callback("after convert", animal);
				return animal.as("C");
			};
		}

		@Bean
		BeforeDeleteCallback<Animal> beforeDelete(Recording recording) {
			return (animal, change) -> {
				recording.callback("before delete", animal);
				return animal.as("d");
			};
		}

		@Bean
		AfterDeleteCallback<Animal> afterDelete(Recording recording) {
			return (animal) -> {
				recording.callback("after delete", animal);
				return animal.as("D");
			};
		}

		@Bean
		EveryEntity lateCallback(Recording recording) {
			return new EveryEntity("late", Ordered.LOWEST_PRECEDENCE, recording);
		}

		@Bean
		EveryEntity earlyCallback(Recording recording) {
			return new EveryEntity("early", Ordered.HIGHEST_PRECEDENCE, recording);
		}

		@Bean
		AfterConvertCallback<Watcher> counting(ObjectProvider<JdbcAggregateTemplate> template) {
			return (watcher) -> {
				watcher.seen = template.getObject().count(Watcher.class)
						+ template.getObject().findAll(Animal.class).size();
				return watcher;
			};
		}

		@Bean
		BeforeSaveCallback<Chatty> loggingBefore(ObjectProvider<JdbcAggregateTemplate> template) {
			return (chatty, change) -> {
				template.getObject().save(new LogEntry(null, "before " + chatty.text()));
				return chatty;
			};
		}

		@Bean
		AfterSaveCallback<Chatty> loggingAfter(ObjectProvider<JdbcAggregateTemplate> template) {
			return (chatty) -> {
				template.getObject().save(new LogEntry(null, "after " + chatty.text()));
				return chatty;
			};
		}

		@Bean
		BeforeConvertCallback<Picky> refusingToSave() {
			return (picky) -> picky.butNot("unsavable");
		}

		@Bean
		AfterConvertCallback<Picky> refusingToRead() {
			return (picky) -> picky.butNot("unreadable");
		}

		@Bean
		BeforeDeleteCallback<Picky> refusingToDelete() {
			return (picky, change) -> picky.butNot("undeletable");
		}

		@Bean
		Listening listening(Recording recording, ObjectProvider<JdbcAggregateTemplate> template) {
			return new Listening(recording, template);
		}

	}

	/**
	 * A callback for all entities, as they are used for auditing and encryption.
	 */
	record EveryEntity(String name, int order,
			Recording recording) implements AfterSaveCallback<Object>, AfterConvertCallback<Object>, Ordered {

		@Override
		public Object onAfterSave(Object aggregate) {
			this.recording.callback(this.name + " after save", aggregate);
			return aggregate;
		}

		@Override
		public Object onAfterConvert(Object aggregate) {
			this.recording.callback(this.name + " after convert", aggregate);
			return aggregate;
		}

		@Override
		public int getOrder() {
			return this.order;
		}

	}

	record Listening(Recording recording, ObjectProvider<JdbcAggregateTemplate> template) {

		@EventListener
		void onSaved(AfterSaveEvent<Chatty> event) {
			this.template.getObject().save(new LogEntry(null, "heard " + event.getEntity().text()));
		}

		@EventListener
		@Order(1)
		void onSave(BeforeSaveEvent<Animal> event) {
			this.recording.event("BeforeSaveEvent of an animal", event.getEntity());
		}

	}

}
