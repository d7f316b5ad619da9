package io.inverseof.it.saving.insert;

import java.util.List;
import java.util.stream.Stream;

import io.inverseof.CircularReferenceException;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.saving.Sent;
import io.inverseof.it.saving.Tables;
import io.inverseof.it.saving.insert.Circles.Chief;
import io.inverseof.it.saving.insert.Circles.Chiefs;
import io.inverseof.it.saving.insert.Circles.Coach;
import io.inverseof.it.saving.insert.Circles.Coaches;
import io.inverseof.it.saving.insert.Circles.DoorKey;
import io.inverseof.it.saving.insert.Circles.DoorLock;
import io.inverseof.it.saving.insert.Circles.Keys;
import io.inverseof.it.saving.insert.Circles.Locks;
import io.inverseof.it.saving.insert.Circles.Player;
import io.inverseof.it.saving.insert.Circles.Players;
import io.inverseof.it.saving.insert.Circles.Ring;
import io.inverseof.it.saving.insert.Circles.Rings;
import io.inverseof.it.saving.insert.Circles.Squad;
import io.inverseof.it.saving.insert.Circles.Squads;
import io.inverseof.it.saving.insert.Circles.Team;
import io.inverseof.it.saving.insert.Circles.Teams;
import io.inverseof.it.siblings.OnMariaDb;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * New objects that belong to each other end with both keys set, or with a clear error
 * where the schema forbids it.
 */
class CirclesIntegrationTests {

	@Nested
	@OnH2
	class OnTheH2 extends EachDatabase {

	}

	@Nested
	@OnPostgres
	class OnThePostgres extends EachDatabase {

	}

	@Nested
	@OnMariaDb
	class OnTheMariaDb extends EachDatabase {

	}

	@SpringBootTest(classes = Circles.class)
	abstract static class EachDatabase {

		@Autowired
		Teams teams;

		@Autowired
		Players players;

		@Autowired
		Squads squads;

		@Autowired
		Coaches coaches;

		@Autowired
		Keys keys;

		@Autowired
		Locks locks;

		@Autowired
		Rings rings;

		@Autowired
		Chiefs chiefs;

		@Autowired
		StatementCounter statements;

		@Autowired
		Tables tables;

		@BeforeEach
		void empty() {
			this.tables.empty();
		}

		private List<String> sent(Runnable work) {
			return Sent.kinds(this.statements, work);
		}

		private static Team teamWithCaptain() {
			Team team = new Team();
			Player captain = team.captain().build((player) -> player.name = "Cap");
			captain.team().set(team);
			return team;
		}

		@Test
		void savedFromOneSideBothKeysAreSet() {
			Team team = teamWithCaptain();
			List<String> sent = sent(() -> this.teams.save(team));
			assertThat(sent).hasSize(3).containsOnlyOnce("insert into team", "insert into player");
			hasBothKeys(team);
		}

		@Test
		void savedFromTheOtherSideBothKeysAreSet() {
			Team team = teamWithCaptain();
			List<String> sent = sent(() -> this.players.save(team.captain().get()));
			assertThat(sent).hasSize(3).containsOnlyOnce("insert into team", "insert into player");
			hasBothKeys(team);
		}

		@Test
		void savedTogetherBothKeysAreSet() {
			Team one = teamWithCaptain();
			Team two = teamWithCaptain();
			this.teams.saveAll(List.of(one, two));
			assertThat(this.tables.rows()).isEqualTo(4);
			assertThat(this.tables.column("captain_id", "team", "id")).containsExactlyInAnyOrder(one.captain().getId(),
					two.captain().getId());
			assertThat(this.tables.column("team_id", "player", "id")).containsExactlyInAnyOrder(one.id, two.id);
		}

		@Test
		void theCaptainIsOneOfTheNewPlayers() {
			Team team = new Team();
			Player captain = team.players().build((player) -> player.name = "Cap");
			team.players().build((player) -> player.name = "Other");
			team.captain().set(captain);
			this.teams.save(team);
			assertThat(this.tables.rows("player")).isEqualTo(2);
			assertThat(this.tables.column("team_id", "player", "id")).containsOnly(team.id);
			assertThat(this.tables.column("captain_id", "team", "id")).containsExactly(captain.id);
			assertThat(team.captain().get()).isSameAs(captain);
		}

		private void hasBothKeys(Team team) {
			Player captain = team.captain().get();
			assertThat(captain.team().get()).isSameAs(team);
			assertThat(this.tables.column("captain_id", "team", "id")).containsExactly(captain.id);
			assertThat(this.tables.column("team_id", "player", "id")).containsExactly(team.id);
			assertThat(team.captain().getId()).isNotNull().isEqualTo(captain.id);
			assertThat(captain.team().getId()).isNotNull().isEqualTo(team.id);
		}

		@Test
		void savedAgainTheKeysStay() {
			Team team = teamWithCaptain();
			this.teams.save(team);
			assertThat(sent(() -> this.teams.save(team))).containsExactly("update team");
			assertThat(sent(() -> this.players.save(team.captain().get()))).containsExactly("update player");
			hasBothKeys(team);
		}

		@Test
		void theKeyThatMayBeNullIsWrittenAfterwards() {
			Squad squad = new Squad();
			Coach coach = squad.coach().build((it) -> {
			});
			coach.squad().set(squad);
			List<String> sent = sent(() -> this.squads.save(squad));
			assertThat(sent).containsExactly("insert into squad", "insert into coach", "update squad");
			assertThat(this.tables.column("coach_id", "squad", "id")).containsExactly(coach.id);
			assertThat(this.tables.column("squad_id", "coach", "id")).containsExactly(squad.id);
		}

		@Test
		void theKeyThatMayBeNullIsWrittenAfterwardsFromTheOtherSideToo() {
			Squad squad = new Squad();
			Coach coach = squad.coach().build((it) -> {
			});
			coach.squad().set(squad);
			List<String> sent = sent(() -> this.coaches.save(coach));
			assertThat(sent).containsExactly("insert into squad", "insert into coach", "update squad");
			assertThat(this.tables.column("coach_id", "squad", "id")).containsExactly(coach.id);
		}

		@Test
		void manyCirclesAreInsertedTogether() {
			List<Squad> squads = Stream.generate(this::squadWithCoach).limit(5).toList();
			List<String> sent = sent(() -> this.squads.saveAll(squads));
			assertThat(sent).startsWith("insert into squad", "insert into coach");
			assertThat(sent.subList(2, sent.size())).hasSize(5).containsOnly("update squad");
			assertThat(this.tables.column("coach_id", "squad", "id"))
				.containsExactlyElementsOf(squads.stream().map((squad) -> squad.coach().get().id).toList());
			assertThat(this.tables.column("squad_id", "coach", "id"))
				.containsExactlyElementsOf(squads.stream().map((squad) -> squad.id).toList());
		}

		private Squad squadWithCoach() {
			Squad squad = new Squad();
			squad.coach().build((coach) -> coach.squad().set(squad));
			return squad;
		}

		@Test
		void updatesTheKeyAlone() {
			Squad squad = new Squad();
			squad.coach().build((it) -> it.squad().set(squad));
			List<String> sent = Sent.texts(this.statements, () -> this.squads.save(squad));
			assertThat(sent).last().isEqualTo("update squad set coach_id = ? where squad.id = ?");
		}

		@Test
		void refusesAnObjectThatNeedsItself() {
			Ring ring = new Ring();
			ring.next().set(ring);
			assertThatExceptionOfType(CircularReferenceException.class).isThrownBy(() -> this.rings.save(ring))
				.withMessageStartingWith(
						"New objects refer to each other in a circle by Ring.next, and none of these ");
			assertThat(this.tables.rows()).isZero();
		}

		@Test
		void anObjectThatNeedsItselfAndHasAnIdIsInsertedAtOnce() {
			Chief chief = new Chief();
			chief.id = "ann";
			chief.boss().set(chief);
			assertThat(sent(() -> this.chiefs.save(chief))).containsExactly("insert into chief");
			assertThat(this.tables.column("boss_id", "chief", "id")).containsExactly("ann");
			assertThat(chief.version).isZero();
			assertThat(chief.boss().get()).isSameAs(chief);
		}

		@Test
		void refusesACircleWithoutAKeyThatMayBeNull() {
			DoorKey key = new DoorKey();
			DoorLock lock = key.doorLock().build((it) -> it.doorKey().set(key));
			assertThatExceptionOfType(CircularReferenceException.class).isThrownBy(() -> this.keys.save(key))
				.withMessage(
						"New objects refer to each other in a circle by DoorKey.doorLock and DoorLock.doorKey, and "
								+ "none of these foreign keys can be NULL, so that none of the objects can be inserted first. "
								+ "Let one of the columns be NULL: it is filled by an UPDATE at once. Nothing was written.");
			assertThatExceptionOfType(CircularReferenceException.class).isThrownBy(() -> this.locks.save(lock));
			assertThat(this.tables.rows()).isZero();
			assertThat(key.id).isNull();
			assertThat(lock.id).isNull();
		}

	}

}
