package io.inverseof.holder;

import io.inverseof.BelongsTo;
import io.inverseof.ForeignKey;
import io.inverseof.HasMany;
import io.inverseof.ImmutableForeignKeyException;
import io.inverseof.holder.Blog.Category;
import io.inverseof.holder.Blog.Comment;
import io.inverseof.holder.Blog.Post;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;

import static io.inverseof.Associations.belongsTo;
import static io.inverseof.Associations.hasMany;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Self-references, records, embedded objects, keys in plain properties.
 */
class SpecialShapesTests {

	@Test
	void aCategoryKnowsItsParentAndChildren() {
		Category parent = new Category();
		Category child = new Category();
		child.parent.set(parent);
		assertThat(parent.children).containsExactly(child);
		assertThat(parent.parent.orNull()).isNull();
		assertThat(child.children).isEmpty();
	}

	@Test
	void aCategoryThatIsItsOwnParentTerminates() {
		Category self = new Category();
		self.id = 1L;
		self.children.add(self);
		assertThat(self.parent.get()).isSameAs(self);
		assertThat(self.children).containsExactly(self);
		assertThat(self.children).hasToString("Category.children[1, not loaded]");
		self.children.remove(self);
		assertThat(self.parent.orNull()).isNull();
		assertThat(self.children).isEmpty();
	}

	@Test
	void categoriesInACircleTerminate() {
		Category one = new Category();
		Category other = new Category();
		one.children.add(other);
		other.children.add(one);
		assertThat(one.parent.get()).isSameAs(other);
		assertThat(other.parent.get()).isSameAs(one);
		one.parent.set(null);
		assertThat(other.children).isEmpty();
		assertThat(one.children).containsExactly(other);
	}

	@Test
	void aRecordIsAddedWithItsReference() {
		Post post = Post.of(7L);
		Comment comment = Comment.on(post);
		post.comments.add(comment);
		assertThat(post.comments).containsExactly(comment);
		assertThat(comment.post().get()).isSameAs(post);
		assertThat(comment.post().getId()).isEqualTo(7L);
	}

	@Test
	void aRecordWithoutReferenceGetsItsOwner() {
		Post post = Post.of(7L);
		Comment comment = new Comment(null, "good", BelongsTo.empty());
		post.comments.add(comment);
		assertThat(comment.post().get()).isSameAs(post);
	}

	@Test
	void aRecordThatMovesLeaves() {
		Post post = Post.of(7L);
		Post other = Post.of(8L);
		Comment comment = Comment.on(post);
		post.comments.add(comment);
		other.comments.add(comment);
		assertThat(post.comments).isEmpty();
		assertThat(comment.post().get()).isSameAs(other);
	}

	@Test
	void aCopyOfARecordTakesTheReferenceAlong() {
		Post post = Post.of(7L);
		Comment comment = Comment.on(post);
		post.comments.add(comment);
		Comment copy = new Comment(comment.id(), "better", comment.post());
		post.comments.replaceWith(java.util.List.of(copy));
		assertThat(post.comments).hasSize(1);
		assertThat(post.comments.get(0)).isSameAs(copy);
		assertThat(copy.post().get()).isSameAs(post);
	}

	@Test
	void theCopyOfARecordLeavesInItsPlace() {
		Post post = Post.of(7L);
		Comment comment = Comment.on(post);
		Comment copy = new Comment(comment.id(), "better", comment.post());
		post.comments.add(copy);
		copy.post().set(Post.of(8L));
		assertThat(post.comments).isEmpty();
	}

	@Test
	void aListFindsTheReferenceInAnEmbeddedObject() {
		Building building = new Building();
		Room room = new Room();
		building.rooms.add(room);
		assertThat(room.place.building.get()).isSameAs(building);
		room.place.building.set(new Building());
		assertThat(building.rooms).isEmpty();
	}

	@Test
	void aReferenceInAnEmbeddedObjectThatWasUsedBeforeIsFoundToo() {
		Building building = new Building();
		Room room = new Room();
		assertThat(room.place.building.orNull()).isNull();
		building.rooms.add(room);
		room.place.building.set(new Building());
		assertThat(building.rooms).isEmpty();
	}

	@Test
	void aListFollowsThePlainPropertyOfAnEmbeddedObject() {
		Building building = new Building();
		building.id = 3L;
		Door door = new Door();
		building.doors.add(door);
		assertThat(door.place.buildingId).isEqualTo(3L);
		building.doors.remove(door);
		assertThat(door.place.buildingId).isNull();
	}

	@Test
	void aReferenceFollowsAPlainProperty() {
		Order order = new Order();
		order.customerId = 4L;
		assertThat(order.customer.getId()).isEqualTo(4L);
		order.customer.set(Customer.of(5L));
		assertThat(order.customerId).isEqualTo(5L);
		order.customer.setId(6L);
		assertThat(order.customerId).isEqualTo(6L);
		order.customer.set(null);
		assertThat(order.customerId).isNull();
	}

	@Test
	void aChildLeavesWhenThePlainPropertyChanged() {
		Customer customer = Customer.of(5L);
		Order order = customer.orders.build((built) -> {
		});
		order.customerId = 6L;
		assertThat(order.customer.getId()).isEqualTo(6L);
		assertThat(customer.orders).isEmpty();
	}

	@Test
	void equalityLooksAtThePlainProperty() {
		Order order = new Order();
		order.customer.setId(4L);
		order.customerId = 5L;
		assertThat(order.customer).isEqualTo(BelongsTo.toId(5L)).hasSameHashCodeAs(BelongsTo.toId(5L));
	}

	@Test
	void aBuiltTargetThatFailsLeavesThePlainPropertyAlone() {
		Order order = new Order();
		order.customerId = 4L;
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> order.customer.build((customer) -> {
			throw new IllegalStateException("no");
		}));
		assertThat(order.customerId).isEqualTo(4L);
		assertThat(order.customer.getId()).isEqualTo(4L);
	}

	@Test
	void anImmutablePropertyCannotBeAssigned() {
		Invoice invoice = new Invoice(4L);
		assertThatExceptionOfType(ImmutableForeignKeyException.class)
			.isThrownBy(() -> invoice.customer.set(Customer.of(5L)))
			.withMessage(
					"Invoice.customer follows the property customerId, which is final and cannot be written. Create "
							+ "the Invoice with the right customerId, or make the field mutable.");
		assertThat(invoice.customer.getId()).isEqualTo(4L);
	}

	@Test
	void nothingIsHalfRemovedWhenAPrimitivePropertyCannotBeEmptied() {
		Customer customer = Customer.of(5L);
		Ticket ticket = new Ticket();
		customer.tickets.add(ticket);
		assertThatExceptionOfType(ImmutableForeignKeyException.class).isThrownBy(() -> customer.tickets.remove(ticket))
			.withMessage("Ticket.customer follows the property customerId, which is a primitive long and cannot be "
					+ "emptied. Declare it as Long.");
		assertThat(customer.tickets).containsExactly(ticket);
		assertThat(ticket.customer.get()).isSameAs(customer);
		assertThat(ticket.customerId).isEqualTo(5L);
	}

	static class Building {

		@Id
		@Nullable Long id;

		final HasMany<Room> rooms = hasMany(this);

		final HasMany<Door> doors = hasMany(this);

	}

	static class Room {

		@Id
		@Nullable Long id;

		@Embedded(onEmpty = OnEmpty.USE_EMPTY)
		Place place = new Place();

	}

	static class Place {

		final BelongsTo<Building, Long> building = belongsTo(this);

	}

	static class Door {

		@Id
		@Nullable Long id;

		@Embedded(onEmpty = OnEmpty.USE_EMPTY)
		PlainPlace place = new PlainPlace();

	}

	static class PlainPlace {

		@Nullable Long buildingId;

		@ForeignKey("building_id")
		final BelongsTo<Building, Long> building = belongsTo(this);

	}

	static class Customer {

		@Id
		@Nullable Long id;

		final HasMany<Order> orders = hasMany(this);

		final HasMany<Ticket> tickets = hasMany(this);

		static Customer of(Long id) {
			Customer customer = new Customer();
			customer.id = id;
			return customer;
		}

	}

	static class Order {

		@Id
		@Nullable Long id;

		@Nullable Long customerId;

		@ForeignKey("customer_id")
		final BelongsTo<Customer, Long> customer = belongsTo(this);

	}

	static class Invoice {

		@Id
		@Nullable Long id;

		final Long customerId;

		@ForeignKey("customer_id")
		final BelongsTo<Customer, Long> customer = belongsTo(this);

		Invoice(Long customerId) {
			this.customerId = customerId;
		}

	}

	static class Ticket {

		@Id
		@Nullable Long id;

		long customerId;

		@ForeignKey("customer_id")
		final BelongsTo<Customer, Long> customer = belongsTo(this);

	}

}
