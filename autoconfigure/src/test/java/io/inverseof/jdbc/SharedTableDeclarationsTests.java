package io.inverseof.jdbc;

import java.util.List;
import java.util.Set;

import io.inverseof.Discriminator;
import io.inverseof.InvalidAssociationsException;
import io.inverseof.model.SharedTables;
import io.inverseof.model.Violations;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.data.annotation.Id;
import org.springframework.data.core.TypeInformation;
import org.springframework.data.relational.core.mapping.DefaultNamingStrategy;
import org.springframework.data.relational.core.mapping.Table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The mapping of classes that share a table, and what can be wrong with it.
 */
class SharedTableDeclarationsTests {

	private static InverseMappingContext context(Class<?>... classes) {
		return new InverseMappingContext(DefaultNamingStrategy.INSTANCE, SharedTables.of(List.of(classes)));
	}

	private static List<String> problems(InverseMappingContext context) {
		Violations violations = new Violations();
		new SharedTableDeclarations(context).verify(violations);
		return violations.toList();
	}

	@Test
	void subclassesHaveTheTableOfTheirOwner() {
		InverseMappingContext context = context(Retweet.class);
		assertThat(problems(context)).isEmpty();
		assertThat(context.getRequiredPersistentEntity(Retweet.class).getQualifiedTableName())
			.isEqualTo(context.getRequiredPersistentEntity(Post.class).getQualifiedTableName());
	}

	@Test
	void columnsOfSubclassesAreReadAndNotProperties() {
		InverseMappingContext context = context(Retweet.class);
		assertThat(new JdbcEntityMapping(context).columns(Post.class)).containsExactly("id", "title");
		assertThat(new JdbcEntityMapping(context).properties(Post.class)).containsExactly("id", "title");
		assertThat(SelectedPaths.of(context.getRequiredPersistentEntity(Post.class), context))
			.extracting((path) -> path.getColumnInfo().name().getReference())
			.containsExactlyInAnyOrder("id", "title", "type", "hashtag", "original");
	}

	@Test
	void anotherTable() {
		assertThat(problems(context(Elsewhere.class))).containsExactly(
				"Elsewhere shares the table \"POST\" of Post by @Discriminator, but is mapped to \"elsewhere\". Remove "
						+ "@Table from it.");
	}

	@Test
	void anOwnerThatIsNoEntity() {
		assertThat(problems(context(Part.class))).containsExactly(
				"Part is annotated with @Discriminator, but its superclass Whole has no property with @Id and is no "
						+ "entity, so that there is no table it could share. Remove the annotation, or let the class extend the "
						+ "entity.");
	}

	@Test
	void oneEntityInATableOfItsOwn() {
		assertThat(problems(context(Carded.class))).containsExactly(
				"Carded.card is one Card in a table of its own, which a query for Post does not read, but Carded "
						+ "shares that table by @Discriminator. Embed it, declare it as a Set or List, as a HasOne, or in Post.");
	}

	@Test
	void aPropertyForTheTypeThatIsNoText() {
		assertThat(problems(context(Numbered.class))).containsExactly(
				"Numbered.kind is mapped to the column kind, which tells the class of a row by @Discriminator, but is "
						+ "of type Integer. Declare it as a String or an enum.");
	}

	@Test
	void singleQueryLoading() {
		InverseMappingContext context = context(Retweet.class);
		context.setSingleQueryLoadingEnabled(true);
		assertThat(problems(context)).containsExactly(
				"Post shares its table with Retweet by @Discriminator, which does not work with single query loading. "
						+ "Switch single query loading off.");
	}

	@Test
	void aClassThatWasNotFound() {
		InverseMappingContext context = context(Retweet.class);
		assertThatExceptionOfType(InvalidAssociationsException.class)
			.isThrownBy(() -> context.createPersistentEntity(TypeInformation.of(Elsewhere.class)))
			.satisfies((failure) -> assertThat(failure.getProblems()).containsExactly(Elsewhere.class.getName()
					+ " is annotated with @Discriminator, but was not found at start-up, so that queries for Post would not read "
					+ "its columns. Put it into a package that Spring Boot scans for entities, or name that package by "
					+ "@EntityScan."));
	}

	@Test
	void aContextThatWasMadeWithoutTheClasses() {
		InverseMappingContext context = new InverseMappingContext(DefaultNamingStrategy.INSTANCE);
		assertThatExceptionOfType(InvalidAssociationsException.class)
			.isThrownBy(() -> context.createPersistentEntity(TypeInformation.of(Retweet.class)))
			.satisfies((failure) -> assertThat(failure.getProblems()).containsExactly(Retweet.class.getName()
					+ " is annotated with @Discriminator, but this InverseMappingContext was made without the classes that share "
					+ "tables. Remove the bean, or hand SharedTables.of(..) with all these classes to its constructor."));
	}

	static class Post {

		@Id
		@Nullable Long id;

		@Nullable String title;

	}

	@Discriminator
	static class Tweet extends Post {

		@Nullable String hashtag;

		Set<Card> cards = Set.of();

	}

	@Discriminator
	static class Retweet extends Tweet {

		@Nullable Long original;

	}

	@Discriminator
	@Table("elsewhere")
	static class Elsewhere extends Post {

	}

	static class Whole {

	}

	@Discriminator
	static class Part extends Whole {

	}

	record Card(String text) {

	}

	@Discriminator
	static class Carded extends Post {

		@Nullable Card card;

	}

	@Discriminator(column = "kind")
	static class Numbered extends Post {

		@Nullable Integer kind;

	}

}
