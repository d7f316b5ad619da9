package io.inverseof.model;

import java.lang.reflect.Field;

import io.inverseof.BelongsTo;
import io.inverseof.ForeignKey;
import io.inverseof.HasMany;
import io.inverseof.HasOne;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which columns an association uses, and who holds its key.
 */
class ForeignKeysTests {

	@Nested
	class BelongsToTests {

		@Test
		void isTheNameOfThePropertyFollowedById() {
			AssociationModel model = Models.of(Author.class, Post.class);
			assertThat(Models.association(model, Post.class, "author").foreignKey()).containsExactly("author_id");
		}

		@Test
		void isTheColumnThatIsNamed() {
			AssociationModel model = Models.of(Author.class, Essay.class);
			assertThat(Models.association(model, Essay.class, "author").foreignKey()).containsExactly("written_by");
		}

		@Test
		void isThatOfThePlainPropertyItFollows() {
			AssociationModel model = Models.of(Author.class, Letter.class);
			AssociationProperty author = Models.association(model, Letter.class, "author");
			assertThat(author.foreignKey()).containsExactly("author_id");
			assertThat(author.followed()).map(Field::getName).containsExactly("authorId");
		}

		@Test
		void followsAPrimitiveProperty() {
			AssociationModel model = Models.of(Author.class, Note.class);
			assertThat(Models.association(model, Note.class, "author").followed()).map(Field::getName)
				.containsExactly("authorId");
		}

		@Test
		void followsAPropertyOfTheSuperclass() {
			AssociationModel model = Models.of(Author.class, Postcard.class);
			assertThat(Models.association(model, Postcard.class, "sender").followed()).map(Field::getName)
				.containsExactly("authorId");
		}

		@Test
		void isWrittenAsTheMappingWritesIt() {
			AssociationModel model = Models.of(Author.class, Memo.class);
			assertThat(Models.association(model, Memo.class, "author").foreignKey()).containsExactly("author_id");
		}

		@Test
		void hasNoFollowedPropertyOtherwise() {
			AssociationModel model = Models.of(Author.class, Post.class);
			assertThat(Models.association(model, Post.class, "author").followed()).isEmpty();
		}

		@Test
		void hasAColumnForEachOfACompositeId() {
			AssociationModel model = Models.of(Flight.class, Seat.class);
			assertThat(Models.association(model, Seat.class, "flight").foreignKey()).containsExactly("flight_carrier",
					"flight_number");
		}

		@Test
		void namesTheColumnsOfACompositeId() {
			AssociationModel model = Models.of(Flight.class, Meal.class);
			AssociationProperty flight = Models.association(model, Meal.class, "flight");
			assertThat(flight.foreignKey()).containsExactly("airline", "no");
			assertThat(flight.followed()).isEmpty();
		}

		@Test
		void followsAPropertyForEachColumnOfACompositeId() {
			AssociationModel model = Models.of(Flight.class, Bag.class);
			AssociationProperty flight = Models.association(model, Bag.class, "flight");
			assertThat(flight.foreignKey()).containsExactly("airline", "no");
			assertThat(flight.followed()).map(Field::getName).containsExactly("airline", "no");
		}

		@Test
		void inAnEmbeddedObjectTakesItsPrefix() {
			AssociationModel model = Models.of(Author.class, Parcel.class);
			assertThat(Models.association(model, Parcel.class, "from.author").foreignKey())
				.containsExactly("from_author_id");
			assertThat(Models.association(model, Parcel.class, "to.author").foreignKey())
				.containsExactly("to_author_id");
		}

		@Test
		void inAnEmbeddedObjectFollowsThePropertyBesideIt() {
			AssociationModel model = Models.of(Author.class, Invoice.class);
			AssociationProperty author = Models.association(model, Invoice.class, "payer.author");
			assertThat(author.foreignKey()).containsExactly("payer_author_id");
			assertThat(author.followed()).map(Field::getName).containsExactly("authorId");
			Invoice invoice = new Invoice();
			assertThat(author.container(invoice)).isNull();
			invoice.payer = new Payer();
			assertThat(author.container(invoice)).isSameAs(invoice.payer);
		}

	}

	@Nested
	class HasManyTests {

		@Test
		void isThatOfTheOnlyBelongsToWhateverItsName() {
			AssociationModel model = Models.of(Author.class, Essay.class, Post.class);
			AssociationProperty essays = Models.association(model, Author.class, "essays");
			assertThat(essays.foreignKey()).containsExactly("written_by");
			assertThat(essays.keySide()).hasToString("Essay.author");
		}

		@Test
		void isThatOfTheBelongsToNamedAfterTheOwnerIfThereAreSeveral() {
			AssociationModel model = Models.of(Author.class, Review.class);
			AssociationProperty reviews = Models.association(model, Author.class, "reviews");
			assertThat(reviews.foreignKey()).containsExactly("author_id");
			assertThat(reviews.keySide()).hasToString("Review.author");
		}

		@Test
		void isTheConventionalColumnIfNoneIsNamedAfterTheOwner() {
			AssociationModel model = Models.of(Author.class, Draft.class);
			AssociationProperty drafts = Models.association(model, Author.class, "drafts");
			assertThat(drafts.foreignKey()).containsExactly("author_id");
			assertThat(drafts.keySide()).isNull();
		}

		@Test
		void isTheColumnOfAPlainPropertyIfThereIsNoBelongsTo() {
			AssociationModel model = Models.of(Author.class, Quote.class);
			AssociationProperty quotes = Models.association(model, Author.class, "quotes");
			assertThat(quotes.foreignKey()).containsExactly("AUTHOR_ID");
			assertThat(quotes.keySide()).isNull();
		}

		@Test
		void isTheColumnThatIsNamedIgnoringCase() {
			AssociationModel model = Models.of(Author.class, Review.class);
			AssociationProperty checked = Models.association(model, Author.class, "checked");
			assertThat(checked.foreignKey()).containsExactly("editor_id");
			assertThat(checked.keySide()).hasToString("Review.editor");
			assertThat(checked.inverse().association()).hasToString("Review.editor");
		}

		@Test
		void hasTheColumnsOfACompositeId() {
			AssociationModel model = Models.of(Flight.class, Seat.class, Ticket.class);
			assertThat(Models.association(model, Flight.class, "seats").foreignKey()).containsExactly("flight_carrier",
					"flight_number");
			assertThat(Models.association(model, Flight.class, "tickets").foreignKey())
				.containsExactly("flight_carrier", "flight_number");
			assertThat(Models.inverse(model, Flight.class, "seats").association()).hasToString("Seat.flight");
		}

		@Test
		void namesTheColumnsOfACompositeId() {
			AssociationModel model = Models.of(Flight.class, Meal.class);
			assertThat(Models.inverse(model, Flight.class, "meals").association()).hasToString("Meal.flight");
		}

		@Test
		void ofASubclassIsThatOfTheClassThatDeclaresIt() {
			AssociationModel model = Models.of(Manager.class, Minutes.class);
			assertThat(Models.association(model, Manager.class, "memos").foreignKey()).containsExactly("worker_id");
			assertThat(Models.association(model, Manager.class, "plans").foreignKey()).containsExactly("employee_id");
		}

		@Test
		void holderOfTheKeyIsInAnEmbeddedObject() {
			AssociationModel model = Models.of(Author.class, Parcel.class);
			AssociationProperty parcels = Models.association(model, Author.class, "parcels");
			assertThat(parcels.keySide()).hasToString("Parcel.to.author");
			assertThat(parcels.inverse().association()).hasToString("Parcel.to.author");
		}

		@Test
		void hasManyOfTheTargetIsNotTakenForTheHolderOfTheKey() {
			AssociationModel model = Models.of(Actor.class, Film.class);
			assertThat(Models.association(model, Actor.class, "films").foreignKey()).containsExactly("lead_id");
			assertThat(Models.association(model, Film.class, "fans").foreignKey()).containsExactly("favourite_id");
		}

		@Test
		void belongsToHasNoOtherKeySide() {
			AssociationModel model = Models.of(Author.class, Post.class);
			assertThat(Models.association(model, Post.class, "author").keySide()).isNull();
		}

	}

	static class Author {

		@Id
		Long id;

		HasMany<Essay> essays;

		HasMany<Review> reviews;

		@ForeignKey("EDITOR_ID")
		HasMany<Review> checked;

		HasMany<Draft> drafts;

		HasMany<Quote> quotes;

		@ForeignKey("to_author_id")
		HasMany<Parcel> parcels;

	}

	record Post(@Id Long id, BelongsTo<Author, Long> author) {
	}

	record Essay(@Id Long id, @Column("written_by") BelongsTo<Author, Long> author) {
	}

	static class Letter {

		@Id
		Long id;

		Long authorId;

		@ForeignKey("author_id")
		BelongsTo<Author, Long> author;

	}

	static class Note {

		@Id
		Long id;

		long authorId;

		@ForeignKey("author_id")
		BelongsTo<Author, Long> author;

	}

	static class Mail {

		@Id
		Long id;

		Long authorId;

	}

	static class Postcard extends Mail {

		@ForeignKey("author_id")
		BelongsTo<Author, Long> sender;

	}

	static class Memo {

		@Id
		Long id;

		Long authorId;

		@ForeignKey("Author_ID")
		BelongsTo<Author, Long> author;

	}

	record Review(@Id Long id, BelongsTo<Author, Long> editor, BelongsTo<Author, Long> author) {
	}

	record Draft(@Id Long id, Long authorId, BelongsTo<Author, Long> editor, BelongsTo<Author, Long> reader) {
	}

	record Quote(@Id Long id, @Column("AUTHOR_ID") Long writer) {
	}

	static class Actor {

		@Id
		Long id;

		BelongsTo<Film, Long> favourite;

		HasMany<Film> films;

	}

	static class Film {

		@Id
		Long id;

		BelongsTo<Actor, Long> lead;

		HasMany<Actor> fans;

	}

	record FlightId(String carrier, Integer number) {
	}

	static class Flight {

		@Id
		FlightId id;

		HasMany<Seat> seats;

		HasOne<Ticket> tickets;

		@ForeignKey({ "airline", "no" })
		HasMany<Meal> meals;

	}

	record Seat(@Id Long id, BelongsTo<Flight, FlightId> flight) {
	}

	record Ticket(@Id Long id, String flightCarrier, Integer flightNumber) {
	}

	record Meal(@Id Long id, @ForeignKey( {
			"airline", "no" }) BelongsTo<Flight, FlightId> flight){
	}

	static class Bag {

		@Id
		Long id;

		String airline;

		int no;

		@ForeignKey({ "airline", "no" })
		BelongsTo<Flight, FlightId> flight;

	}

	record Address(String street, BelongsTo<Author, Long> author) {
	}

	record Parcel(@Id Long id, @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "from_") Address from,
			@Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "to_") Address to) {
	}

	static class Payer {

		Long authorId;

		@ForeignKey("author_id")
		BelongsTo<Author, Long> author;

	}

	static class Invoice {

		@Id
		Long id;

		@Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "payer_")
		Payer payer;

	}

	static class Employee {

		@Id
		Long id;

		HasMany<Minutes> memos;

		HasMany<Plan> plans;

	}

	static class Manager extends Employee {

	}

	record Minutes(@Id Long id, @Column("worker_id") BelongsTo<Employee, Long> employee,
			BelongsTo<Employee, Long> reader) {
	}

	record Plan(@Id Long id, Long employeeId) {
	}

}
