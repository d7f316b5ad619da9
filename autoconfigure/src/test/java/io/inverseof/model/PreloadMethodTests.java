package io.inverseof.model;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import io.inverseof.BelongsTo;
import io.inverseof.Preload;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.data.repository.CrudRepository;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.NoRepositoryBean;

import static io.inverseof.Associations.belongsTo;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the methods of a repository return, and so where their paths start.
 */
class PreloadMethodTests {

	private final PreloadPaths paths = new PreloadPaths(Models.of(Author.class, Post.class, Tweet.class));

	@Test
	void leavesMethodsWithoutTheAnnotationAlone() throws Exception {
		Method method = CrudRepository.class.getMethod("count");
		assertThat(PreloadMethod.of(Unmarked.class, method, Post.class)).isNull();
	}

	@Test
	void acceptsEverythingThatContainsEntities() {
		assertThat(problems(Containers.class, Post.class)).isEmpty();
		assertThat(methods(Containers.class, Post.class)).hasSize(14).allSatisfy((method) -> {
			assertThat(method.type()).as(method.toString()).isEqualTo(Post.class);
			assertThat(method.paths()).containsExactly("author");
		});
	}

	@Test
	void findsAMethodThatIsCalledByTheInterfaceItOverrides() throws Exception {
		Method findAll = CrudRepository.class.getMethod("findAll");
		assertThat(PreloadMethod.of(Redeclared.class, findAll, Post.class)).hasToString("Redeclared.findAll()");
		Method findById = CrudRepository.class.getMethod("findById", Object.class);
		assertThat(PreloadMethod.of(Redeclared.class, findById, Post.class)).hasToString("Redeclared.findById(Long)");
	}

	@Test
	void resolvesTheTypesOfAGenericBase() {
		assertThat(methods(Specific.class, Post.class)).extracting(PreloadMethod::type)
			.containsExactly(Post.class, Post.class);
		assertThat(problems(Specific.class, Post.class)).isEmpty();
	}

	@Test
	void startsAtTheEntityOfTheRepositoryWhereASuperclassIsReturned() {
		assertThat(methods(Tweets.class, Tweet.class)).extracting(PreloadMethod::type).containsExactly(Tweet.class);
		assertThat(problems(Tweets.class, Tweet.class)).isEmpty();
	}

	@Test
	void startsAtAnotherEntityWhereThatIsReturned() {
		assertThat(problems(Others.class, Author.class)).isEmpty();
	}

	@Test
	void reportsPathsThatDoNotExist() {
		assertThat(problems(Misspelled.class, Post.class)).containsExactly(
				"Misspelled.findAll() is annotated with @Preload, but \"autor\" cannot be preloaded from Post: Post has no "
						+ "association \"autor\". Did you mean \"author\"?",
				"Misspelled.findAll() is annotated with @Preload, but \"author.posts\" cannot be preloaded from Post: Author "
						+ "has no associations. Write \"author\".");
	}

	@Test
	void reportsAnAnnotationWithoutAPath() {
		assertThat(problems(Empty.class, Post.class)).containsExactly(
				"Empty.findAll() is annotated with @Preload, but names no path. Name an association, or remove the "
						+ "annotation.");
	}

	@Test
	void reportsResultsWithoutAssociations() {
		assertThat(problems(Unsuitable.class, Post.class)).containsExactly(unsuitable("count()", "long"),
				unsuitable("deleteByTitle(String)", "void"), unsuitable("findByTitle(String)", "List<Title>"),
				unsuitable("findNames()", "List<Name>"), unsuitable("reactive()", "Publisher<Post>"));
	}

	private static String unsuitable(String method, String type) {
		return ("Unsuitable.%s is annotated with @Preload, but returns %s, which has no associations to load. Return Post, "
				+ "alone or in a List, Optional, Page, Slice or Stream, or remove the annotation.")
			.formatted(method, type);
	}

	@Test
	void reportsResultsOfATypeThatTheCallerChooses() {
		assertThat(problems(Dynamic.class, Post.class)).containsExactly(
				"Dynamic.findBy(Class) is annotated with @Preload, but returns List<T>, whose type the caller chooses. Return "
						+ "Post, alone or in a List, Optional, Page, Slice or Stream, or remove the annotation.");
	}

	@Test
	void reportsAFutureThatCannotBeContinued() {
		assertThat(problems(Futures.class, Post.class))
			.containsExactly("Futures.findLater() is annotated with @Preload, "
					+ "but returns a Future. Return a CompletableFuture, or remove the annotation.");
	}

	private List<String> problems(Class<?> repository, Class<?> domainType) {
		Violations violations = new Violations();
		methods(repository, domainType).forEach((method) -> method.verify(this.paths, violations));
		return violations.toList();
	}

	private static List<PreloadMethod> methods(Class<?> repository, Class<?> domainType) {
		return Arrays.stream(repository.getMethods())
			.filter((method) -> !method.isBridge())
			.map((method) -> PreloadMethod.of(repository, method, domainType))
			.filter(Objects::nonNull)
			.sorted(Comparator.comparing(PreloadMethod::toString))
			.toList();
	}

	static class Author {

		@Id
		@Nullable Long id;

	}

	static class Post {

		@Id
		@Nullable Long id;

		final BelongsTo<Author, Long> author = belongsTo(this);

	}

	static class Tweet extends Post {

		final BelongsTo<Author, Long> retweeter = belongsTo(this);

	}

	interface Unmarked extends CrudRepository<Post, Long> {

	}

	@SuppressWarnings("rawtypes")
	interface Containers extends CrudRepository<Post, Long> {

		@Preload("author")
		Post one();

		@Preload("author")
		List<Post> list();

		@Preload("author")
		Iterable<? extends Post> wildcard();

		@Preload("author")
		List raw();

		@Preload("author")
		List<?> open();

		@Preload("author")
		Optional<Post> optional();

		@Preload("author")
		Stream<Post> stream();

		@Preload("author")
		Page<Post> page(Pageable pageable);

		@Preload("author")
		Window<Post> window(ScrollPosition position);

		@Preload("author")
		Post[] array();

		@Preload("author")
		Map<Long, Post> map();

		@Preload("author")
		Map<Long, List<Post>> grouped();

		@Preload("author")
		CompletableFuture<List<Post>> future();

		@Preload("author")
		<S extends Post> List<S> bounded(S example);

	}

	interface Redeclared extends ListCrudRepository<Post, Long> {

		@Override
		@Preload("author")
		List<Post> findAll();

		@Override
		@Preload("author")
		Optional<Post> findById(Long id);

	}

	@NoRepositoryBean
	interface Base<T, ID> extends CrudRepository<T, ID> {

		@Override
		@Preload("author")
		List<T> findAll();

		@Preload("author")
		T any();

	}

	interface Specific extends Base<Post, Long> {

	}

	interface Tweets extends CrudRepository<Tweet, Long> {

		@Preload("retweeter")
		List<Post> findLatest();

	}

	interface Others extends CrudRepository<Author, Long> {

		@Preload("author")
		List<Post> findPosts();

	}

	interface Misspelled extends CrudRepository<Post, Long> {

		@Override
		@Preload({ "autor", "author.posts", "author" })
		List<Post> findAll();

	}

	interface Empty extends CrudRepository<Post, Long> {

		@Override
		@Preload({})
		List<Post> findAll();

	}

	interface Title {

		String getTitle();

	}

	record Name(String name) {

	}

	interface Publisher<T> {

	}

	interface Unsuitable extends CrudRepository<Post, Long> {

		@Override
		@Preload("author")
		long count();

		@Preload("author")
		List<Title> findByTitle(String title);

		@Preload("author")
		List<Name> findNames();

		@Preload("author")
		void deleteByTitle(String title);

		@Preload("author")
		Publisher<Post> reactive();

	}

	interface Dynamic extends CrudRepository<Post, Long> {

		@Preload("author")
		<T> List<T> findBy(Class<T> projection);

	}

	interface Futures extends CrudRepository<Post, Long> {

		@Preload("author")
		Future<Post> findLater();

	}

}
