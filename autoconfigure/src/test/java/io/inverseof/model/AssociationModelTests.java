package io.inverseof.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.HasOne;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.BeanUtils;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which associations the model knows of which class.
 */
class AssociationModelTests {

	private final AssociationModel model = Models.of(Author.class, Comment.class, Post.class);

	@Test
	void findsAssociationsInTheOrderOfDeclaration() {
		assertThat(this.model.associationsOf(Author.class)).map(AssociationProperty::toString)
			.containsExactly("Author.posts", "Author.profile");
	}

	@Test
	void describesAnAssociation() {
		AssociationProperty posts = Models.association(this.model, Author.class, "posts");
		assertThat(posts.owner()).isEqualTo(Author.class);
		assertThat(posts.kind()).isEqualTo(AssociationKind.HAS_MANY);
		assertThat(posts.target()).isEqualTo(Post.class);
		assertThat(posts.name()).isEqualTo("posts");
		assertThat(posts.field().getName()).isEqualTo("posts");
		assertThat(posts.path()).containsExactly(posts.field());
	}

	@Test
	void linksTheSameObjectsThatItReturns() {
		AssociationProperty author = Models.association(this.model, Post.class, "author");
		assertThat(Models.association(this.model, Author.class, "posts").inverse().association()).isSameAs(author);
		assertThat(Models.association(this.model, Author.class, "posts").keySide()).isSameAs(author);
	}

	@Test
	void returnsTheSameAssociationsEachTime() {
		assertThat(this.model.associationsOf(Author.class)).isSameAs(this.model.associationsOf(Author.class));
	}

	@Test
	void listsAllByOwnerThenDeclaration() {
		AssociationModel other = Models.of(Post.class, Profile.class, Comment.class, Author.class);
		assertThat(other.all()).map(AssociationProperty::toString)
			.containsExactly("Author.posts", "Author.profile", "Comment.post", "Post.author", "Profile.author");
	}

	@Test
	void listsClassesThatAreOnlyReferredTo() {
		assertThat(Models.of(Comment.class).all()).map(AssociationProperty::toString)
			.containsExactly("Author.posts", "Author.profile", "Comment.post", "Post.author", "Profile.author");
	}

	@Test
	void keepsTheFlags() {
		DetectionFlags flags = new DetectionFlags(true, false, true);
		assertThat(Models.of(flags, Author.class).flags()).isSameAs(flags);
	}

	@Test
	void hasNothingForOtherClasses() {
		assertThat(this.model.associationsOf(String.class).isEmpty()).isTrue();
		assertThat(this.model.associationsOf(Object.class).isEmpty()).isTrue();
		assertThat(this.model.associationsOf(Runnable.class).isEmpty()).isTrue();
		assertThat(this.model.associationsOf(int.class).isEmpty()).isTrue();
	}

	@Test
	void hasNothingUnderAnUnknownName() {
		assertThat(this.model.associationsOf(Author.class).get("comments")).isNull();
	}

	@Test
	void looksAtAClassThatIsNotKnownYet() {
		AssociationProperty author = Models.association(this.model, LateLetter.class, "author");
		assertThat(author.keySide()).isNull();
		assertThat(author.target()).isEqualTo(Author.class);
		assertThat(this.model.associationsOf(LateLetter.class)).isSameAs(this.model.associationsOf(LateLetter.class));
		assertThat(this.model.all()).doesNotContain(author);
	}

	@Test
	void knowsTheAssociationsOfAView() {
		record PostView(String title, BelongsTo<Author, Long> author) {
		}
		assertThat(Models.association(this.model, PostView.class, "author").foreignKey()).containsExactly("author_id");
	}

	@Test
	void inheritsAssociationsSuperclassFirst() {
		assertThat(this.model.associationsOf(Novelist.class)).map(AssociationProperty::toString)
			.containsExactly("Novelist.posts", "Novelist.profile", "Novelist.latest");
	}

	@Test
	void resolvesTheTypesOfAGenericSuperclass() {
		AssociationModel owned = Models.of(Car.class, Garage.class);
		AssociationProperty owner = Models.association(owned, Car.class, "owner");
		assertThat(owner.target()).isEqualTo(Garage.class);
		assertThat(owner.inverse().exists()).isFalse();
		assertThat(Models.inverse(owned, Garage.class, "cars").association()).isSameAs(owner);
	}

	@Test
	void fieldOfASubclassHidesTheOneOfTheSuperclass() {
		EntityAssociations associations = this.model.associationsOf(Hiding.class);
		assertThat(associations).map(AssociationProperty::toString).containsExactly("Hiding.editor", "Hiding.parent");
		AssociationProperty parent = Models.association(this.model, Hiding.class, "parent");
		assertThat(parent.target()).isEqualTo(Post.class);
		assertThat(parent.field().getDeclaringClass()).isEqualTo(Hiding.class);
	}

	@Test
	void fieldOfASubclassThatIsNoAssociationHidesOneThatIs() {
		assertThat(this.model.associationsOf(Covering.class)).map(AssociationProperty::name).containsExactly("editor");
	}

	@Test
	void findsAssociationsInEmbeddedObjects() {
		AssociationModel orders = Models.of(Order.class);
		assertThat(orders.associationsOf(Order.class)).map(AssociationProperty::toString)
			.containsExactly("Order.shipping.place.country", "Order.buyer");
		AssociationProperty country = Models.association(orders, Order.class, "shipping.place.country");
		assertThat(country.path()).hasSize(3);
		assertThat(country.foreignKey()).containsExactly("ship_to_country_id");
	}

	@Test
	void embeddedObjectsAreNoOwnersThemselves() {
		AssociationModel orders = Models.of(Place.class, Shipping.class, Order.class);
		assertThat(orders.all()).map(AssociationProperty::toString)
			.containsExactly("Order.shipping.place.country", "Order.buyer");
	}

	@Test
	void terminatesForAnObjectThatEmbedsItself() {
		assertThat(Models.of(Recursive.class).associationsOf(Recursive.class)).isNotEmpty();
	}

	@Test
	void readsTheHolderOfAnAssociation() {
		AssociationModel orders = Models.of(Order.class);
		AssociationProperty country = Models.association(orders, Order.class, "shipping.place.country");
		Order order = new Order();
		assertThat(country.holder(order)).isNull();
		order.shipping = new Shipping(new Place(null));
		assertThat(country.holder(order)).isNull();
		assertThat(country.container(order)).isSameAs(order.shipping.place());
	}

	@Test
	void containerOfAnAssociationIsTheEntityItself() {
		Author author = new Author();
		assertThat(Models.association(this.model, Author.class, "posts").container(author)).isSameAs(author);
	}

	@Test
	void targetsAreClassesThatABelongsToRefersTo() {
		assertThat(this.model.isTarget(Author.class)).isTrue();
		assertThat(this.model.isTarget(Post.class)).isTrue();
	}

	@Test
	void targetsAreSubclassesToo() {
		assertThat(this.model.isTarget(Novelist.class)).isTrue();
	}

	@Test
	void othersAreNoTargets() {
		assertThat(this.model.isTarget(Comment.class)).isFalse();
		assertThat(this.model.isTarget(Profile.class)).isFalse();
		assertThat(this.model.isTarget(Object.class)).isFalse();
		assertThat(this.model.isTarget(Runnable.class)).isFalse();
	}

	@Test
	void targetsOfClassesThatAreFoundLaterCount() {
		AssociationModel empty = Models.of();
		assertThat(empty.isTarget(Author.class)).isFalse();
		empty.associationsOf(Comment.class);
		assertThat(empty.isTarget(Author.class)).isTrue();
	}

	@Test
	void survivesADifferentOrderOfEntities() {
		AssociationModel first = Models.of(Models.PLURAL, Author.class, Post.class, Comment.class);
		AssociationModel second = Models.of(Models.PLURAL, Comment.class, Post.class, Author.class);
		assertThat(first.all()).map((association) -> association.inverse().reason())
			.isEqualTo(second.all().stream().map((association) -> association.inverse().reason()).toList());
	}

	@RepeatedTest(20)
	void manyThreadsSeeOneGraph() throws Exception {
		AssociationModel lazy = AssociationModel.of(List.of(), new ReflectiveEntityMapping(),
				BeanUtils::instantiateClass, Models.PLURAL, new Violations());
		List<Class<?>> types = List.of(Author.class, Post.class, Comment.class, Profile.class);
		for (Map<String, AssociationProperty> seen : inThreads(8, () -> graph(lazy, types))) {
			assertThat(seen).isEqualTo(graph(lazy, types));
		}
	}

	private static Map<String, AssociationProperty> graph(AssociationModel model, List<Class<?>> types) {
		Map<String, AssociationProperty> seen = new HashMap<>();
		for (Class<?> type : types) {
			for (AssociationProperty association : model.associationsOf(type)) {
				seen.put(association.toString(), association);
				seen.put("inverse of " + association, association.inverse().association());
			}
		}
		return seen;
	}

	private static <T> List<T> inThreads(int count, Callable<T> work) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(count);
		try {
			CyclicBarrier start = new CyclicBarrier(count);
			List<Future<T>> futures = new ArrayList<>();
			for (int i = 0; i < count; i++) {
				futures.add(threads.submit(() -> {
					start.await();
					return work.call();
				}));
			}
			List<T> results = new ArrayList<>();
			for (Future<T> future : futures) {
				results.add(future.get());
			}
			return results;
		}
		finally {
			threads.shutdownNow();
		}
	}

	static class Author {

		static HasMany<Post> shared;

		@Id
		Long id;

		HasMany<Post> posts;

		HasOne<Profile> profile;

	}

	static class Novelist extends Author {

		HasOne<Post> latest;

	}

	record Profile(@Id Long id, BelongsTo<Author, Long> author) {
	}

	record Post(@Id Long id, BelongsTo<Author, Long> author) {
	}

	record Comment(@Id Long id, BelongsTo<Post, Long> post) {
	}

	record LateLetter(@Id Long id, BelongsTo<Author, Long> author) {
	}

	static class Base {

		@Id
		Long id;

		BelongsTo<Author, Long> parent;

		BelongsTo<Author, Long> editor;

	}

	static class Hiding extends Base {

		BelongsTo<Post, Long> parent;

	}

	static class Covering extends Base {

		String parent;

	}

	abstract static class Owned<T, ID> {

		@Id
		Long id;

		BelongsTo<T, ID> owner;

	}

	static class Car extends Owned<Garage, Integer> {

	}

	static class Garage {

		@Id
		Integer id;

		HasMany<Car> cars;

	}

	record Country(@Id Long id) {
	}

	record Place(BelongsTo<Country, Long> country) {
	}

	record Shipping(@Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "to_") Place place) {
	}

	static class Order {

		@Id
		Long id;

		@Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "ship_")
		Shipping shipping;

		BelongsTo<Country, Long> buyer;

	}

	static class Recursive {

		@Id
		Long id;

		BelongsTo<Author, Long> author;

		@Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "self_")
		Recursive self;

	}

}
