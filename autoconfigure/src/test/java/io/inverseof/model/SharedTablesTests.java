package io.inverseof.model;

import java.util.List;

import io.inverseof.Discriminator;
import io.inverseof.UnexpectedTypeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Which classes share a table, and what tells them apart.
 */
class SharedTablesTests {

	private static final SharedTables TABLES = SharedTables.of(List.of(Retweet.class, Article.class, String.class));

	private static SharedTable posts() {
		SharedTable table = TABLES.of(Post.class);
		assertThat(table).isNotNull();
		return table;
	}

	@Test
	void theOwnerIsTheNearestClassThatIsNotAnnotated() {
		assertThat(Inheritance.tableOwner(Retweet.class)).isEqualTo(Post.class);
		assertThat(Inheritance.tableOwner(Post.class)).isEqualTo(Post.class);
		assertThat(Inheritance.tableOwner(Row.class)).isEqualTo(Row.class);
		assertThat(TABLES.of(Tweet.class)).isSameAs(posts());
		assertThat(TABLES.of(Row.class)).isNull();
	}

	@Test
	void superclassesOfWhatWasFoundAreFound() {
		assertThat(posts().subclassesOf(Post.class)).containsExactly(Retweet.class, Tweet.class, Article.class);
		assertThat(posts().subclassesOf(Tweet.class)).containsExactly(Retweet.class);
		assertThat(posts().subclassesOf(Retweet.class)).isEmpty();
	}

	@Test
	void aClassHasTheValuesOfItsSubclasses() {
		assertThat(posts().values(Tweet.class)).containsExactly("Retweet", "Tweet");
		assertThat(posts().values(Article.class)).containsExactly("long read");
		assertThat(TABLES.restricting(Tweet.class)).isNotNull();
		assertThat(TABLES.restricting(Post.class)).isNull();
	}

	@Test
	void valuesTellTheClass() {
		assertThat(posts().classOf("Tweet")).isEqualTo(Tweet.class);
		assertThat(posts().classOf("Tweet   ")).isEqualTo(Tweet.class);
		assertThat(posts().classOf("gone")).isEqualTo(Post.class);
		assertThat(posts().classOf(null)).isEqualTo(Post.class);
		assertThat(posts().classOf(Tweet.class, "Retweet", "A row")).isEqualTo(Retweet.class);
	}

	@Test
	void rowsOfAnotherClass() {
		assertThatExceptionOfType(UnexpectedTypeException.class)
			.isThrownBy(() -> posts().classOf(Retweet.class, null, "Row 1"))
			.withMessage(
					"Row 1 is of the class Post and cannot be read as Retweet, because its column type is NULL and not 'Retweet'. "
							+ "Select rows of that type only.");
	}

	@Test
	void rowsOfAnotherClassAreNotWritten() {
		posts().verifyWritable(Tweet.class, "Retweet", "Row 1");
		assertThatExceptionOfType(UnexpectedTypeException.class)
			.isThrownBy(() -> posts().verifyWritable(Retweet.class, "Tweet", "Row 1"))
			.withMessage(
					"Row 1 is of the class Tweet and cannot be written as Retweet, because its column type is 'Tweet' and not "
							+ "'Retweet'. Leave the id out to insert a row, or load the object that is to be changed.");
	}

	@Test
	void classesThatWereNotFoundAreNotPermitted() {
		assertThat(TABLES.permits(Tweet.class)).isTrue();
		assertThat(TABLES.permits(Post.class)).isTrue();
		assertThat(TABLES.permits(Late.class)).isFalse();
		assertThat(SharedTables.NONE.isEmpty()).isTrue();
	}

	@Test
	void records() {
		assertProblems(List.of(Stray.class),
				"Stray is annotated with @Discriminator, but it is a record, so that there is no entity whose table it could "
						+ "share. Remove the annotation, or let it be a class that extends the entity.");
	}

	@Test
	void classesWithoutSuperclass() {
		assertProblems(List.of(Alone.class),
				"Alone is annotated with @Discriminator, but it has no superclass, so that there is no entity whose table it "
						+ "could share. Remove the annotation, or let it be a class that extends the entity.");
	}

	@Test
	void twoClassesWithOneValue() {
		assertProblems(List.of(Tweet.class, Twin.class),
				"Tweet and Twin both have the value 'Tweet' by @Discriminator, so that a row does not tell of which class it is. "
						+ "Give one of them another value.");
	}

	@Test
	void twoColumnsForOneTable() {
		assertProblems(List.of(Tweet.class, Late.class),
				"The subclasses of Post that share its table name different columns by @Discriminator: kind in Late, type in "
						+ "Tweet. Name the same column in all of them.");
	}

	@Test
	void aBlankColumn() {
		assertProblems(List.of(Tweet.class, Blank.class),
				"Blank is annotated with @Discriminator(column = \"\"), which names no column. Name the one that tells the "
						+ "class of a row, or leave the attribute out for the column \"type\".");
	}

	private static void assertProblems(List<Class<?>> classes, String... problems) {
		Violations violations = new Violations();
		SharedTables.of(classes).reportTo(violations);
		assertThat(violations.toList()).containsExactly(problems);
	}

	static class Row {

		@Nullable Long id;

	}

	static class Post extends Row {

	}

	@Discriminator
	static class Tweet extends Post {

	}

	@Discriminator
	static class Retweet extends Tweet {

	}

	@Discriminator(value = "long read")
	static class Article extends Post {

	}

	@Discriminator(value = "Tweet")
	static class Twin extends Post {

	}

	@Discriminator(column = "kind")
	static class Late extends Post {

	}

	@Discriminator(column = "")
	static class Blank extends Post {

	}

	@Discriminator
	static class Alone {

	}

	@Discriminator
	record Stray() {

	}

}
