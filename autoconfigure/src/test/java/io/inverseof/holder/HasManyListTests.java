package io.inverseof.holder;

import java.lang.reflect.InvocationTargetException;
import java.util.Comparator;
import java.util.List;
import java.util.ListIterator;
import java.util.NoSuchElementException;

import io.inverseof.holder.Blog.Author;
import io.inverseof.holder.Blog.Post;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A has-many as a {@link List}.
 */
class HasManyListTests {

	private final Author ann = Author.of(1L);

	private final Post first = Post.of(1L);

	private final Post second = Post.of(2L);

	@BeforeEach
	void fill() {
		this.ann.posts.addAll(List.of(this.first, this.second));
	}

	@Test
	void addAtAnIndexIsNotSupported() {
		assertUnordered("add(int, ..)", () -> this.ann.posts.add(0, new Post()));
	}

	@Test
	void addAllAtAnIndexIsNotSupported() {
		assertUnordered("addAll(int, ..)", () -> this.ann.posts.addAll(0, List.of(new Post())));
	}

	@Test
	void setAtAnIndexIsNotSupported() {
		assertUnordered("set(int, ..)", () -> this.ann.posts.set(0, new Post()));
	}

	@Test
	void replaceAllIsNotSupported() {
		assertUnordered("replaceAll(..)", () -> this.ann.posts.replaceAll((post) -> post));
	}

	@Test
	void sortIsNotSupported() {
		assertUnordered("sort(..)", () -> this.ann.posts.sort(Comparator.comparing((post) -> -post.id)));
	}

	private void assertUnordered(String method, ThrowingCallable action) {
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(action)
			.withMessage("Author.posts of Author 1: " + method + " is not supported, because the order is that of the "
					+ "database: the scope's sort, then the primary key, unsaved elements last. Use add(..), an "
					+ "AssociationScope with a sort, or a copy of the list.");
		assertThat(this.ann.posts).containsExactly(this.first, this.second);
	}

	@Test
	void subListIsReadOnly() {
		List<Post> rest = this.ann.posts.subList(1, 2);
		assertThat(rest).containsExactly(this.second);
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(rest::clear);
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> rest.add(new Post()));
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> rest.sort(Comparator.comparing((post) -> post.id)));
	}

	@Test
	void listIteratorReadsBothWaysAndWritesNothing() {
		ListIterator<Post> iterator = this.ann.posts.listIterator(2);
		assertThat(iterator.previous()).isSameAs(this.second);
		assertThat(iterator.previousIndex()).isZero();
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(iterator::remove);
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> iterator.set(this.first));
	}

	@Test
	void toArrayIsACopy() {
		Object[] array = this.ann.posts.toArray();
		array[0] = this.second;
		assertThat(this.ann.posts.get(0)).isSameAs(this.first);
		assertThat(this.ann.posts.toArray(Post[]::new)).containsExactly(this.first, this.second);
	}

	@Test
	void streamSeesTheElementsThatWereThere() {
		List<Post> seen = this.ann.posts.stream().peek((post) -> this.ann.posts.add(new Post())).toList();
		assertThat(seen).containsExactly(this.first, this.second);
		assertThat(this.ann.posts).hasSize(4);
	}

	@Test
	void findsElementsByRow() {
		assertThat(this.ann.posts.indexOf(this.second)).isOne();
		assertThat(this.ann.posts.lastIndexOf(Post.of(2L))).isOne();
		assertThat(this.ann.posts.indexOf(new Post())).isEqualTo(-1);
		assertThat(this.ann.posts.contains(Post.of(1L))).isTrue();
		assertThat(this.ann.posts.contains("1")).isFalse();
		assertThat(this.ann.posts.contains(null)).isFalse();
		assertThat(this.ann.posts.containsAll(List.of(this.first, Post.of(2L)))).isTrue();
	}

	@Test
	void equalsItselfOnly() {
		Author other = Author.of(1L);
		other.posts.addAll(List.of(Post.of(1L), Post.of(2L)));
		assertThat(this.ann.posts.equals(this.ann.posts)).isTrue();
		assertThat(this.ann.posts.equals(other.posts)).isFalse();
		assertThat(new Author().posts.equals(List.of())).isFalse();
	}

	@Test
	void hashCodeDoesNotChangeWithTheContent() {
		int before = this.ann.posts.hashCode();
		this.ann.posts.add(new Post());
		assertThat(this.ann.posts.hashCode()).isEqualTo(before).isEqualTo(System.identityHashCode(this.ann.posts));
	}

	@Test
	void toStringNamesIdsInsteadOfElements() {
		this.ann.posts.add(new Post());
		assertThat(this.ann.posts.toString()).startsWith("Author.posts[1, 2, unsaved");
	}

	@Test
	void findsInMemory() {
		assertThat(this.ann.posts.find(2L)).isSameAs(this.second);
		assertThat(this.ann.posts.findAll(List.of(2L, 1L, 2L))).containsExactly(this.second, this.first, this.second);
	}

	@Test
	void findsALongIdByAnIntLiteral() {
		assertThat(this.ann.posts.find(2)).isSameAs(this.second);
	}

	@Test
	void findNamesAllMissingIds() {
		assertThatExceptionOfType(io.inverseof.MissingChildException.class)
			.isThrownBy(() -> this.ann.posts.findAll(List.of(8L, 1L, 9L)))
			.withMessage(
					"Author.posts of Author 1 has no Post with the ids 8, 9: there is no such row, or it belongs to "
							+ "another owner. Check the ids, or use a repository of Post to find rows of any owner.");
	}

	@Test
	void findOfOneMissingIdSpeaksInTheSingular() {
		assertThatExceptionOfType(io.inverseof.MissingChildException.class)
			.isThrownBy(() -> this.ann.published.find(8L))
			.withMessage(
					"Author.published of Author 1 has no Post with the id 8: there is no such row, or it belongs to "
							+ "another owner, or it is outside the scope of the association. Check the ids, or use a repository "
							+ "of Post to find rows of any owner.");
	}

	@Test
	void firstAndLastReadFromMemory() {
		assertThat(this.ann.posts.first()).containsSame(this.first);
		assertThat(this.ann.posts.last()).containsSame(this.second);
		assertThat(this.ann.posts.first(5)).containsExactly(this.first, this.second);
		assertThat(this.ann.posts.last(1)).containsExactly(this.second);
		assertThat(this.ann.posts.first(0)).isEmpty();
		assertThat(new Author().posts.first()).isEmpty();
		assertThat(new Author().posts.last()).isEmpty();
	}

	@Test
	void negativeCountsAreRefused() {
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> this.ann.posts.first(-1))
			.withMessage("'n' must not be negative");
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> this.ann.posts.last(-1))
			.withMessage("'n' must not be negative");
	}

	@Test
	void countsAndExistsInMemory() {
		assertThat(this.ann.posts.count()).isEqualTo(2);
		assertThat(this.ann.posts.exists()).isTrue();
		assertThat(new Author().posts.count()).isZero();
		assertThat(new Author().posts.exists()).isFalse();
	}

	@Test
	void aFilledListIsNotLoaded() {
		assertThat(this.ann.posts.isLoaded()).isFalse();
		assertThat(this.ann.posts.size()).isEqualTo(2);
	}

	@Test
	void reloadKeepsWhatNothingCanLoadAgain() {
		this.ann.posts.reload();
		assertThat(this.ann.posts).containsExactly(this.first, this.second);
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void firstAndLastOfSequencedCollectionsWork() throws ReflectiveOperationException {
		assertThat(call("getFirst")).isSameAs(this.first);
		assertThat(call("getLast")).isSameAs(this.second);
		assertThat((List<?>) call("reversed")).isEqualTo(List.of(this.second, this.first));
		assertThat(call("removeLast")).isSameAs(this.second);
		assertThat(this.second.author.orNull()).isNull();
		assertThat(call("removeFirst")).isSameAs(this.first);
		assertThatExceptionOfType(InvocationTargetException.class).isThrownBy(() -> call("getFirst"))
			.withCauseInstanceOf(NoSuchElementException.class);
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void addFirstOfSequencedCollectionsIsNotSupported() {
		assertThatExceptionOfType(InvocationTargetException.class)
			.isThrownBy(() -> List.class.getMethod("addFirst", Object.class).invoke(this.ann.posts, new Post()))
			.withCauseInstanceOf(UnsupportedOperationException.class);
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void addLastOfSequencedCollectionsWires() throws ReflectiveOperationException {
		Post post = new Post();
		List.class.getMethod("addLast", Object.class).invoke(this.ann.posts, post);
		assertThat(post.author.get()).isSameAs(this.ann);
	}

	private Object call(String method) throws ReflectiveOperationException {
		return List.class.getMethod(method).invoke(this.ann.posts);
	}

}
