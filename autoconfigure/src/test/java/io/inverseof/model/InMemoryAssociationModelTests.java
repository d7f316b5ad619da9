package io.inverseof.model;

import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;

import io.inverseof.AssociationScope;
import io.inverseof.BelongsTo;
import io.inverseof.ForeignKey;
import io.inverseof.HasMany;
import io.inverseof.HasOne;
import io.inverseof.InverseOf;
import io.inverseof.ScopedBy;
import org.junit.jupiter.api.Test;

import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.query.Query;
import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What objects know that belong to no application.
 */
class InMemoryAssociationModelTests {

	private final AssociationModel model = AssociationModel.inMemory();

	@Test
	void isOne() {
		assertThat(AssociationModel.inMemory()).isSameAs(this.model);
	}

	@Test
	void knowsNoFlagsAndListsNothing() {
		assertThat(this.model.flags()).isEqualTo(DetectionFlags.NONE);
		this.model.associationsOf(Author.class);
		assertThat(this.model.all()).isEmpty();
	}

	@Test
	void findsInversesWithoutFlags() {
		assertThat(Models.inverse(this.model, Author.class, "posts").association()).hasToString("Post.author");
		assertThat(Models.inverse(this.model, Post.class, "author").exists()).isFalse();
	}

	@Test
	void fillsAHasOne() {
		assertThat(Models.association(this.model, Profile.class, "author").inverseFilled()).isTrue();
	}

	@Test
	void fillsAHasManyThatIsNamed() {
		AssociationProperty shelf = Models.association(this.model, Book.class, "shelf");
		assertThat(shelf.inverse().association()).hasToString("Shelf.books");
		assertThat(shelf.inverse().reason()).isEqualTo("Shelf.books is named by @InverseOf on Book.shelf.");
		assertThat(shelf.inverseFilled()).isTrue();
	}

	@Test
	void marksTargetsWhenTheyAreFirstReferredTo() {
		this.model.associationsOf(Ticket.class);
		assertThat(this.model.isTarget(Event.class)).isTrue();
		assertThat(this.model.isTarget(Ticket.class)).isFalse();
	}

	@Test
	void hasNothingForOtherClasses() {
		assertThat(this.model.associationsOf(String.class).isEmpty()).isTrue();
	}

	@Test
	void ignoresWrongDeclarations() {
		assertThat(this.model.associationsOf(Wrong.class)).map(AssociationProperty::name)
			.containsExactly("misnamed", "author");
		assertThat(Models.inverse(this.model, Wrong.class, "misnamed").exists()).isFalse();
		assertThat(Models.inverse(this.model, Wrong.class, "misnamed").reason())
			.startsWith("None: Wrong.misnamed names \"writer\" with @InverseOf, but Post has no such association.");
	}

	@Test
	void takesAScopeItCannotCreateForAFilter() {
		AssociationProperty secret = Models.association(this.model, Scoped.class, "secret");
		assertThat(secret.scope()).isNull();
		assertThat(secret.scopeShape()).isEqualTo(new ScopeShape(true, false, false));
		assertThat(secret.inverse().exists()).isFalse();
	}

	@Test
	void takesAScopeThatFailsForAFilter() {
		AssociationProperty failing = Models.association(this.model, Scoped.class, "failing");
		assertThat(failing.scope()).isInstanceOf(Failing.class);
		assertThat(failing.scopeShape().narrows()).isTrue();
	}

	@Test
	void createsAScopeWithItsNoArgumentConstructor() {
		AssociationProperty sorted = Models.association(this.model, Scoped.class, "sorted");
		assertThat(sorted.scope()).isInstanceOf(Models.Sorted.class);
		assertThat(sorted.scopeShape()).isEqualTo(new ScopeShape(false, true, false));
		assertThat(sorted.inverse().association()).hasToString("Part.scoped");
	}

	@Test
	void guessesTheBelongsToBehindAColumnOfAnotherNamingStrategy() {
		AssociationProperty rooms = Models.association(this.model, Hotel.class, "rooms");
		assertThat(rooms.keySide()).hasToString("Room.hotel");
		assertThat(rooms.inverse().association()).hasToString("Room.hotel");
	}

	@Test
	void doesNotGuessWhereSeveralBelongsToFit() {
		AssociationProperty flights = Models.association(this.model, Airport.class, "flights");
		assertThat(flights.foreignKey()).containsExactly("F_AIRPORT");
		assertThat(flights.keySide()).isNull();
		assertThat(flights.inverse().exists()).isFalse();
	}

	@Test
	void guessesTheBelongsToThatIsNamedAsTheInverse() {
		AssociationProperty departures = Models.association(this.model, Airport.class, "departures");
		assertThat(departures.keySide()).hasToString("Flight.from");
		assertThat(departures.inverse().association()).hasToString("Flight.from");
	}

	@Test
	void doesNotGuessWhereThePlainPropertyHasTheColumn() {
		AssociationProperty edited = Models.association(this.model, Editor.class, "edited");
		assertThat(edited.foreignKey()).containsExactly("editor_id");
		assertThat(edited.keySide()).isNull();
	}

	@Test
	void doesNotGuessABelongsToThatFollowsAnotherColumn() {
		AssociationProperty orders = Models.association(this.model, Buyer.class, "orders");
		assertThat(orders.foreignKey()).containsExactly("F_PAYER");
		assertThat(orders.keySide()).isNull();
	}

	@Test
	void guessesThePropertyToFollow() {
		AssociationProperty author = Models.association(this.model, Letter.class, "author");
		assertThat(author.followed()).map(Field::getName).containsExactly("authorId");
	}

	@Test
	void doesNotGuessThatTheIdIsToBeFollowed() {
		assertThat(Models.association(this.model, Orphan.class, "author").followed()).isEmpty();
	}

	@Test
	void doesNotKeepClassesAlive() throws Exception {
		WeakReference<Class<?>> type = lookAtAClassOfAnotherLoader();
		for (int i = 0; i < 50 && type.get() != null; i++) {
			ResolvableType.clearCache();
			AnnotationUtils.clearCache();
			ReflectionUtils.clearCache();
			System.gc();
			Thread.sleep(20);
		}
		assertThat(type.get()).isNull();
	}

	private WeakReference<Class<?>> lookAtAClassOfAnotherLoader() throws Exception {
		URL classes = Post.class.getProtectionDomain().getCodeSource().getLocation();
		try (IsolatedLoader loader = new IsolatedLoader(classes)) {
			Class<?> type = loader.loadClass(Post.class.getName());
			assertThat(type).isNotSameAs(Post.class);
			assertThat(this.model.associationsOf(type)).hasSize(1);
			return new WeakReference<>(type);
		}
	}

	/**
	 * Loads the entities of this test again.
	 */
	static final class IsolatedLoader extends URLClassLoader {

		IsolatedLoader(URL classes) {
			super(new URL[] { classes }, InMemoryAssociationModelTests.class.getClassLoader());
		}

		@Override
		protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
			if (!name.startsWith(InMemoryAssociationModelTests.class.getName())) {
				return super.loadClass(name, resolve);
			}
			synchronized (getClassLoadingLock(name)) {
				Class<?> loaded = findLoadedClass(name);
				return (loaded != null) ? loaded : findClass(name);
			}
		}

	}

	static class Author {

		@Id
		Long id;

		HasMany<Post> posts;

		HasOne<Profile> profile;

	}

	record Post(@Id Long id, BelongsTo<Author, Long> author) {
	}

	record Profile(@Id Long id, BelongsTo<Author, Long> author) {
	}

	static class Shelf {

		@Id
		Long id;

		HasMany<Book> books;

	}

	record Book(@Id Long id, @InverseOf("books") BelongsTo<Shelf, Long> shelf) {
	}

	record Event(@Id Long id) {
	}

	record Ticket(@Id Long id, BelongsTo<Event, Long> event) {
	}

	@SuppressWarnings("rawtypes")
	static class Wrong {

		@Id
		Long id;

		HasMany raw;

		HasMany<String> strings;

		@InverseOf("writer")
		HasMany<Post> misnamed;

		@InverseOf("nothing")
		BelongsTo<Author, String> author;

	}

	static class Scoped {

		@Id
		Long id;

		@ScopedBy(Secret.class)
		HasMany<Part> secret;

		@ScopedBy(Failing.class)
		HasMany<Part> failing;

		@ScopedBy(Models.Sorted.class)
		HasMany<Part> sorted;

	}

	record Part(@Id Long id, String name, BelongsTo<Scoped, Long> scoped) {
	}

	record Secret(String password) implements AssociationScope {

		@Override
		public Query query() {
			return Query.empty();
		}

	}

	static class Failing implements AssociationScope {

		@Override
		public Query query() {
			throw new IllegalStateException("needs a request");
		}

	}

	static class Hotel {

		@Id
		Long id;

		@ForeignKey("F_HOTEL")
		HasMany<Room> rooms;

	}

	record Room(@Id Long id, BelongsTo<Hotel, Long> hotel) {
	}

	static class Airport {

		@Id
		Long id;

		@ForeignKey("F_AIRPORT")
		HasMany<Flight> flights;

		@InverseOf("from")
		@ForeignKey("F_FROM")
		HasMany<Flight> departures;

	}

	record Flight(@Id Long id, BelongsTo<Airport, Long> from, BelongsTo<Airport, Long> to) {
	}

	static class Editor {

		@Id
		Long id;

		@ForeignKey("editor_id")
		HasMany<Text> edited;

	}

	record Text(@Id Long id, BelongsTo<Editor, Long> author, Long editorId) {
	}

	static class Buyer {

		@Id
		Long id;

		@ForeignKey("F_PAYER")
		HasMany<Order> orders;

	}

	record Order(@Id Long id, Long buyerId, @ForeignKey("buyer_id") BelongsTo<Buyer, Long> buyer) {
	}

	record Orphan(@Id Long id, @ForeignKey("F_ID") BelongsTo<Author, Long> author) {
	}

	record Letter(@Id Long id, Long authorId, Long rId, @ForeignKey("F_AUTHOR_ID") BelongsTo<Author, Long> author) {
	}

}
