package io.inverseof.validation;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.HasOne;
import io.inverseof.holder.BelongsToHolder;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.data.annotation.Id;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;
import static io.inverseof.Associations.hasOne;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the value extractors, with a validator that nobody has told of them, and for
 * {@link JakartaTargetValidator}.
 */
class ValidationTests {

	private static ValidatorFactory factory;

	@BeforeAll
	static void start() {
		factory = Validation.buildDefaultValidatorFactory();
	}

	@AfterAll
	static void stop() {
		factory.close();
	}

	private static Validator validator() {
		return factory.getValidator();
	}

	private static Set<String> violations(Object object) {
		return validator().validate(object).stream().map(ValidationTests::describe).collect(Collectors.toSet());
	}

	private static String describe(ConstraintViolation<?> violation) {
		return violation.getPropertyPath() + " " + violation.getMessage();
	}

	@Nested
	class BelongsToTests {

		@Test
		void isMissingWhenEmpty() {
			assertThat(violations(new Post("a"))).containsExactlyInAnyOrder("author must not be null",
					"editor<T> must not be null");
		}

		@Test
		void isMissingInRecordsWhenEmpty() {
			assertThat(violations(new Comment(BelongsTo.empty(), BelongsTo.empty())))
				.containsExactlyInAnyOrder("post must not be null", "parent<T> must not be null");
		}

		@Test
		void isThereWhenItHasAnId() {
			Post post = new Post("a");
			post.author.setId(7L);
			post.editor.setId(7L);
			assertThat(violations(post)).isEmpty();
			assertThat(violations(new Comment(BelongsTo.toId(1L), BelongsTo.toId(2L)))).isEmpty();
		}

		@Test
		void isThereWhenItHasAnUnsavedTarget() {
			Post post = new Post("a");
			post.author.set(new Author("Ann"));
			post.editor.set(new Author("Ann"));
			assertThat(violations(post)).isEmpty();
		}

		@Test
		void isThereWhenItsKeyWasNotRead() {
			assertThat(violations(new Comment(unread(), unread()))).isEmpty();
		}

		@Test
		void isWalkedWhenInMemory() {
			Post post = new Post("a");
			post.author.set(new Author(" "));
			post.editor.set(new Author(" "));
			assertThat(violations(post)).containsExactlyInAnyOrder("author.name must not be blank",
					"editor<T>.name must not be blank");
		}

		@SuppressWarnings("unchecked")
		private static <T> BelongsTo<T, Long> unread() {
			return (BelongsTo<T, Long>) (BelongsTo<?, ?>) BelongsToHolder.unread();
		}

	}

	@Nested
	class HasManyTests {

		@Test
		void isWalkedToWhatIsBuilt() {
			Author author = new Author("Ann");
			author.posts.build((post) -> post.title = "a");
			author.posts.build((post) -> post.title = "");
			author.drafts.build((post) -> post.title = "");
			author.posts.forEach((post) -> post.editor.setId(1L));
			author.drafts.forEach((post) -> post.editor.setId(1L));
			assertThat(violations(author)).containsExactlyInAnyOrder("posts[1].title must not be blank",
					"drafts[0].title must not be blank");
		}

		@Test
		void acceptsTheParentThatIsNotSaved() {
			Author author = new Author("Ann");
			author.posts.build((post) -> post.editor.setId(1L)).title = "a";
			assertThat(violations(author)).isEmpty();
		}

		@Test
		void isWalkedThroughSeveralLevels() {
			Node root = new Node("1");
			root.children.build((child) -> child.name = "2").children.build((child) -> child.name = "");
			assertThat(violations(root)).containsExactly("children[0].children[0].name must not be blank");
		}

		@Test
		void terminatesInCycles() {
			Node root = new Node("");
			root.children.add(root);
			Node child = root.children.build((node) -> node.name = "");
			child.children.add(root);
			assertThat(violations(root)).contains("name must not be blank");
			assertThat(violations(child)).contains("name must not be blank");
		}

		@Test
		void isNotWalkedUnlessValid() {
			Node root = new Node("1");
			root.others.build((other) -> other.name = "");
			assertThat(violations(root)).isEmpty();
		}

	}

	@Nested
	class HasOneTests {

		@Test
		void isWalkedWhenInMemory() {
			Author author = new Author("Ann");
			author.profile.build((profile) -> profile.text = "");
			assertThat(violations(author)).containsExactly("profile.text must not be blank");
		}

		@Test
		void isMissingWhenThereIsNone() {
			assertThat(violations(new Prisoner(null))).containsExactly("file must not be null");
			Prisoner prisoner = new Prisoner(null);
			prisoner.file.build((file) -> file.text = "a");
			assertThat(violations(prisoner)).isEmpty();
		}

		@Test
		void isNotMissingWhenOnlyAQueryCouldTell() {
			assertThat(violations(new Prisoner(7L))).isEmpty();
		}

	}

	@Nested
	class TargetTests {

		@Test
		void isRefusedWithItsViolations() {
			assertThatExceptionOfType(ConstraintViolationException.class)
				.isThrownBy(() -> new JakartaTargetValidator(validator()).validate(new Post("")))
				.withMessage("The new Post is not valid, and was not saved: author must not be null, "
						+ "editor<T> must not be null, title must not be blank")
				.satisfies((ex) -> assertThat(ex.getConstraintViolations()).hasSize(3));
		}

		@Test
		void isAccepted() {
			new JakartaTargetValidator(validator()).validate(new Author("Ann"));
		}

	}

	static class Author {

		@Id
		@Nullable Long id;

		@NotBlank
		String name;

		@Valid
		private final HasMany<Post> posts = hasMany(this);

		private final HasMany<@Valid Post> drafts = hasMany(this);

		@Valid
		private final HasOne<Profile> profile = hasOne(this);

		Author() {
			this("");
		}

		Author(String name) {
			this.name = name;
		}

	}

	static class Post {

		@Id
		@Nullable Long id;

		@NotBlank
		String title;

		@Valid
		@NotNull
		private final BelongsTo<Author, Long> author = belongsTo(this);

		private final BelongsTo<@Valid @NotNull Author, Long> editor = belongsTo(this);

		Post() {
			this("");
		}

		Post(String title) {
			this.title = title;
		}

	}

	static class Profile {

		@Id
		@Nullable Long id;

		@NotBlank
		@Nullable String text;

		@NotNull
		private final BelongsTo<Author, Long> author = belongsTo(this);

	}

	record Comment(@NotNull BelongsTo<Post, Long> post, BelongsTo<@NotNull Comment, Long> parent) {

	}

	static class Node {

		@Id
		@Nullable Long id;

		@NotBlank
		String name;

		@Valid
		private final BelongsTo<Node, Long> parent = belongsTo(this);

		@Valid
		private final HasMany<Node> children = hasMany(this);

		private final HasMany<Node> others = hasMany(this);

		Node() {
			this("");
		}

		Node(String name) {
			this.name = name;
		}

		List<Node> family() {
			return this.parent.isPresent() ? this.parent.get().children : List.of();
		}

	}

	static class Prisoner {

		@Id
		@Nullable Long id;

		@NotNull
		@Valid
		private final HasOne<File> file = hasOne(this);

		Prisoner(@Nullable Long id) {
			this.id = id;
		}

	}

	static class File {

		@Id
		@Nullable Long id;

		@NotBlank
		@Nullable String text;

		private final BelongsTo<Prisoner, Long> prisoner = belongsTo(this);

		BelongsTo<Prisoner, Long> prisoner() {
			return this.prisoner;
		}

	}

}
