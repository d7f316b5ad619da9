package io.inverseof.model;

import java.util.List;

import io.inverseof.As;
import io.inverseof.BelongsTo;
import io.inverseof.Dependent;
import io.inverseof.ForeignKey;
import io.inverseof.HasMany;
import io.inverseof.HasOne;
import io.inverseof.InverseOf;
import io.inverseof.ScopedBy;
import io.inverseof.Through;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;
import static io.inverseof.Associations.hasOne;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which way an association leads that goes through another one.
 */
class ThroughDeclarationsTests {

	@Nested
	class Found {

		private final AssociationModel model = Models.of(Prison.class, Criminal.class);

		@Test
		void findsTheOnlySource() {
			AssociationProperty criminals = Models.association(this.model, Prison.class, "criminals");
			assertThat(criminals.through()).extracting(Object::toString)
				.asString()
				.contains("Prison.sentences", "Sentence.criminal");
			assertThat(criminals.foreignKey()).containsExactly("prison_id");
			assertThat(criminals.keySide()).isNull();
			assertThat(criminals.hasPlainKey()).isFalse();
		}

		@Test
		void prefersTheSourceNamedAsTheAssociation() {
			assertThat(path(Prison.class, "wardens").source().name()).isEqualTo("warden");
			assertThat(path(Prison.class, "doctors").source().name()).isEqualTo("medic");
		}

		@Test
		void knowsWhatCanBeChanged() {
			assertThat(path(Prison.class, "criminals").isWritable()).isTrue();
			assertThat(path(Criminal.class, "firstPrison").isWritable()).isTrue();
			assertThat(path(Sentence.class, "otherSentences").isWritable()).isFalse();
		}

		@Test
		void hasNoInverseAndIsNone() {
			Inverse inverse = Models.inverse(this.model, Prison.class, "criminals");
			assertThat(inverse.exists()).isFalse();
			assertThat(inverse.reason()).isEqualTo(
					"None: Prison.criminals goes through Prison.sentences, so that its targets do not refer to Prison "
							+ "themselves.");
			assertThat(Models.inverse(this.model, Sentence.class, "prison").reason()).doesNotContain("criminals");
		}

		@Test
		void tellsWhatLeadsOn() {
			assertThat(Models.association(this.model, Prison.class, "sentences").leadingOn())
				.extracting(AssociationProperty::name)
				.containsExactly("criminals", "wardens", "doctors");
		}

		private ThroughPath path(Class<?> owner, String name) {
			return java.util.Objects.requireNonNull(Models.association(this.model, owner, name).through());
		}

	}

	@Nested
	class Problems {

		@Test
		void unknownJoin() {
			class Jail {

				@Id
				Long id;

				HasMany<Term> terms = hasMany(this);

				@Through("term")
				HasMany<Criminal> criminals = hasMany(this);

			}
			assertThat(Models.problems(Jail.class)).contains(
					"Jail.criminals is annotated with @Through(\"term\"), but Jail has no such association. Did you mean "
							+ "\"terms\"? Name the has-many or has-one of Jail that leads to the join aggregates.");
		}

		@Test
		void plainProperty() {
			class Jail {

				@Id
				Long id;

				String name;

				HasMany<Term> terms = hasMany(this);

				@Through("name")
				HasMany<Criminal> criminals = hasMany(this);

			}
			assertThat(Models.problems(Jail.class)).contains(
					"Jail.criminals is annotated with @Through(\"name\"), but Jail.name is no association: it is of type "
							+ "\"String\". Did you mean \"terms\"? Name the has-many or has-one of Jail that leads to the "
							+ "join aggregates.");
		}

		@Test
		void throughItself() {
			class Jail {

				@Id
				Long id;

				@Through("criminals")
				HasMany<Criminal> criminals = hasMany(this);

			}
			assertThat(Models.problems(Jail.class)).containsExactly(
					"Jail.criminals goes through itself. Name associations whose keys are in the tables, and read one "
							+ "association after the other where there are more.");
		}

		@Test
		void inACircle() {
			class Jail {

				@Id
				Long id;

				@Through("others")
				HasMany<Criminal> criminals = hasMany(this);

				@Through("criminals")
				HasMany<Criminal> others = hasMany(this);

			}
			assertThat(Models.problems(Jail.class)).containsExactly(
					"Jail.criminals goes through Jail.others, which goes through another association itself. Name associations "
							+ "whose keys are in the tables, and read one association after the other where there are more.");
		}

		@Test
		void alsoAs() {
			class Camp {

				@Id
				Long id;

				@ForeignKey("prison_id")
				HasMany<Sentence> sentences = hasMany(this);

				@As("criminal")
				@Through("sentences")
				HasMany<Criminal> criminals = hasMany(this);

			}
			assertThat(Models.problems(Camp.class)).containsExactly(
					"Camp.criminals is annotated with both @Through and @As, but has no key and no inverse of its own, and "
							+ "deletes no Criminal. Remove @As, or put it on Camp.sentences.");
		}

		@Test
		void noSource() {
			class Book {

				@Id
				Long id;

				@ForeignKey("prison_id")
				HasMany<Sentence> sentences = hasMany(this);

				@Through("sentences")
				HasMany<Book> books = hasMany(this);

			}
			assertThat(Models.problems(Book.class)).containsExactly(
					"Book.books goes through Book.sentences, but no association of Sentence leads to Book. Declare a "
							+ "BelongsTo<Book, ..> in Sentence, or go through another association.");
		}

		@Test
		void severalSources() {
			class Camp {

				@Id
				Long id;

				@ForeignKey("prison_id")
				HasMany<Sentence> sentences = hasMany(this);

				@Through("sentences")
				HasMany<Guard> people = hasMany(this);

			}
			assertThat(Models.problems(Camp.class)).containsExactly(
					"Camp.people goes through Camp.sentences, and Sentence has several associations to Guard: warden, medic. "
							+ "Say which one, as in @Through(value = \"sentences\", source = \"warden\").");
		}

		@Test
		void unknownSource() {
			class Camp {

				@Id
				Long id;

				@ForeignKey("prison_id")
				HasMany<Sentence> sentences = hasMany(this);

				@Through(value = "sentences", source = "warder")
				HasMany<Guard> wardens = hasMany(this);

			}
			assertThat(Models.problems(Camp.class)).containsExactly(
					"Camp.wardens is annotated with @Through(value = \"sentences\", source = \"warder\"), but Sentence has no "
							+ "such association. Did you mean \"warden\"?");
		}

		@Test
		void sourceThatLeadsElsewhere() {
			class Camp {

				@Id
				Long id;

				@ForeignKey("prison_id")
				HasMany<Sentence> sentences = hasMany(this);

				@Through(value = "sentences", source = "prison")
				HasMany<Criminal> criminals = hasMany(this);

			}
			assertThat(Models.problems(Camp.class)).containsExactly(
					"Camp.criminals has the source Sentence.prison, which refers to Prison and not to Criminal. Did you mean "
							+ "\"criminal\"?");
		}

		@Test
		void throughAnother() {
			class Camp {

				@Id
				Long id;

				@ForeignKey("prison_id")
				HasMany<Sentence> sentences = hasMany(this);

				@Through("sentences")
				HasMany<Criminal> criminals = hasMany(this);

				@Through("criminals")
				HasMany<Sentence> more = hasMany(this);

			}
			assertThat(Models.problems(Camp.class)).containsExactly(
					"Camp.more goes through Camp.criminals, which goes through another association itself. Name associations "
							+ "whose keys are in the tables, and read one association after the other where there are more.");
		}

		@Test
		void limitedJoin() {
			class Camp {

				@Id
				Long id;

				@ForeignKey("prison_id")
				@ScopedBy(Models.Limited.class)
				HasMany<Sentence> sentences = hasMany(this);

				@Through("sentences")
				HasMany<Criminal> criminals = hasMany(this);

			}
			assertThat(Models.problems(Camp.class)).containsExactly(
					"Camp.criminals goes through Camp.sentences, whose scope has a limit: a query that joins rows cannot limit "
							+ "them for each owner. Remove the limit, or go through an association without one.");
		}

		@Test
		void annotationsWithoutMeaning() {
			class Camp {

				@Id
				Long id;

				@ForeignKey("prison_id")
				HasMany<Sentence> sentences = hasMany(this);

				@Through("sentences")
				@ForeignKey("prison_id")
				@Dependent(Dependent.Action.DELETE)
				HasMany<Criminal> criminals = hasMany(this);

				@Through("sentences")
				@InverseOf("prison")
				@As("place")
				HasMany<Prison> prisons = hasMany(this);

			}
			assertThat(Models.problems(Camp.class)).contains(
					"Camp.criminals is annotated with both @Through and @ForeignKey, but has no key and no inverse of its own, "
							+ "and deletes no Criminal. Remove @ForeignKey, or put it on Camp.sentences.",
					"Camp.criminals is annotated with both @Through and @Dependent, but has no key and no inverse of its own, "
							+ "and deletes no Criminal. Remove @Dependent, or put it on Camp.sentences.",
					"Camp.prisons is annotated with both @Through and @InverseOf, but has no key and no inverse of its own, "
							+ "and deletes no Prison. Remove @InverseOf, or put it on Camp.sentences.");
		}

		@Test
		void onABelongsToOrAPlainField() {
			class Term {

				@Id
				Long id;

				@Through("x")
				BelongsTo<Prison, Long> prison = belongsTo(this);

				@Through("x")
				List<String> names = List.of();

			}
			assertThat(Models.problems(Term.class)).containsExactly(
					"Term.prison is annotated with @Through, but is a belongs-to, which leads to its target by a key of its "
							+ "own. Remove the annotation, or declare a HasOne<Prison>.",
					"Term.names is annotated with @Through, but is not an association: it is of type \"List<String>\". Remove "
							+ "the annotation, or declare the field as a BelongsTo, HasOne or HasMany.");
		}

	}

	static class Prison {

		@Id
		Long id;

		HasMany<Sentence> sentences = hasMany(this);

		@Through("sentences")
		HasMany<Criminal> criminals = hasMany(this);

		@Through("sentences")
		HasMany<Guard> wardens = hasMany(this);

		@Through(value = "sentences", source = "medic")
		HasMany<Guard> doctors = hasMany(this);

	}

	static class Sentence {

		@Id
		Long id;

		BelongsTo<Prison, Long> prison = belongsTo(this);

		BelongsTo<Criminal, Long> criminal = belongsTo(this);

		BelongsTo<Guard, Long> warden = belongsTo(this);

		BelongsTo<Guard, Long> medic = belongsTo(this);

		@Through("criminal")
		HasMany<Sentence> otherSentences = hasMany(this);

	}

	static class Criminal {

		@Id
		Long id;

		HasMany<Sentence> sentences = hasMany(this);

		@Through("sentences")
		HasOne<Prison> firstPrison = hasOne(this);

	}

	static class Guard {

		@Id
		Long id;

	}

	static class Term {

		@Id
		Long id;

		BelongsTo<Criminal, Long> criminal = belongsTo(this);

		Long jailId;

	}

}
