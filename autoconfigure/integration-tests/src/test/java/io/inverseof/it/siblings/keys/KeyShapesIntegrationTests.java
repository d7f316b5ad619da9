package io.inverseof.it.siblings.keys;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import io.inverseof.BelongsTo;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.siblings.Truth;
import io.inverseof.it.siblings.keys.Keys.Branch;
import io.inverseof.it.siblings.keys.Keys.Gauge;
import io.inverseof.it.siblings.keys.Keys.Item;
import io.inverseof.it.siblings.keys.Keys.Node;
import io.inverseof.it.siblings.keys.Keys.Room;
import io.inverseof.it.siblings.keys.Keys.Trunk;
import io.inverseof.it.siblings.keys.Keys.Writer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.test.context.jdbc.Sql;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Five owners with six children between four of them, one child that is nobody's and one
 * whose owner is gone, for each shape of key.
 */
class KeyShapesIntegrationTests {

	@Nested
	@OnH2
	class OnTheH2 extends KeyShapes {

	}

	@Nested
	@OnPostgres
	class OnThePostgres extends KeyShapes {

	}

	@SpringBootTest(classes = { Keys.class, Truth.class })
	@Sql(statements = Keys.SCHEMA)
	abstract static class KeyShapes {

		@Autowired
		Truth truth;

		@Autowired
		Keys.Rooms rooms;

		@Autowired
		Keys.Bookings bookings;

		@Autowired
		Keys.Doors doors;

		@Autowired
		Keys.Visits visits;

		@Autowired
		Keys.Meters meters;

		@Autowired
		Keys.Uuids uuids;

		@Autowired
		Keys.Levels levels;

		@Autowired
		Keys.Codes codes;

		@Autowired
		Keys.Children children;

		@Autowired
		Keys.Shelves shelves;

		@Autowired
		Keys.Nodes nodes;

		@Autowired
		Keys.Writers writers;

		@Autowired
		Keys.Pages pages;

		@Autowired
		Keys.Letters letters;

		@Autowired
		Keys.Memos memos;

		@Autowired
		Keys.Messages messages;

		@Autowired
		Keys.Leaves leaves;

		private <T> void targets(int sent, ListCrudRepository<T, ?> repository,
				Function<T, BelongsTo<?, ?>> reference) {
			this.truth.of(sent, 1 + 6, () -> repository.findAll().stream().map((row) -> {
				BelongsTo<?, ?> belongsTo = reference.apply(row);
				return "%s: %s".formatted(belongsTo.getId(), belongsTo.isPresent());
			}).sorted().toList());
			List<Boolean> found = repository.findAll().stream().map((row) -> reference.apply(row).isPresent()).toList();
			assertThat(found).filteredOn((present) -> present).hasSize(5);
		}

		private <T> void children(int sent, ListCrudRepository<T, ?> repository, Function<T, List<?>> children) {
			this.truth.of(sent, 1 + 5,
					() -> repository.findAll().stream().map((row) -> children.apply(row).size()).toList());
			assertThat(repository.findAll()).extracting((row) -> children.apply(row).size())
				.containsExactlyInAnyOrder(2, 1, 1, 1, 0);
		}

		@Test
		void compositeKeysOfAssociationColumns() {
			targets(2, this.bookings, (booking) -> booking.room);
			children(2, this.rooms, (room) -> room.bookings);
		}

		@Test
		void compositeKeysOfRecords() {
			targets(2, this.visits, (visit) -> visit.room());
			children(2, this.rooms, (room) -> room.visits);
		}

		@Test
		void compositeKeysOfNamedColumns() {
			this.truth.of(2, 1 + 5, () -> this.doors.findAll().stream().map((door) -> door.room.isPresent()).toList());
			this.truth.of(2, 1 + 5, () -> this.rooms.findAll().stream().map((room) -> room.door.isPresent()).toList());
		}

		@Test
		void compositeKeysBesideFollowedProperties() {
			targets(2, this.meters, (meter) -> meter.room);
			children(2, this.rooms, (room) -> room.meters);
		}

		@Test
		void compositeKeysOfPlainProperties() {
			children(2, this.rooms, (room) -> room.gauges);
			for (Room room : this.rooms.findAll()) {
				assertThat(room.gauges).extracting((Gauge gauge) -> gauge.building + gauge.number)
					.allMatch((key) -> room.id != null && key.equals(room.id.building() + room.id.number()));
			}
		}

		@Test
		void uuids() {
			targets(2, this.children, (child) -> child.byUuid);
			children(2, this.uuids, (owner) -> owner.children);
		}

		@Test
		void enums() {
			targets(2, this.children, (child) -> child.byLevel);
			children(2, this.levels, (owner) -> owner.children);
		}

		@Test
		void wrappers() {
			targets(2, this.children, (child) -> child.byCode);
			children(2, this.codes, (owner) -> owner.children);
		}

		@Test
		void keysOfAnotherTypeThanTheIdFallBack() {
			List<Integer> counts = this.truth.of(() -> this.shelves.findAll()
				.stream()
				.map((shelf) -> shelf.items.stream().map((Item item) -> item.id).toList())
				.toList());
			assertThat(counts.get(0)).isBetween(1 + 5, 1 + 5 + 3);
			assertThat(this.shelves.findAll()).extracting((shelf) -> shelf.items.size())
				.containsExactlyInAnyOrder(2, 1, 1, 1, 0);
		}

		@Test
		void treesLevelByLevel() {
			this.truth.of(1 + 4, 1 + 9, () -> this.nodes.findById(1L).map(this::branches).orElseThrow());
		}

		private List<Object> branches(Node node) {
			return List.of(String.valueOf(node.id), breadthFirst(List.of(node)));
		}

		private List<?> breadthFirst(List<Node> level) {
			List<Node> next = level.stream().flatMap((node) -> node.children.stream()).toList();
			return next.isEmpty() ? List.of()
					: List.of(next.stream().map((node) -> node.id).toList(), breadthFirst(next));
		}

		@Test
		void treesFromTheLeaves() {
			List<Node> all = this.nodes.findAll();
			assertThat(this.truth.statements())
				.during(() -> assertThat(all).extracting(this::depth)
					.containsExactlyInAnyOrder(0, 1, 1, 2, 2, 2, 2, 3, 3, 0))
				.total(1);
		}

		private int depth(Node node) {
			Node parent = node.parent.orNull();
			return (parent != null) ? depth(parent) + 1 : 0;
		}

		@Test
		void embeddedAssociations() {
			targets(2, this.pages, (page) -> (page.meta != null) ? page.meta.writer : BelongsTo.empty());
		}

		@Test
		void inheritedAssociations() {
			targets(2, this.letters, (letter) -> letter.writer);
			targets(2, this.memos, (memo) -> memo.writer);
			children(2, this.writers, (writer) -> writer.letters);
			children(2, this.writers, (writer) -> writer.memos);
		}

		@Test
		void inheritedAssociationsFindTheirOwners() {
			for (Writer writer : this.writers.findAll()) {
				assertThat(writer.letters).allSatisfy((letter) -> assertThat(letter.writer.get()).isSameAs(writer));
				assertThat(writer.memos).allSatisfy((memo) -> assertThat(memo.writer.get()).isSameAs(writer));
			}
		}

		@Test
		void twoReferencesToOneClass() {
			this.truth.of(1 + 2, 1 + 12, () -> this.messages.findAll().stream().map((message) -> {
				Writer sender = message.sender.orNull();
				Writer receiver = message.receiver.orNull();
				return "%s %s".formatted((sender != null) ? sender.id : null, (receiver != null) ? receiver.id : null);
			}).toList());
			children(2, this.writers, (writer) -> writer.sent);
			for (Writer writer : this.writers.findAll()) {
				assertThat(writer.sent).allSatisfy((message) -> assertThat(message.sender.get()).isSameAs(writer));
				assertThat(writer.received)
					.allSatisfy((message) -> assertThat(message.receiver.get()).isSameAs(writer));
			}
		}

		@Test
		void recordsOnBothSides() {
			targets(2, this.leaves, (leaf) -> leaf.branch());
			assertThat(this.truth.statements()).during(() -> {
				Set<@Nullable Trunk> trunks = new HashSet<>();
				this.leaves.findAll()
					.forEach((leaf) -> leaf.branch()
						.optional()
						.map(Branch::trunk)
						.ifPresent((trunk) -> trunks.add(trunk.orNull())));
				assertThat(trunks).hasSize(3);
			}).total(3);
		}

	}

}
