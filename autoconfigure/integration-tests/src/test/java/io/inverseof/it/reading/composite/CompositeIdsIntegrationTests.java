package io.inverseof.it.reading.composite;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.inverseof.BelongsTo;
import io.inverseof.DanglingReferenceException;
import io.inverseof.UnreadKeyException;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.reading.composite.Rooms.Book;
import io.inverseof.it.reading.composite.Rooms.Booking;
import io.inverseof.it.reading.composite.Rooms.Bookings;
import io.inverseof.it.reading.composite.Rooms.Books;
import io.inverseof.it.reading.composite.Rooms.Door;
import io.inverseof.it.reading.composite.Rooms.Doors;
import io.inverseof.it.reading.composite.Rooms.Meter;
import io.inverseof.it.reading.composite.Rooms.Meters;
import io.inverseof.it.reading.composite.Rooms.Room;
import io.inverseof.it.reading.composite.Rooms.RoomId;
import io.inverseof.it.reading.composite.Rooms.RoomRepository;
import io.inverseof.it.reading.composite.Rooms.Shelf;
import io.inverseof.it.reading.composite.Rooms.Shelves;
import io.inverseof.it.reading.composite.Rooms.Spot;
import io.inverseof.it.reading.composite.Rooms.Visit;
import io.inverseof.it.reading.composite.Rooms.Visits;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.jdbc.Sql;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Keys of two columns.
 */
class CompositeIdsIntegrationTests {

	@Nested
	@OnH2
	class OnTheH2 extends CompositeIds {

	}

	@Nested
	@OnPostgres
	class OnThePostgres extends CompositeIds {

	}

	@SpringBootTest(classes = Rooms.class)
	@Sql(statements = Rooms.SCHEMA)
	abstract static class CompositeIds {

		static final RoomId A1 = new RoomId("A", 1);

		static final RoomId A2 = new RoomId("A", 2);

		@Autowired
		RoomRepository rooms;

		@Autowired
		Bookings bookings;

		@Autowired
		Doors doors;

		@Autowired
		Visits visits;

		@Autowired
		Meters meters;

		@Autowired
		Shelves shelves;

		@Autowired
		Books books;

		@Autowired
		StatementCounter statements;

		@Autowired
		TransactionTemplate transaction;

		@Autowired
		JdbcTemplate jdbc;

		@Test
		void belongsToFindsItsTarget() {
			Booking booking = booking(1);
			assertThat(booking.room.getId()).isEqualTo(A1);
			assertThat(booking.room.get().name).isEqualTo("A1");
		}

		@Test
		void nullKeyIsEmpty() {
			Booking booking = booking(4);
			assertThat(booking.room.getId()).isNull();
			assertThat(booking.room.orNull()).isNull();
			assertThat(booking.room.isLoaded()).isTrue();
		}

		@Test
		void danglingKeyNamesAllItsParts() {
			Booking booking = booking(5);
			assertThat(booking.room.orNull()).isNull();
			assertThatExceptionOfType(DanglingReferenceException.class).isThrownBy(booking.room::get)
				.withMessageStartingWith(
						"Booking.room of Booking 5 refers to Room RoomId[building=Z, number=9], but there is no such row.");
		}

		@Test
		void hasManyFindsItsChildrenWhichKnowTheirOwner() {
			Room room = room(A1);
			List<String> sent = this.statements.countDuring(
					() -> assertThat(room.bookings).extracting((booking) -> booking.name).containsExactly("b1", "b3"))
				.statements();
			assertThat(sent).hasSize(1);
			assertThat(this.statements)
				.during(() -> assertThat(room.bookings)
					.allSatisfy((booking) -> assertThat(booking.room.get()).isSameAs(room)))
				.none();
		}

		@Test
		void hasManyCountsAndFindsBySql() {
			Room room = room(A1);
			assertThat(room.bookings.count()).isEqualTo(2);
			assertThat(room.bookings.exists()).isTrue();
			assertThat(room.bookings.find(3L).name).isEqualTo("b3");
			assertThat(room.bookings.last()).map((booking) -> booking.name).contains("b3");
			assertThat(room.bookings.isLoaded()).isFalse();
			assertThat(room(A2).bookings.exists()).isFalse();
		}

		@Test
		void hasOneFindsItsTargetByTheColumnsThatTheOtherSideNames() {
			Room room = room(A1);
			Door door = room.door.get();
			assertThat(this.statements).during(() -> assertThat(door.room.get()).isSameAs(room)).none();
			assertThat(room(A2).door.isPresent()).isFalse();
		}

		@Test
		void belongsToReadsTheColumnsItNames() {
			assertThat(this.doors.findById(1L).orElseThrow().room.get().name).isEqualTo("A1");
			assertThat(this.doors.findById(2L).orElseThrow().room.isPresent()).isFalse();
		}

		@Test
		void belongsToWritesTheColumnsItNames() {
			Door door = new Door();
			door.room.set(room(A2));
			this.doors.save(door);
			assertThat(this.jdbc.queryForMap("select to_building, to_number from door where id = 3").values())
				.containsExactly("A", 2);
		}

		@Test
		void recordComponentIsLive() {
			Visit visit = this.visits.findById(1L).orElseThrow();
			assertThat(visit.room().get().name).isEqualTo("A2");
			assertThat(this.visits.findById(2L).orElseThrow().room().isPresent()).isFalse();
		}

		@Test
		void recordsKnowTheirOwner() {
			Room room = room(A2);
			assertThat(room.visits).singleElement().satisfies((visit) -> assertThat(visit.room().get()).isSameAs(room));
		}

		@Test
		void recordIsSaved() {
			Visit saved = this.visits.save(new Visit(null, BelongsTo.toId(A1)));
			assertThat(saved.room().get().name).isEqualTo("A1");
			assertThat(this.jdbc.queryForMap("select room_building, room_number from visit where id = 3").values())
				.containsExactly("A", 1);
		}

		@Test
		void plainPropertiesOfTheSameColumnsAreFollowed() {
			Meter meter = this.meters.findById(1L).orElseThrow();
			assertThat(meter.room.getId()).isEqualTo(A1);
			assertThat(meter.room.get().name).isEqualTo("A1");
			meter.number = 2;
			assertThat(meter.room.getId()).isEqualTo(A2);
			assertThat(meter.room.get().name).isEqualTo("A2");
			assertThat(this.meters.findById(2L).orElseThrow().room.getId()).isNull();
		}

		@Test
		void followedPropertiesAreWritten() {
			Meter meter = this.meters.findById(2L).orElseThrow();
			meter.room.set(room(A2));
			assertThat(meter.building).isEqualTo("A");
			assertThat(meter.number).isEqualTo(2);
			this.meters.save(meter);
			assertThat(this.jdbc.queryForMap("select building, number from meter where id = 2").values())
				.containsExactly("A", 2);
			meter.room.set(null);
			assertThat(meter.building).isNull();
		}

		@Test
		void childrenThatFollowPlainPropertiesKnowTheirOwner() {
			Room room = room(A1);
			List<String> sent = this.statements
				.countDuring(() -> assertThat(room.meters).singleElement()
					.satisfies((meter) -> assertThat(meter.room.get()).isSameAs(room)))
				.statements();
			assertThat(sent).hasSize(1);
		}

		@Test
		void embeddedObjectIsLive() {
			Shelf shelf = this.shelves.findById(1L).orElseThrow();
			assertThat(Objects.requireNonNull(shelf.spot).room.get().name).isEqualTo("B1");
			assertThat(Objects.requireNonNull(this.shelves.findById(2L).orElseThrow().spot).room.isPresent()).isFalse();
		}

		@Test
		void embeddedObjectIsSaved() {
			Shelf shelf = new Shelf();
			shelf.spot = new Spot();
			shelf.spot.room.setId(A2);
			this.shelves.save(shelf);
			assertThat(this.jdbc.queryForMap("select spot_room_building, spot_room_number from shelf where id = 3")
				.values()).containsExactly("A", 2);
		}

		@Test
		void selfReferenceIsLive() {
			assertThat(room(A1).next.get().name).isEqualTo("A2");
			assertThat(room(A2).next.isPresent()).isFalse();
		}

		@Test
		void savesAllParts() {
			Booking booking = booking(4);
			booking.room.set(room(A2));
			this.bookings.save(booking);
			assertThat(key(4)).containsEntry("room_building", "A").containsEntry("room_number", 2);
			booking.room.set(null);
			this.bookings.save(booking);
			assertThat(key(4)).containsEntry("room_building", null).containsEntry("room_number", null);
		}

		@Test
		void changingTheKeyDropsTheTarget() {
			Booking booking = booking(1);
			assertThat(booking.room.get().name).isEqualTo("A1");
			booking.room.setId(A2);
			assertThat(booking.room.get().name).isEqualTo("A2");
		}

		@Test
		void findsByTheWholeKey() {
			assertThat(this.bookings.findByRoomId(A1)).extracting((booking) -> booking.name)
				.containsExactlyInAnyOrder("b1", "b3");
			assertThat(this.bookings.findByRoom(A2)).isEmpty();
		}

		@Test
		void finderTakesTheKeyOfAReferenceButNotTheReference() {
			BelongsTo<Room, RoomId> reference = booking(1).room;
			assertThat(this.bookings.findByRoom(Objects.requireNonNull(reference.getId()))).hasSize(2);
			assertThatIllegalArgumentException().isThrownBy(() -> this.bookings.findByRoom(reference))
				.withMessageContaining("Value must be of type " + RoomId.class.getName());
		}

		@Test
		void roomInAnEmbeddedObjectOfATargetIsCached() {
			this.jdbc.update("insert into book(shelf_id) values (1)");
			this.transaction.executeWithoutResult((status) -> {
				Shelf shelf = this.shelves.findById(1L).orElseThrow();
				Book book = this.books.findById(1L).orElseThrow();
				assertThat(this.statements).during(() -> assertThat(book.shelf.get()).isSameAs(shelf)).none();
			});
		}

		@Test
		void unitOfWorkFindsTheObject() {
			this.transaction.executeWithoutResult((status) -> {
				Room room = room(A1);
				Booking booking = booking(1);
				assertThat(this.statements).during(() -> assertThat(booking.room.get()).isSameAs(room)).none();
			});
		}

		@Test
		void unreadKeyIsUnknown() {
			Booking booking = this.bookings.findWithoutKey().orElseThrow();
			assertThatExceptionOfType(UnreadKeyException.class).isThrownBy(booking.room::getId)
				.withMessageMatching("Booking.room of Booking 1 is unknown: the query that loaded the row did not read "
						+ "(ROOM_BUILDING, ROOM_NUMBER|room_building, room_number)\\. Add the column to the query, or load "
						+ "the whole row before you read or save the association\\.");
			assertThatExceptionOfType(UnreadKeyException.class).isThrownBy(() -> this.bookings.save(booking));
			assertThat(key(1)).containsEntry("room_building", "A");
		}

		@Test
		void keyThatWasReadInPartIsUnknown() {
			Booking booking = this.bookings.findWithHalfAKey().orElseThrow();
			assertThatExceptionOfType(UnreadKeyException.class).isThrownBy(booking.room::getId);
		}

		private Map<String, Object> key(long id) {
			return this.jdbc.queryForMap("select room_building, room_number from booking where id = ?", id);
		}

		private Room room(RoomId id) {
			return this.rooms.findById(id).orElseThrow();
		}

		private Booking booking(long id) {
			return this.bookings.findById(id).orElseThrow();
		}

	}

}
