package io.inverseof.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.inverseof.BelongsTo;
import io.inverseof.Dependent;
import io.inverseof.ForeignKey;
import io.inverseof.HasMany;
import io.inverseof.HasOne;
import io.inverseof.InverseOf;
import io.inverseof.NoInverse;
import io.inverseof.ScopedBy;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Transient;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is wrong with a declaration, in full.
 */
class AssociationProblemsTests {

	@Nested
	class TypeTests {

		@Test
		void hasManyInARecord() {
			record Comment(@Id Long id, HasMany<Note> replies) {
			}
			assertThat(Models.problems(Comment.class)).containsExactly(
					"Comment.replies is a has-many in a record. Records are replaced by copies when they are saved, while a "
							+ "has-many belongs to one object for good. Write Comment as a class, or remove the component and "
							+ "use a finder.");
		}

		@Test
		void hasOneInARecordThatIsEmbedded() {
			record Links(HasOne<Note> first) {
			}
			class Comment {

				@Id
				Long id;

				@Embedded(onEmpty = OnEmpty.USE_NULL)
				Links links;

			}
			assertThat(Models.problems(Comment.class)).containsExactly(
					"Comment.links.first is a has-one in a record. Records are replaced by copies when they are saved, while "
							+ "a has-one belongs to one object for good. Write Links as a class, or remove the component and "
							+ "use a finder.");
		}

		@Test
		@SuppressWarnings("rawtypes")
		void rawType() {
			class Author {

				@Id
				Long id;

				HasMany posts;

			}
			assertThat(Models.problems(Author.class))
				.containsExactly("Author.posts is declared as \"HasMany\", which does "
						+ "not say what it refers to. Write the type arguments, as in HasMany<Post>.");
		}

		@Test
		void wildcards() {
			class Post {

				@Id
				Long id;

				BelongsTo<? extends Author, Long> author;

				BelongsTo<Author, ?> editor;

				HasOne<?> cover;

			}
			assertThat(Models.problems(Post.class)).containsExactly(
					"Post.author is declared as \"BelongsTo<? extends Author, Long>\", which does not say what it refers to. "
							+ "Write the type arguments, as in BelongsTo<Author, Long>.",
					"Post.editor is declared as \"BelongsTo<Author, ?>\", which does not say what it refers to. Write the "
							+ "type arguments, as in BelongsTo<Author, Long>.",
					"Post.cover is declared as \"HasOne<?>\", which does not say what it refers to. Write the type "
							+ "arguments, as in HasOne<Profile>.");
		}

		@Test
		void typeVariableThatNoSubclassResolves() {
			class Box<T> {

				@Id
				Long id;

				HasMany<T> content;

			}
			assertThat(Models.problems(Box.class))
				.containsExactly("Box.content is declared as \"HasMany<T>\", which does "
						+ "not say what it refers to. Write the type arguments, as in HasMany<Post>.");
		}

		@Test
		void targetWithoutAnId() {
			record Street(String name) {
			}
			record House(@Id Long id, BelongsTo<Street, Long> street) {
			}
			assertThat(Models.problems(House.class)).containsExactly(
					"House.street refers to Street, which has no property annotated with @Id, so that there is nothing a key "
							+ "could refer to. Refer to an aggregate root, or give Street an @Id.");
		}

		@Test
		void ownerWithoutAnId() {
			class Line {

				HasMany<Note> notes;

			}
			assertThat(Models.problems(Line.class)).containsExactly(
					"Line.notes is a has-many, but Line has no property annotated with @Id, so that no row can refer to it. "
							+ "Give Line an @Id, or remove the field.");
		}

		@Test
		void belongsToOfAnOwnerWithoutAnIdIsFine() {
			record Line(BelongsTo<Author, Long> author) {
			}
			assertThat(Models.problems(Line.class)).isEmpty();
		}

		@Test
		void otherTypeOfId() {
			record Post(@Id Long id, BelongsTo<Author, String> author) {
			}
			assertThat(Models.problems(Post.class))
				.containsExactly("Post.author is a BelongsTo<Author, String>, but the id "
						+ "of Author has the type Long. Declare it as BelongsTo<Author, Long>.");
		}

		@Test
		void wrapperOfAPrimitiveIdIsFine() {
			record Counter(@Id long id) {
			}
			record Tick(@Id Long id, BelongsTo<Counter, Long> counter) {
			}
			assertThat(Models.problems(Tick.class)).isEmpty();
		}

		@Test
		void transientBelongsTo() {
			record Post(@Id Long id, @Transient BelongsTo<Author, Long> author) {
			}
			assertThat(Models.problems(Post.class))
				.containsExactly("Post.author is a belongs-to that is annotated with "
						+ "@Transient, so that its foreign key would neither be read nor written. Remove @Transient.");
		}

		@Test
		void collectionOfBelongsTo() {
			record Post(@Id Long id, List<BelongsTo<Author, Long>> authors) {
			}
			assertThat(Models.problems(Post.class)).containsExactly(
					"Post.authors is declared as \"List<BelongsTo<Author, Long>>\", but an association cannot be mapped "
							+ "inside a collection, map, array or Optional. Put the BelongsTo<Author, Long> into a class of "
							+ "its own and hold a collection of that, or write a HasMany and give its target the belongs-to.");
		}

		@Test
		void mapAndArrayOfAssociations() {
			record Post(@Id Long id, Map<String, HasMany<Author>> authors, HasOne<Author>[] readers) {
			}
			assertThat(Models.problems(Post.class)).containsExactly(
					"Post.authors is declared as \"Map<String, HasMany<Author>>\", but an association cannot be mapped "
							+ "inside a collection, map, array or Optional. Write HasMany<Author>.",
					"Post.readers is declared as \"HasOne<Author>[]\", but an association cannot be mapped inside a "
							+ "collection, map, array or Optional. Write HasMany<Author>.");
		}

		@Test
		void optionalOfAnAssociation() {
			record Post(@Id Long id, Optional<BelongsTo<Author, Long>> author) {
			}
			assertThat(Models.problems(Post.class)).containsExactly(
					"Post.author is declared as \"Optional<BelongsTo<Author, Long>>\", but an association cannot be mapped "
							+ "inside a collection, map, array or Optional. Write BelongsTo<Author, Long>, which can be empty "
							+ "by itself.");
		}

		@Test
		void wrappedAssociationThatIsNotMappedIsFine() {
			record Post(@Id Long id, @Transient List<BelongsTo<Author, Long>> authors) {
			}
			assertThat(Models.problems(Post.class)).isEmpty();
		}

	}

	@Nested
	class InverseOfTests {

		@Test
		void misspelled() {
			assertThat(Models.problems(Writer.class))
				.containsExactly("Writer.essays names \"wirter\" with @InverseOf, but "
						+ "Essay has no such association. Did you mean \"writer\"?");
		}

		@Test
		void namesSomethingElseEntirely() {
			assertThat(Models.problems(Painter.class))
				.containsExactly("Painter.paintings names \"topic\" with @InverseOf, "
						+ "but Painting has no such association. Did you mean \"painter\"?");
		}

		@Test
		void namesAPlainProperty() {
			assertThat(Models.problems(Poet.class)).containsExactly("Poet.poems names \"title\" with @InverseOf, but "
					+ "Poem.title is not an association. Did you mean \"poet\"?");
		}

		@Test
		void namesOneThatRefersToAnother() {
			assertThat(Models.problems(Singer.class))
				.containsExactly("Singer.songs names \"author\" with @InverseOf, but "
						+ "Song.author refers to Author and not back to Singer. Did you mean \"singer\"?");
		}

		@Test
		void namesAnotherHasMany() {
			assertThat(Models.problems(Tag.class)).containsExactly("Tag.articles names \"tags\" with @InverseOf, but "
					+ "Article.tags is a has-many: the inverse of a has-many is a belongs-to. Did you mean \"tag\"?");
		}

		@Test
		void namesAnotherBelongsTo() {
			assertThat(Models.problems(Husband.class))
				.containsExactly("Husband.wife names \"husband\" with @InverseOf, but "
						+ "both are belongs-to associations: the inverse of a belongs-to is a has-one or has-many.");
		}

		@Test
		void namesOneWithOtherColumns() {
			assertThat(Models.problems(Editor.class))
				.containsExactly("Editor.reports names \"reader\" with @InverseOf, but "
						+ "Editor.reports has the foreign key editor_id and Report.reader has reader_id: both sides must use the "
						+ "same. Put @ForeignKey(\"reader_id\") on Editor.reports, or name another inverse. Did you mean "
						+ "\"editor\"?");
		}

		@Test
		void namesAHasManyWithOtherColumns() {
			assertThat(Models.problems(Pupil.class))
				.containsExactly("Pupil.teacher names \"colleagues\" with @InverseOf, "
						+ "but Pupil.teacher has the foreign key teacher_id and Teacher.colleagues has mentor_id: both sides must "
						+ "use the same. Put @ForeignKey(\"teacher_id\") on Teacher.colleagues, or name another inverse.");
		}

		@Test
		void isNotBlamedForAWrongColumn() {
			assertThat(Models.problems(Publisher.class)).containsExactly("Publisher.magazines has the foreign key "
					+ "\"pub_id\", but Magazine has no such column. It has id, publisher_id.");
		}

		@Test
		void isContradicted() {
			record Remark(@Id Long id, @InverseOf("remarks") @NoInverse BelongsTo<Author, Long> author) {
			}
			assertThat(Models.problems(Remark.class)).containsExactly("Remark.author is annotated with both "
					+ "@InverseOf(\"remarks\") and @NoInverse, which contradict each other. Remove one of them.");
		}

		@Test
		void isNotBlamedForAWrongOtherSide() {
			assertThat(Models.problems(Captain.class, Ship.class)).containsExactly("Ship.captain is a "
					+ "BelongsTo<Captain, String>, but the id of Captain has the type Long. Declare it as "
					+ "BelongsTo<Captain, Long>.");
		}

	}

	@Nested
	class ForeignKeyTests {

		@Test
		void columnThatDoesNotExist() {
			class Reader {

				@Id
				Long id;

				@ForeignKey("autor_id")
				HasMany<Note> notes;

				@ForeignKey("xyz")
				HasMany<Note> others;

			}
			assertThat(Models.problems(Reader.class)).containsExactly(
					"Reader.notes has the foreign key \"autor_id\", but Note has no such column. Did you mean \"author_id\"?",
					"Reader.others has the foreign key \"xyz\", but Note has no such column. It has id, author_id.");
		}

		@Test
		void noColumn() {
			class Reader {

				@Id
				Long id;

				@ForeignKey({})
				HasMany<Note> notes;

				@ForeignKey(" ")
				BelongsTo<Author, Long> author;

			}
			assertThat(Models.problems(Reader.class)).containsExactly(
					"Reader.notes is annotated with @ForeignKey, but names no column. Write it, as in "
							+ "@ForeignKey(\"reader_id\"), or remove the annotation.",
					"Reader.author is annotated with @ForeignKey, but names no column. Write it, as in "
							+ "@ForeignKey(\"author_id\"), or remove the annotation.");
		}

		@Test
		void numberOfColumns() {
			class Flight {

				@Id
				FlightId id;

				@ForeignKey("author_id")
				HasMany<Note> notes;

				@ForeignKey({ "a", "b" })
				BelongsTo<Author, Long> author;

			}
			assertThat(Models.problems(Flight.class)).containsExactly(
					"Flight.notes has a foreign key of 1 column (author_id), but the id of Flight has 2 columns. Name one "
							+ "for each, in the order of the id's properties, as in "
							+ "@ForeignKey({ \"flight_carrier\", \"flight_number\" }).",
					"Flight.author has a foreign key of 2 columns (a, b), but the id of Author has 1 column. Name one for "
							+ "each, in the order of the id's properties, as in @ForeignKey(\"author_id\").");
		}

		@Test
		void nothingPointsBack() {
			class Reader {

				@Id
				long id;

				HasMany<Note> notes;

			}
			assertThat(Models.problems(Reader.class)).containsExactly(
					"Reader.notes has the foreign key reader_id by default, but Note has no such column, only id, author_id. "
							+ "Declare a BelongsTo<Reader, Long> in Note, or name the column with @ForeignKey.");
		}

		@Test
		void nearlyTheDefaultColumn() {
			class Autor {

				@Id
				Long id;

				HasMany<Note> notes;

			}
			assertThat(Models.problems(Autor.class)).containsExactly(
					"Autor.notes has the foreign key autor_id by default, but Note has no such column, only id, author_id. "
							+ "Declare a BelongsTo<Autor, Long> in Note, or name the column with @ForeignKey. Did you mean "
							+ "\"author_id\"?");
		}

		@Test
		void severalPointBack() {
			assertThat(Models.problems(Employee.class)).containsExactly(
					"Employee.reports can use several foreign keys, because Employee has more than one association to "
							+ "Employee and none is named \"employee\": Employee.manager (manager_id), Employee.mentor "
							+ "(mentor_id). Say which one, as in @ForeignKey(\"manager_id\").");
		}

		@Test
		void nothingToFollow() {
			record Letter(@Id Long id, Long autorId, @ForeignKey("author_id") BelongsTo<Author, Long> author) {
			}
			assertThat(Models.problems(Letter.class)).containsExactly(
					"Letter.author is to follow the column \"author_id\", but no plain property of Letter has that column. "
							+ "Did you mean \"autor_id\"? To follow a property, declare it, such as Long authorId; to give "
							+ "the association itself that column, replace @ForeignKey by @Column(\"author_id\").");
		}

		@Test
		void partlyNothingToFollow() {
			record Ticket(@Id Long id, String carrier, @ForeignKey( {
					"carrier", "flight_no" }) BelongsTo<Trip, FlightId> trip){
			}
			assertThat(Models.problems(Ticket.class)).containsExactly(
					"Ticket.trip has the foreign key carrier, flight_no, but only carrier is the column of a plain property "
							+ "of Ticket. Declare a property for flight_no as well, or for none of them.");
		}

		@Test
		void followedPropertyOfAnotherType() {
			record Letter(@Id Long id, Integer authorId, @ForeignKey("author_id") BelongsTo<Author, Long> author) {
			}
			assertThat(Models.problems(Letter.class)).containsExactly(
					"Letter.author follows the property authorId of type Integer, but the id of Author has the "
							+ "type Long. Declare authorId as Long.");
		}

		@Test
		void followedPropertyOfAnotherTypeThanItsPartOfTheId() {
			record Ticket(@Id Long id, String carrier, Long no, @ForeignKey( {
					"carrier", "no" }) BelongsTo<Trip, FlightId> trip){
			}
			assertThat(Models.problems(Ticket.class))
				.containsExactly("Ticket.trip follows the property no of type Long, but "
						+ "this part of the id of Trip has the type Integer. Declare no as Integer.");
		}

		@Test
		void followedPropertyInAnotherObject() {
			record Sender(Long authorId) {
			}
			record Letter(@Id Long id, @Embedded(onEmpty = OnEmpty.USE_NULL) Sender sender,
					@ForeignKey("author_id") BelongsTo<Author, Long> author) {
			}
			assertThat(Models.problems(Letter.class)).containsExactly(
					"Letter.author is to follow the column \"author_id\", which the property authorId of Sender maps, in "
							+ "another object than the one that declares the association. Declare both in the same class.");
		}

		@Test
		void columnThatAPlainPropertyMapsToo() {
			record Letter(@Id Long id, Long authorId, BelongsTo<Author, Long> author) {
			}
			assertThat(Models.problems(Letter.class)).containsExactly(
					"Letter.author has the column author_id, which the property authorId maps as well. Add "
							+ "@ForeignKey(\"author_id\") to Letter.author, so that it follows that property and the property "
							+ "alone is saved; or remove the property.");
		}

		@Test
		void isNotBlamedForAWrongOtherSide() {
			assertThat(Models.problems(Mother.class, Baby.class)).containsExactly("Baby.mama is declared as "
					+ "\"BelongsTo<Mother, ?>\", which does not say what it refers to. Write the type arguments, as in "
					+ "BelongsTo<Author, Long>.");
		}

	}

	@Nested
	class DependentTests {

		@Test
		void onABelongsTo() {
			record Letter(@Id Long id, @Dependent(Dependent.Action.DESTROY) BelongsTo<Author, Long> author) {
			}
			assertThat(Models.problems(Letter.class)).containsExactly(
					"Letter.author is annotated with @Dependent(DESTROY), but is a belongs-to: what it refers to does not "
							+ "depend on Letter, and others may refer to it as well. Remove the annotation, or put it on the "
							+ "has-one or has-many at the other side, to delete a Letter with its owner.");
		}

		@Test
		void onAPlainField() {
			record Letter(@Id Long id, @Dependent(Dependent.Action.DELETE) List<String> tags) {
			}
			assertThat(Models.problems(Letter.class)).containsExactly(
					"Letter.tags is annotated with @Dependent, but is not an association: it is of type \"List<String>\". "
							+ "Remove the annotation, or declare the field as a BelongsTo, HasOne or HasMany.");
		}

	}

	@Nested
	class StrayAnnotationTests {

		@Test
		void onAFieldOfAnotherType() {
			record Letter(@Id Long id, @InverseOf("letters") @NoInverse Author author, @ForeignKey("x") String title,
					@ScopedBy(Models.Filter.class) List<String> tags) {
			}
			assertThat(Models.problems(Letter.class)).containsExactly(
					"Letter.author is annotated with @InverseOf and @NoInverse, but is not an association: it is of type "
							+ "\"Author\". Remove the annotation, or declare the field as a BelongsTo, HasOne or HasMany.",
					"Letter.title is annotated with @ForeignKey, but is not an association: it is of type \"String\". Remove "
							+ "the annotation, or declare the field as a BelongsTo, HasOne or HasMany.",
					"Letter.tags is annotated with @ScopedBy, but is not an association: it is of type \"List<String>\". "
							+ "Remove the annotation, or declare the field as a BelongsTo, HasOne or HasMany.");
		}

		@Test
		void onAFieldOfAnEmbeddedObject() {
			record Sender(@NoInverse String name) {
			}
			record Letter(@Id Long id, @Embedded(onEmpty = OnEmpty.USE_NULL) Sender sender) {
			}
			assertThat(Models.problems(Letter.class, Sender.class)).containsExactly(
					"Letter.sender.name is annotated with @NoInverse, but is not an association: it is of type \"String\". "
							+ "Remove the annotation, or declare the field as a BelongsTo, HasOne or HasMany.");
		}

		@Test
		void onAStaticField() {
			assertThat(Models.problems(Singleton.class)).containsExactly(
					"Singleton.author is annotated with @NoInverse, but is not an association: it is static. Remove the "
							+ "annotation, or declare the field as a BelongsTo, HasOne or HasMany.");
		}

	}

	@Test
	void allAreGatheredInAStableOrder() {
		record Zebra(@Id Long id, BelongsTo<Author, String> author, @NoInverse String name) {
		}
		record Ant(@Id Long id, HasMany<Note> notes, BelongsTo<Author, Integer> author) {
		}
		List<String> problems = Models.problems(Zebra.class, Ant.class);
		assertThat(problems).isEqualTo(Models.problems(Ant.class, Zebra.class));
		assertThat(problems).extracting((problem) -> problem.substring(0, problem.indexOf(" is")))
			.containsExactly("Ant.notes", "Ant.author", "Zebra.author", "Zebra.name");
	}

	@Test
	void severalOfOneAssociationAreAllTold() {
		record Letter(@Id Long id, Long authorId,
				@InverseOf("letters") @NoInverse @Transient BelongsTo<Author, String> author) {
		}
		assertThat(Models.problems(Letter.class)).hasSize(4);
	}

	@Test
	void ofClassesThatAreOnlyReferredToAreToldAsWell() {
		assertThat(Models.problems(Captain.class)).hasSize(1).first().asString().startsWith("Ship.captain");
	}

	static class Author {

		@Id
		Long id;

	}

	record Note(@Id Long id, BelongsTo<Author, Long> author) {
	}

	record FlightId(String carrier, Integer number) {
	}

	static class Trip {

		@Id
		FlightId id;

	}

	static class Writer {

		@Id
		Long id;

		@InverseOf("wirter")
		HasMany<Essay> essays;

	}

	record Essay(@Id Long id, BelongsTo<Writer, Long> writer) {
	}

	static class Painter {

		@Id
		Long id;

		@InverseOf("topic")
		HasMany<Painting> paintings;

	}

	record Painting(@Id Long id, BelongsTo<Painter, Long> painter) {
	}

	static class Poet {

		@Id
		Long id;

		@InverseOf("title")
		HasMany<Poem> poems;

	}

	record Poem(@Id Long id, String title, BelongsTo<Poet, Long> poet) {
	}

	static class Singer {

		@Id
		Long id;

		@InverseOf("author")
		HasMany<Song> songs;

	}

	record Song(@Id Long id, BelongsTo<Author, Long> author, BelongsTo<Singer, Long> singer) {
	}

	static class Tag {

		@Id
		Long id;

		Long articleId;

		@InverseOf("tags")
		HasMany<Article> articles;

	}

	static class Article {

		@Id
		Long id;

		BelongsTo<Tag, Long> tag;

		HasMany<Tag> tags;

	}

	static class Editor {

		@Id
		Long id;

		@InverseOf("reader")
		HasMany<Report> reports;

	}

	record Report(@Id Long id, BelongsTo<Editor, Long> reader, BelongsTo<Editor, Long> editor) {
	}

	static class Publisher {

		@Id
		Long id;

		@ForeignKey("pub_id")
		@InverseOf("publisher")
		HasMany<Magazine> magazines;

	}

	record Magazine(@Id Long id, BelongsTo<Publisher, Long> publisher) {
	}

	static class Husband {

		@Id
		Long id;

		@InverseOf("husband")
		BelongsTo<Wife, Long> wife;

	}

	record Wife(@Id Long id, BelongsTo<Husband, Long> husband) {
	}

	record Pupil(@Id Long id, @InverseOf("colleagues") BelongsTo<Teacher, Long> teacher,
			BelongsTo<Teacher, Long> mentor) {
	}

	static class Teacher {

		@Id
		Long id;

		@ForeignKey("mentor_id")
		HasMany<Pupil> colleagues;

	}

	static class Captain {

		@Id
		Long id;

		@InverseOf("capitan")
		HasMany<Ship> ships;

	}

	record Ship(@Id Long id, BelongsTo<Captain, String> captain) {
	}

	static class Mother {

		@Id
		Long id;

		HasMany<Baby> babies;

	}

	record Baby(@Id Long id, BelongsTo<Mother, ?> mama) {
	}

	static class Employee {

		@Id
		Long id;

		BelongsTo<Employee, Long> manager;

		BelongsTo<Employee, Long> mentor;

		HasMany<Employee> reports;

	}

	static class Singleton {

		@NoInverse
		static HasMany<Note> author;

		@Id
		Long id;

	}

}
