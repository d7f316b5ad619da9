package io.inverseof.holder;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.inverseof.BelongsTo;
import io.inverseof.DetachedAssociationException;
import io.inverseof.EmptyAssociationException;
import io.inverseof.IllegalTargetException;
import io.inverseof.UnreadKeyException;
import io.inverseof.UnsavedTargetException;
import io.inverseof.holder.Blog.Author;
import io.inverseof.holder.Blog.Note;
import io.inverseof.holder.Blog.Post;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * A belongs-to in memory alone.
 */
class BelongsToTests {

	private final Author ann = Author.of(1L);

	private final Author bob = Author.of(2L);

	private final Post post = Post.of(7L);

	@Test
	void isEmptyAtFirst() {
		assertThat(this.post.author.getId()).isNull();
		assertThat(this.post.author.orNull()).isNull();
		assertThat(this.post.author.optional()).isEmpty();
		assertThat(this.post.author.isPresent()).isFalse();
		assertThat(this.post.author.isLoaded()).isTrue();
	}

	@Test
	void getOfAnEmptyOneSaysWhichAssociationOfWhichRow() {
		assertThatExceptionOfType(EmptyAssociationException.class).isThrownBy(this.post.author::get)
			.withMessage("Post.author of Post 7 is empty: there is no Author. Use orNull(), optional() or isPresent() "
					+ "where that is allowed.");
	}

	@Test
	void setHandsOutTheSameObject() {
		this.post.author.set(this.ann);
		assertThat(this.post.author.get()).isSameAs(this.ann);
		assertThat(this.post.author.optional()).containsSame(this.ann);
		assertThat(this.post.author.isPresent()).isTrue();
		assertThat(this.post.author.getId()).isEqualTo(1L);
	}

	@Test
	void theKeyFollowsTheIdOfTheTarget() {
		Author unsaved = new Author();
		this.post.author.set(unsaved);
		assertThat(this.post.author.getId()).isNull();
		unsaved.id = 5L;
		assertThat(this.post.author.getId()).isEqualTo(5L);
	}

	@Test
	void setDoesNotFillTheListOfTheTarget() {
		this.post.author.set(this.ann);
		assertThat(this.ann.posts).isEmpty();
	}

	@Test
	void setFillsTheListThatInverseOfNames() {
		Note note = new Note();
		note.author.set(this.ann);
		note.author.set(this.ann);
		assertThat(this.ann.notes).containsExactly(note);
	}

	@Test
	void setMovesBetweenTheListsThatInverseOfNames() {
		Note note = new Note();
		note.author.set(this.ann);
		note.author.set(this.bob);
		assertThat(this.ann.notes).isEmpty();
		assertThat(this.bob.notes).containsExactly(note);
		note.author.set(null);
		assertThat(this.bob.notes).isEmpty();
	}

	@Test
	void fillingDoesNotMarkLoaded() {
		Note note = new Note();
		note.author.set(this.ann);
		assertThat(this.ann.notes.isLoaded()).isFalse();
	}

	@Test
	void setIdOfAnotherRowDropsTheTarget() {
		this.post.author.set(this.ann);
		this.post.author.setId(2L);
		assertThat(this.post.author.getId()).isEqualTo(2L);
		assertThat(this.post.author.isLoaded()).isFalse();
		assertThatExceptionOfType(DetachedAssociationException.class).isThrownBy(this.post.author::get)
			.withMessage("Post.author of Post 7 has the key 2, but its owner was neither loaded nor saved by a "
					+ "repository, so nothing can load the target. Save the owner, load it by a repository, or pass it "
					+ "to AssociationOperations.attach(..).");
	}

	@Test
	void setIdOfTheSameRowKeepsTheTarget() {
		this.post.author.set(this.ann);
		this.post.author.setId(1L);
		assertThat(this.post.author.get()).isSameAs(this.ann);
	}

	@Test
	void setIdToNullDropsAnUnsavedTarget() {
		this.post.author.set(new Author());
		this.post.author.setId(null);
		assertThat(this.post.author.orNull()).isNull();
		assertThat(this.post.author.isLoaded()).isTrue();
	}

	@Test
	void setRefusesAnotherTypeAndChangesNothing() {
		this.post.author.set(this.ann);
		assertThatExceptionOfType(IllegalTargetException.class).isThrownBy(() -> setRaw(this.post.author, new Note()))
			.withMessage("Post.author of Post 7 takes a io.inverseof.holder.Blog$Author, but was given a "
					+ "io.inverseof.holder.Blog$Note. Assign an object of the declared type.");
		assertThat(this.post.author.get()).isSameAs(this.ann);
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private static void setRaw(BelongsTo<?, ?> reference, Object target) {
		((BelongsTo) reference).set(target);
	}

	@Test
	void buildAssignsWhatItBuilt() {
		Author built = this.post.author.build((author) -> author.name = "New");
		assertThat(this.post.author.get()).isSameAs(built);
		assertThat(built.name).isEqualTo("New");
		assertThat(this.post.author.getId()).isNull();
	}

	@Test
	void buildChangesNothingWhenTheAttributesFail() {
		this.ann.posts.add(this.post);
		assertThatIllegalStateException().isThrownBy(() -> this.post.author.build((author) -> {
			throw new IllegalStateException("no name");
		}));
		assertThat(this.post.author.get()).isSameAs(this.ann);
		assertThat(this.ann.posts).containsExactly(this.post);
	}

	@Test
	void aReferenceOutsideAnEntityCannotBuild() {
		BelongsTo<Author, Long> reference = BelongsTo.empty();
		assertThatExceptionOfType(IllegalTargetException.class).isThrownBy(() -> reference.build((author) -> {
		}))
			.withMessage(
					"A reference outside an entity cannot build its target, because nothing says which class it is "
							+ "of. Create the object and pass it to set(..) or BelongsTo.to(..).");
	}

	@Test
	void twoReferencesToOneClassAreKeptApart() {
		this.post.author.set(this.ann);
		this.post.reviewer.set(this.bob);
		assertThat(this.post.author.get()).isSameAs(this.ann);
		assertThat(this.post.reviewer.get()).isSameAs(this.bob);
	}

	@Test
	void reloadOfAnAssignedUnsavedTargetKeepsIt() {
		Author unsaved = new Author();
		this.post.author.set(unsaved);
		this.post.author.reload();
		assertThat(this.post.author.get()).isSameAs(unsaved);
	}

	@Test
	void referencesAreEqualWhenBothHaveTheSameId() {
		BelongsTo<Author, Long> byTarget = BelongsTo.to(this.ann);
		BelongsTo<Author, Long> byId = BelongsTo.toId(1L);
		assertThat(byTarget).isEqualTo(byId).hasSameHashCodeAs(byId);
		assertThat(byTarget).isNotEqualTo(BelongsTo.<Author, Long>toId(2L)).isNotEqualTo(1L);
		assertThat(Set.of(byTarget)).contains(byId);
	}

	@Test
	void referencesWithoutIdAreEqualToThemselvesOnly() {
		Author unsaved = new Author();
		BelongsTo<Author, Long> one = BelongsTo.to(unsaved);
		BelongsTo<Author, Long> other = BelongsTo.to(unsaved);
		assertThat(one).isEqualTo(one).isNotEqualTo(other);
		assertThat(BelongsTo.empty()).isNotEqualTo(BelongsTo.empty());
		assertThat(new HashSet<>(List.of(one, other))).hasSize(2);
	}

	@Test
	void toStringNamesTheKeyInsteadOfTheTarget() {
		assertThat(this.post.author).hasToString("BelongsTo[empty]");
		this.post.author.set(this.ann);
		assertThat(this.post.author).hasToString("Post.author[1]");
		this.post.author.set(new Author());
		assertThat(this.post.author).hasToString("Post.author[unsaved]");
		this.post.author.setId(2L);
		assertThat(this.post.author).hasToString("Post.author[2, not loaded]");
		assertThat(BelongsToHolder.unread()).hasToString("BelongsTo[unknown]");
		assertThat(BelongsTo.toId(3L)).hasToString("BelongsTo[3, not loaded]");
	}

	@Test
	void anUnreadKeyIsNotTakenForNull() {
		BelongsToHolder<?, ?> unread = BelongsToHolder.unread();
		String message = "A reference outside an entity is unknown: the query that loaded the row did not read its "
				+ "column. Add the column to the query, or load the whole row before you read or save the association.";
		assertThatExceptionOfType(UnreadKeyException.class).isThrownBy(unread::getId).withMessage(message);
		assertThatExceptionOfType(UnreadKeyException.class).isThrownBy(unread::get).withMessage(message);
		assertThatExceptionOfType(UnreadKeyException.class).isThrownBy(unread::orNull).withMessage(message);
		assertThatExceptionOfType(UnreadKeyException.class).isThrownBy(unread::keyToWrite).withMessage(message);
		assertThat(unread.isLoaded()).isFalse();
	}

	@Test
	void anUnreadKeyThatIsSetIsKnown() {
		BelongsToHolder<Object, Object> unread = BelongsToHolder.unread();
		unread.setId(1L);
		assertThat(unread.getId()).isEqualTo(1L);
	}

	@Test
	void theKeyOfAnUnsavedTargetCannotBeWritten() {
		this.post.author.set(new Author());
		assertThatExceptionOfType(UnsavedTargetException.class)
			.isThrownBy(() -> ((BelongsToHolder<?, ?>) this.post.author).keyToWrite())
			.withMessage("Post.author of Post 7 refers to an unsaved Author, so there is no key to write or to compare "
					+ "with. Save the Author first.");
	}

	@Test
	void factoriesRefuseNull() {
		assertThatIllegalArgumentException().isThrownBy(() -> BelongsTo.to(nothing()))
			.withMessage("'target' must not be null, use BelongsTo.empty()");
		assertThatIllegalArgumentException().isThrownBy(() -> BelongsTo.toId(nothing()))
			.withMessage("'id' must not be null, use BelongsTo.empty()");
	}

	@SuppressWarnings("NullAway")
	private static <T> T nothing() {
		return null;
	}

}
