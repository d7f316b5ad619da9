package io.inverseof.it.through;

import java.util.List;
import java.util.Objects;

import io.inverseof.AssociationOperations;
import io.inverseof.ForeignChildException;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.saving.Sent;
import io.inverseof.it.saving.Tables;
import io.inverseof.it.through.Clubs.Club;
import io.inverseof.it.through.Clubs.ClubRepository;
import io.inverseof.it.through.Clubs.Member;
import io.inverseof.it.through.Clubs.MemberRepository;
import io.inverseof.it.through.Clubs.Tag;
import io.inverseof.it.through.Clubs.TagRepository;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What claims to be a row, as nested input does, is no reason to make a join aggregate.
 */
@OnH2
@SpringBootTest(classes = Clubs.class)
class ThroughClaimsIntegrationTests {

	@Autowired
	ClubRepository clubs;

	@Autowired
	MemberRepository members;

	@Autowired
	TagRepository tags;

	@Autowired
	StatementCounter statements;

	@Autowired
	AssociationOperations associations;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	Tables tables;

	private Club chess = new Club();

	private Member ann = new Member();

	private Member bob = new Member();

	@BeforeEach
	void resetData() {
		this.tables.empty();
		this.ann = this.members.save(Member.named("Ann"));
		this.bob = this.members.save(Member.named("Bob"));
		this.chess = Club.named("Chess");
		this.chess.members().add(this.ann);
		this.clubs.save(this.chess);
	}

	private static Member claim(Member member) {
		Member claimed = Member.named("mine now");
		claimed.id = member.id;
		return claimed;
	}

	private Club input(Member... members) {
		Club input = Club.named("input");
		input.id = this.chess.id;
		input.members().addAll(List.of(members));
		return input;
	}

	private List<Object> joined() {
		return this.tables.column("member_id", "membership", "id");
	}

	private List<Object> names() {
		return this.tables.column("name", "member", "id");
	}

	@Test
	void refusesRowsThatNothingLeadsToYet() {
		Club input = input(claim(this.ann), claim(this.bob), Member.named("new"));
		assertThatExceptionOfType(ForeignChildException.class).isThrownBy(() -> this.clubs.save(input))
			.withMessage(
					("Club.members of Club %s cannot take in Member %s, which no repository loaded: there is no such "
							+ "row, or no Membership leads to it yet. Nothing was written. Leave the id out to insert a row, or "
							+ "load the Member and add it. If ids are assigned before the first save, let Member implement "
							+ "Persistable or have a @Version.")
						.formatted(this.chess.id, this.bob.id));
		assertThat(joined()).containsExactly(this.ann.id);
		assertThat(names()).containsExactly("Ann", "Bob");
		assertThat(this.tables.column("name", "club", "id")).containsExactly("Chess");
	}

	@Test
	void asksBeforeItWrites() {
		assertThat(Sent.kinds(this.statements,
				() -> assertThatExceptionOfType(ForeignChildException.class)
					.isThrownBy(() -> this.clubs.save(input(claim(this.bob))))))
			.containsExactly("select from membership");
	}

	@Test
	void refusesThemForANewOwner() {
		Club club = Club.named("Go");
		club.members().add(claim(this.ann));
		assertThatExceptionOfType(ForeignChildException.class).isThrownBy(() -> this.clubs.save(club))
			.withMessageStartingWith("Club.members of a new Club cannot take in Member " + this.ann.id + ",");
		assertThat(this.tables.rows("club")).isEqualTo(1);
	}

	@Test
	void refusesThemInsideNewTargets() {
		Member carol = Member.named("Carol");
		Club claimed = Club.named("mine now");
		claimed.id = this.chess.id;
		carol.club().set(claimed);
		Club go = Club.named("Go");
		go.members().add(carol);
		assertThatExceptionOfType(ForeignChildException.class).isThrownBy(() -> this.clubs.save(go))
			.withMessageStartingWith("Member.club of a new Member cannot take in Club ");
	}

	@Test
	void writesNothingForRowsThatAreThere() {
		Club input = input(claim(this.ann));
		Member claimed = input.members().get(0);
		assertThat(Sent.kinds(this.statements, () -> this.clubs.save(input))).containsExactly("select from membership",
				"update club");
		assertThat(joined()).containsExactly(this.ann.id);
		assertThat(names()).containsExactly("Ann", "Bob");
		assertThat(input.members()).containsExactly(claimed);
		assertThat(input.memberships()).singleElement()
			.satisfies((membership) -> assertThat(membership.id).isNotNull());
	}

	@Test
	void insertsWhatIsNewBesidesThem() {
		this.clubs.save(input(claim(this.ann), Member.named("Carol")));
		assertThat(names()).containsExactly("Ann", "Bob", "Carol");
		assertThat(joined()).hasSize(2).contains(this.ann.id);
	}

	@Test
	void savesWhatIsNewInsideThem() {
		Member claimed = claim(this.ann);
		claimed.tags().add(new Tag(null, "tall"));
		this.clubs.save(input(claimed));
		assertThat(this.tables.column("member_id", "tagging", "id")).containsExactly(this.ann.id);
		assertThat(names()).containsExactly("Ann", "Bob");
	}

	@Test
	void makesNoJoinRowAfterARollbackEither() {
		Club input = input(claim(this.ann));
		this.transaction.executeWithoutResult((status) -> {
			this.clubs.save(input);
			status.setRollbackOnly();
		});
		this.clubs.save(input);
		assertThat(joined()).containsExactly(this.ann.id);
	}

	@Test
	void linksWhatWasAttached() {
		Member attached = this.associations.attach(claim(this.bob));
		this.clubs.save(input(attached));
		assertThat(joined()).containsExactly(this.ann.id, this.bob.id);
		assertThat(names()).containsExactly("Ann", "Bob");
	}

	@Test
	void linksImmutableTargetsThatWereLoaded() {
		Tag saved = this.tags.save(new Tag(null, "tall"));
		Tag loaded = this.tags.findById(Objects.requireNonNull(saved.id())).orElseThrow();
		this.ann.tags().add(loaded);
		this.bob.tags().add(saved);
		this.members.saveAll(List.of(this.ann, this.bob));
		assertThat(this.tables.column("tag_id", "tagging", "id")).containsExactly(saved.id(), saved.id());
	}

	@Test
	void refusesImmutableTargetsThatWereNotLoaded() {
		Tag saved = this.tags.save(new Tag(null, "tall"));
		this.ann.tags().add(new Tag(saved.id(), "forged"));
		assertThatExceptionOfType(ForeignChildException.class).isThrownBy(() -> this.members.save(this.ann))
			.withMessageStartingWith(
					"Member.tags of Member " + this.ann.id + " cannot take in Tag " + saved.id() + ",");
		assertThat(this.tables.rows("tagging")).isZero();
	}

	@Test
	void verifiesHasOnes() {
		Member claimed = claim(this.ann);
		claimed.club().set(claimOf(this.chess));
		assertThat(Sent.kinds(this.statements, () -> this.members.save(claimed)))
			.containsExactly("select from membership", "update member");
		assertThat(joined()).containsExactly(this.ann.id);
		Club go = this.clubs.save(Club.named("Go"));
		Member other = claim(this.ann);
		other.club().set(claimOf(go));
		assertThatExceptionOfType(ForeignChildException.class).isThrownBy(() -> this.members.save(other));
		assertThat(this.tables.column("club_id", "membership", "id")).containsExactly(this.chess.id);
	}

	private static Club claimOf(Club club) {
		Club claimed = Club.named("mine now");
		claimed.id = club.id;
		return claimed;
	}

}
