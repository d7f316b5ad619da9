package io.inverseof.it.through;

import java.util.List;
import java.util.Objects;

import io.inverseof.AssociationOperations;
import io.inverseof.ReadOnlyAssociationException;
import io.inverseof.RowNotFoundException;
import io.inverseof.StrictLoadingException;
import io.inverseof.UnitOfWork;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.saving.Sent;
import io.inverseof.it.saving.Tables;
import io.inverseof.it.siblings.OnMariaDb;
import io.inverseof.it.siblings.Truth;
import io.inverseof.it.through.Clubs.Captain;
import io.inverseof.it.through.Clubs.City;
import io.inverseof.it.through.Clubs.Club;
import io.inverseof.it.through.Clubs.ClubRepository;
import io.inverseof.it.through.Clubs.Member;
import io.inverseof.it.through.Clubs.MemberRepository;
import io.inverseof.it.through.Clubs.Membership;
import io.inverseof.it.through.Clubs.Player;
import io.inverseof.it.through.Clubs.Tag;
import io.inverseof.it.through.Clubs.TagRepository;
import io.inverseof.it.through.Clubs.Team;
import io.inverseof.it.through.Clubs.TeamRepository;
import io.inverseof.test.StatementCounter;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Has-one associations, and the kinds of associations that lead to and from a join
 * aggregate.
 */
class ThroughKindsIntegrationTests {

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

	@SpringBootTest(classes = Clubs.class)
	abstract static class EachDatabase {

		@Autowired
		ClubRepository clubs;

		@Autowired
		MemberRepository members;

		@Autowired
		TeamRepository teams;

		@Autowired
		TagRepository tags;

		@Autowired
		StatementCounter statements;

		@Autowired
		UnitOfWork unitOfWork;

		@Autowired
		MeterRegistry meters;

		@Autowired
		AssociationOperations associations;

		@Autowired
		TransactionTemplate transaction;

		@Autowired
		JdbcTemplate jdbc;

		@Autowired
		Tables tables;

		@BeforeEach
		void resetData() {
			this.tables.empty();
		}

		private Member memberOf(String club) {
			Member member = Member.named("of " + club);
			member.club().set(Club.named(club));
			return this.members.save(member);
		}

		private Member loaded(Member member) {
			return this.members.findById(Objects.requireNonNull(member.id)).orElseThrow();
		}

		private List<Object> clubsOfMembers() {
			return this.tables.column("club_id", "membership", "id");
		}

		@Test
		void readsAHasOne() {
			Member member = loaded(memberOf("Chess"));
			assertThat(this.statements).during(() -> assertThat(member.club().get().name).isEqualTo("Chess"))
				.selects(1);
			assertThat(loaded(this.members.save(Member.named("alone"))).club().isPresent()).isFalse();
		}

		@Test
		void readsHasOnesOfSiblingsTogether() {
			memberOf("Chess");
			Member other = memberOf("Go");
			Club go = other.club().get();
			Member third = Member.named("third");
			third.club().set(go);
			this.members.save(third);
			List<Member> all = this.members.findAll();
			assertThat(this.statements).during(() -> all.forEach((member) -> member.club().get())).selects(1);
			assertThat(all.get(1).club().get()).isSameAs(all.get(2).club().get());
		}

		@Test
		void insertsTheJoinAggregateOfAHasOne() {
			Member member = Member.named("Al");
			member.club().build((club) -> club.name = "Chess");
			assertThat(Sent.kinds(this.statements, () -> this.members.save(member)))
				.containsExactly("insert into member", "insert into club", "insert into membership");
			assertThat(member.membership().get().club().get()).isSameAs(member.club().get());
			assertThat(member.club().get().memberships()).containsExactly(member.membership().get());
			assertThat(Sent.kinds(this.statements, () -> this.members.save(member))).containsExactly("update member");
		}

		@Test
		void replacesTheJoinRowOfAHasOneThatWasRead() {
			Member member = loaded(memberOf("Chess"));
			member.club().get();
			Club go = this.clubs.save(Club.named("Go"));
			member.club().set(go);
			this.members.save(member);
			assertThat(clubsOfMembers()).containsExactly(go.id);
			assertThat(this.tables.rows("club")).isEqualTo(2);
		}

		@Test
		void replacesTheJoinRowOfAHasOneThatWasNotRead() {
			Member member = loaded(memberOf("Chess"));
			Club go = this.clubs.save(Club.named("Go"));
			member.club().set(go);
			this.members.save(member);
			assertThat(clubsOfMembers()).containsExactly(go.id);
			assertThat(Sent.kinds(this.statements, () -> this.members.save(member))).containsExactly("update member");
		}

		@Test
		void replacesTheJoinRowOfAHasOneByCreating() {
			Member member = loaded(memberOf("Chess"));
			Club created = member.club().create((club) -> club.name = "Go");
			assertThat(clubsOfMembers()).containsExactly(created.id);
			assertThat(loaded(member).club().get().name).isEqualTo("Go");
		}

		private Member masterOf(String club) {
			Member member = memberOf(club);
			this.jdbc.update("update membership set grade = 'master'");
			return loaded(member);
		}

		private void assertMasterOf(Club club) {
			assertThat(clubsOfMembers()).containsExactly(club.id);
			assertThat(this.tables.column("grade", "membership", "id")).containsExactly("master");
		}

		@Test
		void keepsTheJoinAggregateThatWasRead() {
			Member member = masterOf("Chess");
			Membership membership = member.membership().get();
			Club go = this.clubs.save(Club.named("Go"));
			member.club().set(go);
			assertThat(member.membership().get()).isSameAs(membership);
			assertThat(membership.club().get()).isSameAs(go);
			assertThat(Sent.kinds(this.statements, () -> this.members.save(member))).containsExactly("update member",
					"update membership");
			assertMasterOf(go);
			assertThat(Sent.kinds(this.statements, () -> this.members.save(member))).containsExactly("update member");
		}

		@Test
		void keepsTheJoinAggregateThatWasNotRead() {
			Member member = masterOf("Chess");
			Club go = this.clubs.save(Club.named("Go"));
			member.club().set(go);
			assertThat(Sent.kinds(this.statements, () -> this.members.save(member))).containsExactly("update member",
					"select from membership", "update membership");
			assertMasterOf(go);
			assertThat(member.membership().get().grade).isEqualTo("master");
			assertThat(member.membership().get().club().get()).isSameAs(go);
			assertThat(Sent.kinds(this.statements, () -> this.members.save(member))).containsExactly("update member");
		}

		@Test
		void keepsTheJoinAggregateForANewTarget() {
			Member member = masterOf("Chess");
			member.membership().get();
			Club go = member.club().build((club) -> club.name = "Go");
			assertThat(Sent.kinds(this.statements, () -> this.members.save(member))).containsExactly("update member",
					"insert into club", "update membership");
			assertMasterOf(go);
			assertThat(go.memberships()).containsExactly(member.membership().get());
		}

		@Test
		void keepsTheJoinAggregateWhenATargetIsCreated() {
			assertMasterOf(masterOf("Chess").club().create((club) -> club.name = "Go"));
			Member member = loaded(this.members.findAll().get(0));
			member.membership().get();
			assertMasterOf(member.club().create((club) -> club.name = "Bridge"));
			assertThat(member.membership().get().club().get().name).isEqualTo("Bridge");
		}

		@Test
		void keepsTheJoinAggregateWhenTheTargetIsSaved() {
			Member member = masterOf("Chess");
			member.membership().get();
			Club go = Club.named("Go");
			member.club().set(go);
			this.clubs.save(go);
			assertMasterOf(go);
			assertThat(Sent.kinds(this.statements, () -> this.members.save(member))).containsExactly("update member");
		}

		@Test
		void changesTheTargetTwiceBeforeItIsSaved() {
			Member member = masterOf("Chess");
			Club chess = member.club().get();
			member.club().set(Club.named("Go"));
			member.club().set(chess);
			this.members.save(member);
			assertMasterOf(chess);
			assertThat(this.tables.rows("club")).isEqualTo(1);
		}

		@Test
		void keepsTheJoinAggregateAfterARollback() {
			Member member = masterOf("Chess");
			member.membership().get();
			saveAfterARollback(member);
		}

		@Test
		void keepsTheJoinAggregateThatWasNotReadAfterARollback() {
			saveAfterARollback(masterOf("Chess"));
		}

		private void saveAfterARollback(Member member) {
			Club go = this.clubs.save(Club.named("Go"));
			member.club().set(go);
			this.transaction.executeWithoutResult((status) -> {
				this.members.save(member);
				status.setRollbackOnly();
			});
			this.members.save(member);
			assertMasterOf(go);
		}

		@Test
		void missesAJoinRowThatIsGone() {
			Member member = masterOf("Chess");
			Membership membership = member.membership().get();
			this.jdbc.update("delete from membership");
			member.club().set(this.clubs.save(Club.named("Go")));
			assertThatExceptionOfType(RowNotFoundException.class).isThrownBy(() -> this.members.save(member))
				.withMessage(
						("Membership.club of Membership %s was changed by way of Member %s, but there is no such row any "
								+ "longer. Reload Member.membership, and assign the target again.")
							.formatted(membership.id, member.id));
		}

		@Test
		void emptiesAndFillsAHasOneAgain() {
			Member member = masterOf("Chess");
			Club chess = member.club().get();
			member.membership().get();
			member.club().set(null);
			member.club().set(chess);
			this.members.save(member);
			assertMasterOf(chess);
			assertThat(member.membership().get().club().get()).isSameAs(chess);
		}

		@Test
		void deletesTheJoinRowOfAHasOne() {
			Member member = loaded(memberOf("Chess"));
			member.membership().get();
			member.club().get();
			member.club().set(null);
			assertThat(member.membership().isPresent()).isFalse();
			this.members.save(member);
			assertThat(clubsOfMembers()).isEmpty();
			assertThat(this.tables.rows("club")).isEqualTo(1);
		}

		@Test
		void savesAHasOneThatWasSavedFromTheOtherSide() {
			Member member = loaded(memberOf("Chess"));
			Club go = Club.named("Go");
			member.club().set(go);
			this.clubs.save(go);
			this.members.save(member);
			assertThat(clubsOfMembers()).containsExactly(go.id);
		}

		@Test
		void bringsAHasOneBackAfterARollback() {
			Member member = loaded(memberOf("Chess"));
			this.transaction.executeWithoutResult((status) -> {
				member.club().set(Club.named("Go"));
				this.members.save(member);
				status.setRollbackOnly();
			});
			assertThat(member.club().get().name).isEqualTo("Chess");
			assertThat(Sent.kinds(this.statements, () -> this.members.save(member))).containsExactly("update member");
		}

		@Test
		void readsThroughABelongsTo() {
			City city = new City(null, "Rome");
			Club club = Club.named("Chess");
			club.city().set(city);
			for (int i = 0; i < 3; i++) {
				Team team = new Team();
				team.club().set(club);
				this.teams.save(team);
			}
			Team alone = this.teams.save(new Team());
			List<Team> all = this.teams.findAll();
			assertThat(this.statements).during(() -> all.forEach((team) -> team.city().orNull())).selects(1);
			assertThat(all.get(0).city().get().name()).isEqualTo("Rome");
			assertThat(all.get(0).city().get()).isSameAs(all.get(2).city().get());
			assertThat(all.get(3).id).isEqualTo(alone.id);
			assertThat(all.get(3).city().isPresent()).isFalse();
			new Truth(this.statements, this.unitOfWork, this.meters)
				.of(() -> this.teams.findAll().stream().map((team) -> team.city().optional().map(City::name)).toList());
		}

		@Test
		void followsABelongsToThatChanges() {
			Club rome = Club.named("Chess");
			rome.city().set(new City(null, "Rome"));
			Team team = new Team();
			assertThat(team.city().isPresent()).isFalse();
			team.club().set(rome);
			assertThat(team.city().get().name()).isEqualTo("Rome");
			this.teams.save(team);
			assertThat(team.city().get().name()).isEqualTo("Rome");
			Club oslo = Club.named("Go");
			oslo.city().set(new City(null, "Oslo"));
			Team loaded = this.teams.findById(Objects.requireNonNull(team.id)).orElseThrow();
			assertThat(loaded.city().get().name()).isEqualTo("Rome");
			loaded.club().set(oslo);
			assertThat(loaded.city().get().name()).isEqualTo("Oslo");
			this.teams.save(loaded);
			assertThat(loaded.city().get().name()).isEqualTo("Oslo");
			loaded.club().setId(rome.id);
			assertThat(this.statements).during(() -> assertThat(loaded.city().get().name()).isEqualTo("Rome"))
				.selects(2);
		}

		@Test
		void readsSourcesOfAllKinds() {
			Club club = givenTeams();
			Club loaded = this.clubs.findById(Objects.requireNonNull(club.id)).orElseThrow();
			assertThat(loaded.players()).extracting((player) -> player.name).containsExactly("a0", "b0", "a1", "b1");
			assertThat(loaded.captains()).extracting((captain) -> captain.name).containsExactly("c0", "c1");
			assertThat(loaded.players().count()).isEqualTo(4);
			List<Club> all = this.clubs.findAll();
			assertThat(this.statements).during(() -> all.forEach((any) -> any.players().size())).selects(1);
			assertThat(all.get(1).players()).hasSize(4);
		}

		private Club givenTeams() {
			Club club = Club.named("Chess");
			for (int i = 0; i < 2; i++) {
				int number = i;
				Team team = club.teams().build((any) -> any.name = "t" + number);
				team.players().build((player) -> player.name = "a" + number);
				team.players().build((player) -> player.name = "b" + number);
				team.captain().build((captain) -> captain.name = "c" + number);
			}
			this.clubs.save(Club.named("Empty"));
			return this.clubs.save(club);
		}

		@Test
		void refusesToChangeWhatBelongsToTheJoinAggregate() {
			Club club = Club.named("Chess");
			assertThatExceptionOfType(ReadOnlyAssociationException.class)
				.isThrownBy(() -> club.players().add(new Player()));
			assertThatExceptionOfType(ReadOnlyAssociationException.class)
				.isThrownBy(() -> club.captains().build((captain) -> captain.name = "c"));
			Team team = new Team();
			assertThatExceptionOfType(ReadOnlyAssociationException.class)
				.isThrownBy(() -> team.city().set(new City(null, "Rome")))
				.withMessage(
						"Team.city is read only: it goes through Team.club to Club.city, and nothing says which Club "
								+ "would have to change. Change Club.city of the Club that is meant.");
		}

		@Test
		void savesImmutableTargets() {
			Member member = Member.named("Al");
			member.tags().add(new Tag(null, "tall"));
			this.members.save(member);
			assertThat(this.tables.rows("tagging")).isEqualTo(1);
			assertThat(member.tags()).singleElement().satisfies((tag) -> assertThat(tag.id()).isNotNull());
			Member loaded = loaded(member);
			loaded.tags().add(new Tag(null, "thin"));
			loaded.tags().remove(loaded.tags().get(0));
			this.members.save(loaded);
			assertThat(loaded(member).tags()).extracting(Tag::text).containsExactly("thin");
			assertThat(this.tables.rows("tag")).isEqualTo(2);
		}

		@Test
		void refusesToLoadStrictly() {
			Member member = loaded(memberOf("Chess"));
			assertThatExceptionOfType(StrictLoadingException.class).isThrownBy(() -> member.strictClub().get());
			this.associations.preload(List.of(member), "strictClub");
			assertThat(member.strictClub().get().name).isEqualTo("Chess");
		}

		@Test
		void keepsCaptainsTheSame() {
			Club club = givenTeams();
			Club loaded = this.clubs.findById(Objects.requireNonNull(club.id)).orElseThrow();
			Captain captain = loaded.teams().get(1).captain().get();
			assertThat(loaded.captains().get(1)).isSameAs(captain);
		}

	}

}
