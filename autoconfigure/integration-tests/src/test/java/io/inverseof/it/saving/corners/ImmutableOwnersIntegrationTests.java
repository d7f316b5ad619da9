package io.inverseof.it.saving.corners;

import io.inverseof.it.saving.corners.Corners.Club;
import io.inverseof.it.saving.corners.Corners.Clubs;
import io.inverseof.it.saving.corners.Corners.Member;
import io.inverseof.it.saving.corners.Corners.Player;
import io.inverseof.it.saving.corners.Corners.Players;
import io.inverseof.it.saving.corners.Corners.Team;
import io.inverseof.it.saving.corners.Corners.Teams;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Saving an immutable owner makes a copy of it. What was added to the original belongs to
 * the copy.
 */
class ImmutableOwnersIntegrationTests extends CornersTest {

	private static final String TOO_LONG = "much too long for the column of its name";

	@Autowired
	Teams teams;

	@Autowired
	Players players;

	@Autowired
	Clubs clubs;

	@Test
	void insertsWhatWasAddedToTheOriginal() {
		Team team = Team.named("Reds");
		team.players.add(Player.named("Ann"));
		Team saved = this.teams.save(team);
		assertThat(keys("team_id", "player")).containsExactly(saved.id);
	}

	@Test
	void insertsTheHasOneOfTheOriginal() {
		Team team = Team.named("Reds");
		team.coach.build((coach) -> coach.name = "Eve");
		Team saved = this.teams.save(team);
		assertThat(keys("team_id", "coach")).containsExactly(saved.id);
		assertThat(saved.coach.get().team.get()).isSameAs(saved);
	}

	@Test
	void handsTheChildrenToTheCopy() {
		Team team = Team.named("Reds");
		team.players.add(Player.named("Ann"));
		Team saved = this.teams.save(team);
		assertThat(saved.players).singleElement()
			.satisfies((player) -> assertThat(player.id()).isNotNull())
			.satisfies((player) -> assertThat(player.team().get()).isSameAs(saved));
	}

	@Test
	void insertsNothingTwiceWhenTheCopyIsSaved() {
		Team team = Team.named("Reds");
		team.players.add(Player.named("Ann"));
		Team saved = this.teams.save(team);
		this.teams.save(saved);
		assertThat(this.tables.rows("player")).isEqualTo(1);
	}

	@Test
	void insertsWhatWasAddedBeforeACallbackMadeACopy() {
		this.hooks.converting = this::renamed;
		Team team = Team.named("Reds");
		team.players.add(Player.named("Ann"));
		Team saved = this.teams.save(team);
		assertThat(saved.name).isEqualTo("Reds!");
		assertThat(keys("team_id", "player")).containsExactly(saved.id);
	}

	@Test
	void insertsWhatWasAddedToARowOfWhichACallbackMakesACopy() {
		Team before = this.teams.save(Team.named("Reds"));
		this.hooks.converting = this::renamed;
		Team loaded = again(this.teams, before.id);
		loaded.players.add(Player.named("Ann"));
		Team saved = this.teams.save(loaded);
		assertThat(keys("team_id", "player")).containsExactly(before.id);
		assertThat(saved.players).hasSize(1);
	}

	@Test
	void clearsTheKeyOfWhatWasRemovedBeforeACallbackMadeACopy() {
		Team team = Team.named("Reds");
		team.players.add(Player.named("Ann"));
		Team before = this.teams.save(team);
		this.hooks.converting = this::renamed;
		Team loaded = again(this.teams, before.id);
		loaded.players.remove(0);
		this.teams.save(loaded);
		assertThat(keys("team_id", "player")).containsOnlyNulls();
	}

	private Object renamed(Object entity) {
		return (entity instanceof Team team) ? new Team(team.id, team.name + "!") : entity;
	}

	@Test
	void keepsWhatWasAddedWhenSavingFails() {
		Team team = Team.named("Reds");
		team.players.add(Player.named(TOO_LONG));
		team.players.add(Player.named("Ann"));
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.teams.save(team));
		assertThat(team.players).extracting(Player::name).containsExactly(TOO_LONG, "Ann");
	}

	@Test
	void insertsWhatWasAddedInTheNextAttempt() {
		Team team = Team.named("Reds");
		team.players.add(Player.named("Ann"));
		rolledBack(() -> this.teams.save(team));
		Team saved = this.teams.save(team);
		assertThat(keys("team_id", "player")).containsExactly(saved.id);
	}

	@Test
	void keepsWhatWasAddedWhenSavingFailsWithSharedAssociations() {
		Club club = Club.named("Reds");
		club.members.add(Member.named(TOO_LONG));
		club.members.add(Member.named("Ann"));
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.clubs.save(club));
		assertThat(club.members).extracting(Member::name).containsExactly(TOO_LONG, "Ann");
	}

	@Test
	void keepsWhatWasAddedAfterARollbackWithSharedAssociations() {
		Club club = Club.named("Reds");
		club.members.add(Member.named("Ann"));
		rolledBack(() -> this.clubs.save(club));
		assertThat(club.members).singleElement()
			.satisfies((member) -> assertThat(member.id()).isNull())
			.satisfies((member) -> assertThat(member.club().get()).isSameAs(club));
	}

	@Test
	void insertsWhatWasAddedInTheNextAttemptWithSharedAssociations() {
		Club club = Club.named("Reds");
		club.members.add(Member.named("Ann"));
		rolledBack(() -> this.clubs.save(club));
		Club saved = this.clubs.save(club);
		assertThat(keys("club_id", "member")).containsExactly(saved.id);
	}

}
