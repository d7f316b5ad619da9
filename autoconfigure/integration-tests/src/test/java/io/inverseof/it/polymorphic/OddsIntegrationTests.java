package io.inverseof.it.polymorphic;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.inverseof.AssociationOperations;
import io.inverseof.BelongsTo;
import io.inverseof.ForeignChildException;
import io.inverseof.UnknownTypeException;
import io.inverseof.UntypedReferenceException;
import io.inverseof.it.polymorphic.Odds.Attic;
import io.inverseof.it.polymorphic.Odds.Badge;
import io.inverseof.it.polymorphic.Odds.Code;
import io.inverseof.it.polymorphic.Odds.Coded;
import io.inverseof.it.polymorphic.Odds.CodedRepository;
import io.inverseof.it.polymorphic.Odds.Hall;
import io.inverseof.it.polymorphic.Odds.Halls;
import io.inverseof.it.polymorphic.Odds.Plan;
import io.inverseof.it.polymorphic.Odds.Plans;
import io.inverseof.it.polymorphic.Odds.Room;
import io.inverseof.it.polymorphic.Odds.Rooms;
import io.inverseof.it.polymorphic.Odds.Sign;
import io.inverseof.it.polymorphic.Odds.Signs;
import io.inverseof.it.polymorphic.Odds.Stop;
import io.inverseof.it.polymorphic.Odds.Tag;
import io.inverseof.it.polymorphic.Odds.Tags;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.saving.Sent;
import io.inverseof.it.saving.Tables;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Odds}.
 */
@OnH2
@SpringBootTest(classes = Odds.class)
class OddsIntegrationTests {

	@Autowired
	Rooms rooms;

	@Autowired
	Halls halls;

	@Autowired
	Signs signs;

	@Autowired
	Plans plans;

	@Autowired
	CodedRepository coded;

	@Autowired
	Tags tags;

	@Autowired
	JdbcAggregateTemplate template;

	@Autowired
	AssociationOperations operations;

	@Autowired
	StatementCounter statements;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	Tables tables;

	@BeforeEach
	void empty() {
		this.tables.empty();
	}

	private Sign read(Sign sign) {
		return this.signs.findById(Objects.requireNonNull(sign.id)).orElseThrow();
	}

	@Test
	void twoReferencesOfOneClassAreIndependent() {
		Room room = this.rooms.save(new Room());
		Hall hall = this.halls.save(new Hall());
		Sign sign = new Sign();
		sign.place().set(room);
		sign.maker().set(hall);
		sign = read(this.signs.save(sign));
		assertThat(sign.place().get()).isInstanceOf(Room.class);
		assertThat(sign.maker().get()).isInstanceOf(Hall.class);
		Room again = this.rooms.findById(Objects.requireNonNull(room.id)).orElseThrow();
		assertThat(again.made()).isEmpty();
		assertThat(again.signs()).hasSize(1);
		assertThat(this.tables.column("maker_kind", "sign", "id")).containsExactly("Hall");
	}

	@Test
	void writesACircleOfNewObjects() {
		Room room = new Room();
		Sign sign = room.signs().build((built) -> built.name = "main");
		room.mainSign().set(sign);
		List<String> sent = Sent.kinds(this.statements, () -> this.rooms.save(room));
		assertThat(sent).contains("insert into room", "insert into sign").hasSize(3);
		assertThat(this.tables.column("place_type", "sign", "id")).containsExactly("Room");
		assertThat(this.tables.column("place_id", "sign", "id")).containsExactly(room.id);
		assertThat(this.tables.column("main_sign_id", "room", "id")).containsExactly(sign.id);
		Sign other = new Sign();
		Room second = new Room();
		other.place().set(second);
		second.mainSign().set(other);
		this.signs.save(other);
		assertThat(read(other).place().get()).isInstanceOf(Room.class);
		assertThat(this.tables.column("place_type", "sign where id = " + other.id, "id")).containsExactly("Room");
	}

	@Test
	void twoHasOneOfOneClassAreNoInverse() {
		Hall hall = this.halls.save(new Hall());
		Sign sign = new Sign();
		sign.place().set(hall);
		this.signs.save(sign);
		Sign read = read(sign);
		Hall place = (Hall) read.place().get();
		assertThat(this.statements).during(() -> assertThat(place.sign().get().id).isEqualTo(read.id)).selects(1);
	}

	@Test
	void readsReferencesInsideAggregates() {
		Room room = this.rooms.save(new Room());
		Hall hall = this.halls.save(new Hall());
		Plan plan = new Plan();
		for (Object place : List.of(room, hall)) {
			Stop stop = new Stop();
			stop.at().set(place);
			plan.stops.add(stop);
		}
		Badge badge = new Badge();
		badge.of().set(hall);
		plan.badge = badge;
		this.plans.save(plan);
		assertThat(this.tables.column("at_type", "stop", "id")).containsExactly("Room", "Hall");
		Plan read = this.plans.findById(Objects.requireNonNull(plan.id)).orElseThrow();
		assertThat(read.stops.get(0).at().get()).isInstanceOf(Room.class);
		assertThat(read.stops.get(1).at().get()).isInstanceOf(Hall.class);
		assertThat(Objects.requireNonNull(read.badge).of().get()).isInstanceOf(Hall.class);
		this.plans.save(read);
		assertThat(this.tables.column("at_type", "stop", "id")).containsExactly("Room", "Hall");
		assertThat(this.tables.column("of_type", "badge", "id")).containsExactly("Hall");
	}

	@Test
	void idsMayHaveATypeOfTheirOwn() {
		Coded owner = new Coded();
		owner.id = new Code(UUID.randomUUID());
		owner = this.coded.save(owner);
		Tag tag = owner.tags().create((created) -> created.name = "t");
		assertThat(this.tables.column("on_type", "tag", "id")).containsExactly("Coded");
		Tag read = this.tags.findById(Objects.requireNonNull(tag.id)).orElseThrow();
		assertThat(read.on().getId()).isEqualTo(owner.id);
		assertThat(((Coded) read.on().get()).tags()).hasSize(1);
	}

	@Test
	void anEntityThatNobodyMentionedIsKnownOnceItWasAssigned() {
		Attic attic = this.template.save(new Attic());
		Sign sign = new Sign();
		sign.place().set(attic);
		sign = this.signs.save(sign);
		assertThat(read(sign).place().get()).isInstanceOf(Attic.class);
	}

	@Test
	void anIdWithoutATypeIsKeptAndNotRead() {
		this.jdbc.update("insert into sign(id, name, place_id) values (900, 's', 5)");
		Sign sign = this.signs.findById(900L).orElseThrow();
		assertThat(sign.place().getId()).isEqualTo(5L);
		assertThatExceptionOfType(UntypedReferenceException.class).isThrownBy(() -> sign.place().get());
		sign.name = "changed";
		this.signs.save(sign);
		assertThat(this.tables.column("place_id", "sign", "id")).containsExactly(5L);
	}

	@Test
	void savesWhatJsonSaysAndRefusesUnknownTypes() {
		JsonMapper mapper = JsonMapper.builder().addModule(new io.inverseof.jackson.InverseofModule()).build();
		Room room = this.rooms.save(new Room());
		Sign sign = mapper.readValue("{\"place\": {\"type\": \"Room\", \"id\": %d}}".formatted(room.id), JsonSign.class)
			.toSign();
		this.signs.save(sign);
		assertThat(read(sign).place().get()).isInstanceOf(Room.class);
		Sign wrong = mapper.readValue("{\"place\": {\"type\": \"Passwords\", \"id\": 1}}", JsonSign.class).toSign();
		assertThatExceptionOfType(UnknownTypeException.class).isThrownBy(() -> this.signs.save(wrong));
		assertThat(this.tables.rows("sign")).isOne();
	}

	record JsonSign(@io.inverseof.Polymorphic BelongsTo<Object, Long> place) {

		Sign toSign() {
			Sign sign = new Sign();
			Object key = ((io.inverseof.holder.BelongsToHolder<?, ?>) this.place).key();
			sign.place();
			((io.inverseof.holder.BelongsToHolder<?, ?>) sign.place()).refer(
					Objects.requireNonNull(io.inverseof.holder.TypedKey.typeOf(key)),
					Objects.requireNonNull(this.place.getId()));
			return sign;
		}

	}

	@Test
	void claimedChildrenAreVerifiedWithTheirType() {
		Room room = this.rooms.save(new Room());
		this.jdbc.update("insert into hall(id) values (?)", room.id);
		this.jdbc.update("insert into sign(id, place_id, place_type) values (901, ?, 'Hall')", room.id);
		Room again = this.rooms.findById(Objects.requireNonNull(room.id)).orElseThrow();
		Sign claimed = new Sign();
		claimed.id = 901L;
		again.signs().add(claimed);
		assertThatExceptionOfType(ForeignChildException.class).isThrownBy(() -> this.rooms.save(again));
		assertThat(this.tables.column("place_type", "sign", "id")).containsExactly("Hall");
	}

	@Test
	void reloadsAndAttaches() {
		Room room = this.rooms.save(new Room());
		Hall hall = this.halls.save(new Hall());
		Sign sign = new Sign();
		sign.place().set(room);
		Sign saved = this.signs.save(sign);
		this.jdbc.update("update sign set place_id = ?, place_type = 'Hall'", hall.id);
		this.operations.reload(saved);
		assertThat(saved.place().get()).isInstanceOf(Hall.class);
		Sign detached = new Sign();
		detached.id = saved.id;
		((io.inverseof.holder.BelongsToHolder<?, ?>) detached.place()).refer("Hall", Objects.requireNonNull(hall.id));
		this.operations.attach(detached);
		assertThat(detached.place().get()).isInstanceOf(Hall.class);
	}

	@Test
	void manyReferencesOfTwoClassesTakeTwoSelects() {
		for (int i = 0; i < 34; i++) {
			Room room = this.rooms.save(new Room());
			Hall hall = this.halls.save(new Hall());
			for (Object place : List.of(room, hall)) {
				Sign sign = new Sign();
				sign.place().set(place);
				this.signs.save(sign);
			}
		}
		List<Sign> all = new ArrayList<>(this.signs.findAll());
		assertThat(this.statements).during(() -> all.forEach((sign) -> sign.place().get())).selects(2);
	}

}
