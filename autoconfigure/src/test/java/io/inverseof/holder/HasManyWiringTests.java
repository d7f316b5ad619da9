package io.inverseof.holder;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import io.inverseof.IllegalTargetException;
import io.inverseof.holder.Blog.Author;
import io.inverseof.holder.Blog.Comment;
import io.inverseof.holder.Blog.Letter;
import io.inverseof.holder.Blog.Note;
import io.inverseof.holder.Blog.Post;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What a has-many does to its elements, in memory alone.
 */
class HasManyWiringTests {

	private final Author ann = Author.of(1L);

	private final Author bob = Author.of(2L);

	private final Post post = new Post();

	@Test
	void addPointsTheChildAtTheOwner() {
		assertThat(this.ann.posts.add(this.post)).isTrue();
		assertThat(this.post.author.get()).isSameAs(this.ann);
		assertThat(this.post.author.getId()).isEqualTo(1L);
	}

	@Test
	void addReturnsFalseForAnElementThatIsThere() {
		this.ann.posts.add(this.post);
		assertThat(this.ann.posts.add(this.post)).isFalse();
		assertThat(this.ann.posts).containsExactly(this.post);
	}

	@Test
	void addReturnsFalseForAnotherObjectOfARowThatIsThere() {
		Post row = Post.of(7L);
		this.ann.posts.add(row);
		assertThat(this.ann.posts.add(Post.of(7L))).isFalse();
		assertThat(this.ann.posts).containsExactly(row);
	}

	@Test
	void unsavedElementsCompareByIdentity() {
		assertThat(this.ann.posts.add(new Post())).isTrue();
		assertThat(this.ann.posts.add(new Post())).isTrue();
		assertThat(this.ann.posts).hasSize(2);
	}

	@Test
	void equalUnsavedRecordsAreDifferentElements() {
		var reference = io.inverseof.BelongsTo.<Post, Long>to(this.post);
		Comment first = new Comment(null, "same", reference);
		Comment second = new Comment(null, "same", reference);
		this.post.comments.addAll(List.of(first, second));
		assertThat(first).isEqualTo(second);
		this.post.comments.remove(second);
		assertThat(this.post.comments).hasSize(1);
		assertThat(this.post.comments.get(0)).isSameAs(first);
	}

	@Test
	void anElementThatWasSavedSinceIsFoundByItsId() {
		this.ann.posts.add(this.post);
		this.ann.posts.add(new Post());
		this.post.id = 7L;
		assertThat(this.ann.posts.add(Post.of(7L))).isFalse();
		assertThat(this.ann.posts.contains(Post.of(7L))).isTrue();
	}

	@Test
	void addDoesNotAcceptNull() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.ann.posts.add(nothing()))
			.withMessage("'child' must not be null");
	}

	@SuppressWarnings("NullAway")
	private static <T> T nothing() {
		return null;
	}

	@Test
	@SuppressWarnings({ "unchecked", "rawtypes" })
	void addDoesNotAcceptAnotherType() {
		assertThatExceptionOfType(IllegalTargetException.class)
			.isThrownBy(() -> ((List) this.ann.posts).add(new Note()))
			.withMessage("Author.posts of Author 1 takes a io.inverseof.holder.Blog$Post, but was given a "
					+ "io.inverseof.holder.Blog$Note. Assign an object of the declared type.");
		assertThat(this.ann.posts).isEmpty();
	}

	@Test
	void addAllWiresEachAndTellsWhetherAnythingChanged() {
		Post other = new Post();
		assertThat(this.ann.posts.addAll(List.of(this.post, other))).isTrue();
		assertThat(this.ann.posts.addAll(List.of(this.post, other))).isFalse();
		assertThat(this.ann.posts).containsExactly(this.post, other);
		assertThat(other.author.get()).isSameAs(this.ann);
	}

	@Test
	void addMovesTheChildFromItsOldOwner() {
		this.ann.posts.add(this.post);
		this.bob.posts.add(this.post);
		assertThat(this.ann.posts).isEmpty();
		assertThat(this.bob.posts).containsExactly(this.post);
		assertThat(this.post.author.get()).isSameAs(this.bob);
	}

	@Test
	void anAddedChildLeavesWhenItsReferenceIsAssigned() {
		this.ann.posts.add(this.post);
		this.post.author.set(this.bob);
		assertThat(this.ann.posts).isEmpty();
	}

	@Test
	void anAddedChildLeavesWhenItsReferenceIsEmptied() {
		this.ann.posts.add(this.post);
		this.post.author.set(null);
		assertThat(this.ann.posts).isEmpty();
	}

	@Test
	void anAddedChildLeavesWhenItsKeyChanges() {
		this.ann.posts.add(this.post);
		this.post.author.setId(2L);
		assertThat(this.ann.posts).isEmpty();
	}

	@Test
	void anAddedChildStaysWhenTheSameKeyIsSet() {
		this.ann.posts.add(this.post);
		this.post.author.setId(1L);
		this.post.author.set(this.ann);
		assertThat(this.ann.posts).containsExactly(this.post);
	}

	@Test
	void aChildIsInEveryListItWasAddedTo() {
		this.ann.posts.add(this.post);
		this.ann.sorted.add(this.post);
		this.post.author.set(this.bob);
		assertThat(this.ann.posts).isEmpty();
		assertThat(this.ann.sorted).isEmpty();
	}

	@Test
	void removeEmptiesTheReference() {
		this.ann.posts.add(this.post);
		assertThat(this.ann.posts.remove(this.post)).isTrue();
		assertThat(this.post.author.orNull()).isNull();
		assertThat(this.post.author.getId()).isNull();
		assertThat(this.ann.posts).isEmpty();
	}

	@Test
	void removeTakesTheChildOutOfTheOtherListsOfThatKey() {
		this.ann.posts.add(this.post);
		this.ann.sorted.add(this.post);
		this.ann.posts.remove(this.post);
		assertThat(this.ann.sorted).isEmpty();
	}

	@Test
	void removeFindsAnotherObjectOfTheSameRow() {
		Post row = Post.of(7L);
		this.ann.posts.add(row);
		assertThat(this.ann.posts.remove(Post.of(7L))).isTrue();
		assertThat(row.author.orNull()).isNull();
	}

	@Test
	void removeReturnsFalseForAStranger() {
		this.ann.posts.add(this.post);
		assertThat(this.ann.posts.remove(new Post())).isFalse();
		assertThat(this.ann.posts.remove("post")).isFalse();
		assertThat(this.ann.posts.remove(null)).isFalse();
		assertThat(this.ann.posts).containsExactly(this.post);
	}

	@Test
	void removeLeavesTheReferenceOfAChildThatPointsElsewhereAlone() {
		this.ann.letters.add(new Letter());
		Letter letter = this.ann.letters.get(0);
		letter.author.set(this.bob);
		this.ann.letters.remove(letter);
		assertThat(letter.author.get()).isSameAs(this.bob);
	}

	@Test
	void removeByIndexReturnsTheChild() {
		this.ann.posts.add(this.post);
		assertThat(this.ann.posts.remove(0)).isSameAs(this.post);
		assertThat(this.post.author.orNull()).isNull();
	}

	@Test
	void removeAllEmptiesTheReferences() {
		Post other = new Post();
		this.ann.posts.addAll(List.of(this.post, other));
		assertThat(this.ann.posts.removeAll(List.of(this.post))).isTrue();
		assertThat(this.ann.posts).containsExactly(other);
		assertThat(this.post.author.orNull()).isNull();
	}

	@Test
	void removeIfEmptiesTheReferences() {
		Post other = Post.of(7L);
		this.ann.posts.addAll(List.of(this.post, other));
		assertThat(this.ann.posts.removeIf((child) -> child.id == null)).isTrue();
		assertThat(this.ann.posts).containsExactly(other);
		assertThat(this.post.author.orNull()).isNull();
	}

	@Test
	void retainAllEmptiesTheReferencesOfTheOthers() {
		Post other = Post.of(7L);
		this.ann.posts.addAll(List.of(this.post, other));
		assertThat(this.ann.posts.retainAll(List.of(Post.of(7L)))).isTrue();
		assertThat(this.ann.posts).containsExactly(other);
		assertThat(this.post.author.orNull()).isNull();
		assertThat(this.ann.posts.retainAll(List.of(other))).isFalse();
	}

	@Test
	void clearEmptiesAllReferences() {
		Post other = new Post();
		this.ann.posts.addAll(List.of(this.post, other));
		this.ann.posts.clear();
		assertThat(this.ann.posts).isEmpty();
		assertThat(this.post.author.orNull()).isNull();
		assertThat(other.author.orNull()).isNull();
	}

	@Test
	void iteratorRemoveEmptiesTheReference() {
		Post other = new Post();
		this.ann.posts.addAll(List.of(this.post, other));
		Iterator<Post> iterator = this.ann.posts.iterator();
		iterator.next();
		iterator.remove();
		assertThat(iterator.next()).isSameAs(other);
		assertThat(this.ann.posts).containsExactly(other);
		assertThat(this.post.author.orNull()).isNull();
	}

	@Test
	void iteratorRemoveNeedsNext() {
		this.ann.posts.add(this.post);
		Iterator<Post> iterator = this.ann.posts.iterator();
		assertThatIllegalStateException().isThrownBy(iterator::remove).withMessage("next() has not been called");
		iterator.next();
		iterator.remove();
		assertThatIllegalStateException().isThrownBy(iterator::remove);
	}

	@Test
	void iteratorSeesTheElementsThatWereThere() {
		this.ann.posts.add(this.post);
		List<Post> seen = new ArrayList<>();
		for (Post child : this.ann.posts) {
			seen.add(child);
			this.ann.posts.add(new Post());
		}
		assertThat(seen).containsExactly(this.post);
		assertThat(this.ann.posts).hasSize(2);
	}

	@Test
	void replaceWithKeepsAddsAndRemoves() {
		Post kept = Post.of(7L);
		Post added = new Post();
		this.ann.posts.addAll(List.of(this.post, kept));
		this.ann.posts.replaceWith(List.of(added, Post.of(7L)));
		assertThat(this.ann.posts).containsExactly(kept, added);
		assertThat(kept.author.get()).isSameAs(this.ann);
		assertThat(added.author.get()).isSameAs(this.ann);
		assertThat(this.post.author.orNull()).isNull();
	}

	@Test
	void replaceWithItselfChangesNothing() {
		this.ann.posts.add(this.post);
		this.ann.posts.replaceWith(this.ann.posts);
		assertThat(this.ann.posts).containsExactly(this.post);
		assertThat(this.post.author.get()).isSameAs(this.ann);
	}

	@Test
	void replaceWithRefusesNullBeforeItRemovesAnything() {
		this.ann.posts.add(this.post);
		List<Post> children = new ArrayList<>();
		children.add(nothing());
		assertThatIllegalArgumentException().isThrownBy(() -> this.ann.posts.replaceWith(children))
			.withMessage("'children' must not contain null");
		assertThat(this.ann.posts).containsExactly(this.post);
	}

	@Test
	void buildWiresBeforeTheAttributesAreSet() {
		Post built = this.ann.posts.build((child) -> child.title = "by " + child.author.get().id);
		assertThat(built.title).isEqualTo("by 1");
		assertThat(this.ann.posts).containsExactly(built);
	}

	@Test
	void buildAddsNothingWhenTheAttributesFail() {
		assertThatIllegalStateException().isThrownBy(() -> this.ann.posts.build((child) -> {
			throw new IllegalStateException("no title");
		}));
		assertThat(this.ann.posts).isEmpty();
	}

	@Test
	void buildRefusesARecord() {
		assertThatExceptionOfType(IllegalTargetException.class).isThrownBy(() -> this.post.comments.build((comment) -> {
		}))
			.withMessage("Post.comments cannot build a Comment: it is a record. build(..) needs "
					+ "a class with a no-argument constructor; create the object and pass it to "
					+ "add(new Comment(.., BelongsTo.to(..))) instead.");
	}

	@Test
	void twoReferencesToOneClassAreKeptApart() {
		this.ann.posts.add(this.post);
		this.bob.reviews.add(this.post);
		assertThat(this.post.author.get()).isSameAs(this.ann);
		assertThat(this.post.reviewer.get()).isSameAs(this.bob);
		this.post.reviewer.set(this.ann);
		assertThat(this.bob.reviews).isEmpty();
		assertThat(this.ann.posts).containsExactly(this.post);
	}

	@Test
	void withoutInverseTheKeyIsStillSet() {
		Letter letter = new Letter();
		this.ann.letters.add(letter);
		assertThat(letter.author.get()).isSameAs(this.ann);
	}

	@Test
	void aFilteredSideSetsTheKeyOfWhatIsAddedToIt() {
		this.ann.published.add(this.post);
		assertThat(this.post.author.get()).isSameAs(this.ann);
		assertThat(this.ann.posts).isEmpty();
	}

	@Test
	void aSecondUnsavedChildKeepsItsKey() {
		Author unsaved = new Author();
		Post first = unsaved.posts.build((child) -> {
		});
		Post second = unsaved.posts.build((child) -> {
		});
		unsaved.id = 5L;
		assertThat(first.author.getId()).isEqualTo(5L);
		assertThat(second.author.getId()).isEqualTo(5L);
	}

	@Test
	@Timeout(20)
	void manyChildrenAreAddedWithoutComparingEachWithEach() {
		for (long id = 1; id <= 20_000; id++) {
			this.ann.posts.add(Post.of(id));
		}
		for (int i = 0; i < 20_000; i++) {
			this.ann.posts.add(new Post());
		}
		assertThat(this.ann.posts).hasSize(40_000);
		assertThat(this.ann.posts.add(Post.of(20_000L))).isFalse();
	}

	@Test
	void aChildThatMovedBackIsThereAgain() {
		this.ann.posts.add(this.post);
		this.bob.posts.add(this.post);
		this.ann.posts.add(this.post);
		assertThat(this.ann.posts).containsExactly(this.post);
		assertThat(this.bob.posts).isEmpty();
	}

}
