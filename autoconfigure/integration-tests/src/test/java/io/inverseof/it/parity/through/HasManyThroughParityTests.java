package io.inverseof.it.parity.through;

import java.util.List;
import java.util.Objects;

import io.inverseof.UnsavedOwnerException;
import io.inverseof.it.parity.through.Clubs.Club;
import io.inverseof.it.parity.through.Clubs.Letter;
import io.inverseof.it.parity.through.Clubs.Member;
import io.inverseof.it.parity.through.Clubs.Membership;
import io.inverseof.it.parity.through.Clubs.Person;
import io.inverseof.it.parity.through.Clubs.Question;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Rails' {@code has_many_through_associations_test.rb}, and what is about the join
 * objects in {@code join_model_test.rb}.
 */
class HasManyThroughParityTests extends ThroughTest {

	@Test
	void aFarObjectThatIsAddedIsSavedByOneJoinRow() {
		Club chess = chess();
		Member cid = member(3);
		assertThat(this.statements).during(() -> chess.members.add(cid)).none();
		assertThat(sent(() -> this.clubs.save(chess))).filteredOn((kind) -> kind.startsWith("insert"))
			.containsExactly("insert into membership");
		assertThat(pairs()).containsExactly("1-1", "1-2", "2-1", "1-3");
	}

	@Test
	void aFarObjectThatIsAddedIsThereAtOnce() {
		Club chess = chess();
		Member cid = member(3);
		chess.members.add(cid);
		assertThat(chess.members).contains(cid).hasSize(3);
		assertThat(chess.memberships).hasSize(3).last().satisfies((built) -> {
			assertThat(built.club.get()).isSameAs(chess);
			assertThat(built.member.get()).isSameAs(cid);
		});
	}

	@Test
	void aFarObjectThatIsAddedIsThereOnceAfterSaving() {
		Club chess = chess();
		chess.members.add(member(3));
		this.clubs.save(chess);
		assertThat(names(chess.members)).containsExactly("Ann", "Bob", "Cid");
		assertThat(chess.memberships).hasSize(3);
		assertThat(names(chess().members)).containsExactly("Ann", "Bob", "Cid");
	}

	@Test
	void aFarObjectIsNotAddedTwice() {
		Club chess = chess();
		Member cid = member(3);
		assertThat(chess.members.add(cid)).isTrue();
		assertThat(chess.members.add(cid)).isFalse();
		this.clubs.save(chess);
		assertThat(pairs()).containsExactly("1-1", "1-2", "2-1", "1-3");
	}

	@Test
	void newObjectsOfBothEndsAreSavedWithTheJoinObject() {
		Club club = Club.named("dancing");
		Member dora = Member.named("Dora");
		club.members.add(dora);
		this.clubs.save(club);
		assertThat(pairs()).endsWith(club.id + "-" + dora.id);
	}

	@Test
	void aBuiltFarObjectIsSavedWithItsOwner() {
		Club chess = chess();
		Member built = chess.members.build((member) -> member.name = "Dora");
		this.clubs.save(chess);
		assertThat(pairs()).endsWith("1-" + built.id);
		assertThat(names(chess().members)).containsExactly("Ann", "Bob", "Dora");
	}

	@Test
	void aBuiltFarObjectIsSavedByItselfWithTheJoinObject() {
		Club chess = chess();
		Member built = chess.members.build((member) -> member.name = "Dora");
		this.members.save(built);
		assertThat(names(chess().members)).containsExactly("Ann", "Bob", "Dora");
	}

	@Test
	void aBuiltJoinObjectIsSavedByItselfWithBothEnds() {
		Club club = Club.named("dancing");
		club.members.build((member) -> member.name = "Dora");
		this.memberships.save(club.memberships.get(0));
		assertThat(names(this.clubs.findById(Objects.requireNonNull(club.id)).orElseThrow().members))
			.containsExactly("Dora");
	}

	@Test
	void savingOneEndAfterTheOtherSavesNothingTwice() {
		Club club = Club.named("dancing");
		Member built = club.members.build((member) -> member.name = "Dora");
		this.members.save(built);
		this.clubs.save(club);
		this.members.save(built);
		assertThat(pairs()).hasSize(4);
	}

	@Test
	void aFarObjectThatIsBuiltAndRemovedIsNeverSaved() {
		Club chess = chess();
		chess.members.build((member) -> member.name = "Dora");
		Member ted = chess.members.build((member) -> member.name = "Ted");
		chess.members.remove(ted);
		this.clubs.save(chess);
		assertThat(names(chess().members)).containsExactly("Ann", "Bob", "Dora");
		assertThat(this.tables.rows("member")).isEqualTo(4);
	}

	@Test
	void whatIsBuiltOnTheJoinSideIsReadAfterSaving() {
		Club club = new Club();
		Member built = club.memberships.build((membership) -> {
		}).member.build((member) -> member.name = "Dora");
		this.clubs.save(club);
		assertThat(club.members).containsExactly(built);
	}

	@Test
	void removingDeletesTheJoinRowAlone() {
		Club chess = chess();
		chess.members.remove(chess.members.get(0));
		this.clubs.save(chess);
		assertThat(pairs()).containsExactly("1-2", "2-1");
		assertThat(this.tables.rows("member")).isEqualTo(3);
		assertThat(names(chess.members)).containsExactly("Bob");
		assertThat(chess.memberships).hasSize(1);
	}

	@Test
	void removingDeletesEveryJoinRowOfThePair() {
		this.jdbc.update("insert into membership (id, club_id, member_id) values (4, 1, 1)");
		Club chess = chess();
		chess.members.remove(chess.members.get(0));
		this.clubs.save(chess);
		assertThat(names(chess().members)).containsExactly("Bob");
		assertThat(pairs()).containsExactly("1-2", "2-1");
	}

	@Test
	void clearingDeletesAllJoinRowsAndNothingElse() {
		Club chess = chess();
		chess.members.clear();
		this.clubs.save(chess);
		assertThat(pairs()).containsExactly("2-1");
		assertThat(chess.members).isEmpty();
		assertThat(chess().members).isEmpty();
		assertThat(this.tables.rows("member")).isEqualTo(3);
	}

	@Test
	void replacingKeepsTheJoinRowsOfThoseWhoStay() {
		Club chess = chess();
		chess.members.replaceWith(List.of(chess.members.get(1), member(3)));
		this.clubs.save(chess);
		assertThat(pairs()).containsExactly("1-2", "2-1", "1-3");
		assertThat(this.memberships.findById(2L)).isPresent();
	}

	@Test
	void aCreatedFarObjectIsInsertedWithItsJoinRow() {
		Club chess = chess();
		assertThat(sent(() -> chess.members.create((member) -> member.name = "Dora")))
			.filteredOn((kind) -> kind.startsWith("insert"))
			.containsExactly("insert into member", "insert into membership");
		assertThat(names(chess().members)).containsExactly("Ann", "Bob", "Dora");
	}

	@Test
	void nothingIsCreatedForAnUnsavedOwner() {
		Club club = new Club();
		assertThatExceptionOfType(UnsavedOwnerException.class).isThrownBy(() -> club.members.create((member) -> {
		}));
		assertThat(this.tables.rows("member")).isEqualTo(3);
	}

	@Test
	void joinRowsAreCountedOnceWhenFarObjectsComeAndGo() {
		Club chess = chess();
		chess.members.add(member(3));
		chess.members.build((member) -> member.name = "Dora");
		this.clubs.save(chess);
		assertThat(counter(1L)).isEqualTo(chess.membershipsCount).isEqualTo(4);
		chess.members.remove(chess.members.get(0));
		this.clubs.save(chess);
		assertThat(counter(1L)).isEqualTo(chess.membershipsCount).isEqualTo(3);
		chess.members.clear();
		this.clubs.save(chess);
		assertThat(counter(1L)).isEqualTo(chess.membershipsCount).isZero();
		assertThat(counter(2L)).isEqualTo(1);
	}

	@Test
	void joinRowsAreCountedOnceWhenTheOtherEndIsSaved() {
		Member cid = member(3);
		cid.clubs.add(chess());
		this.members.save(cid);
		assertThat(counter(1L)).isEqualTo(3);
	}

	@Test
	void whatCannotBeWrittenRefusesEveryChange() {
		this.jdbc.update("insert into lesson (id, topic, club_id) values (1, 'openings', 1)");
		this.jdbc.update("insert into question (id, text, lesson_id) values (1, 'e4?', 1)");
		Club chess = chess();
		assertThat(chess.questions).hasSize(1);
		Question first = chess.questions.get(0);
		assertRefused(() -> chess.questions.add(new Question()));
		assertRefused(() -> chess.questions.remove(first));
		assertRefused(() -> chess.questions.clear());
		assertRefused(() -> chess.questions.replaceWith(List.of()));
		assertRefused(() -> chess.questions.build((question) -> {
		}));
		assertThat(chess.questions).containsExactly(first);
	}

	private static void assertRefused(ThrowingCallable change) {
		assertThatThrownBy(change).hasMessageContaining("Club.questions").hasMessageContaining("Lesson");
	}

	@Test
	void leadsThroughABelongsTo() {
		this.jdbc.update("insert into address (id, city, member_id) values (1, 'Bern', 1), (2, 'Rome', 2)");
		this.jdbc.update("insert into letter (id, text, sender_id) values (1, 'hello', 1), (2, 'nobody', null)");
		Letter letter = this.letters.findById(1L).orElseThrow();
		assertThat(letter.addresses).extracting((address) -> address.city).containsExactly("Bern");
		letter.sender.setId(2L);
		assertThat(letter.addresses).extracting((address) -> address.city).containsExactly("Rome");
	}

	@Test
	void leadsNowhereThroughAnEmptyBelongsTo() {
		this.jdbc.update("insert into letter (id, text, sender_id) values (2, 'nobody', null)");
		Letter letter = this.letters.findById(2L).orElseThrow();
		assertThat(this.statements).during(() -> assertThat(letter.addresses).isEmpty()).none();
	}

	@Test
	void anUnsavedOwnerSendsNothing() {
		Club club = new Club();
		assertThat(this.statements).during(() -> {
			assertThat(club.members).isEmpty();
			assertThat(club.members.count()).isZero();
		}).none();
	}

	@Test
	@SuppressWarnings({ "unchecked", "rawtypes" })
	void anObjectOfAnotherClassIsRefused() {
		Club chess = chess();
		List members = chess.members;
		assertThatThrownBy(() -> members.add("Ann")).hasMessageContaining("Member");
		this.clubs.save(chess);
		assertThat(pairs()).hasSize(3);
	}

	@Test
	void theScopeOfTheJoinAssociationFilters() {
		assertThat(names(chess().honoraryMembers)).containsExactly("Ann");
	}

	@Test
	void theScopeOfTheJoinAssociationFillsTheJoinObject() {
		Club chess = chess();
		chess.honoraryMembers.create((member) -> member.name = "Dora");
		assertThat(names(chess().honoraryMembers)).containsExactly("Ann", "Dora");
	}

	@Test
	void everyJoinObjectOfAGraphIsSavedOnce() {
		Club dancing = Club.named("dancing");
		Member dora = dancing.members.build((member) -> member.name = "Dora");
		Member emil = dancing.members.build((member) -> member.name = "Emil");
		Club cooking = Club.named("cooking");
		dora.clubs.add(cooking);
		emil.clubs.add(cooking);
		this.clubs.save(cooking);
		assertThat(pairs()).hasSize(7)
			.contains(dancing.id + "-" + dora.id, dancing.id + "-" + emil.id, cooking.id + "-" + dora.id,
					cooking.id + "-" + emil.id);
	}

	@Test
	void aJoinObjectKnowsBothEndsBeforeItIsSaved() {
		Club chess = chess();
		chess.members.add(member(3));
		this.clubs.save(chess);
		assertThat(this.witness.seen).containsExactly("chess", "Cid");
	}

	@Test
	void theJoinAssociationCountsWhatWasAddedThroughIt() {
		Club chess = chess();
		chess.members.add(member(3));
		assertThat(chess.memberships.count()).isEqualTo(3);
		assertThat(chess.members.count()).isEqualTo(3);
		this.clubs.save(chess);
		assertThat(chess.memberships.count()).isEqualTo(3);
		assertThat(chess.members.count()).isEqualTo(3);
	}

	@Test
	void isReadByOneStatement() {
		Club chess = chess();
		assertThat(this.statements).during(() -> assertThat(names(chess.members)).containsExactly("Ann", "Bob"))
			.selects(1)
			.total(1);
	}

	@Test
	void siblingsAreReadTogether() {
		assertThat(this.statements)
			.during(() -> assertThat(this.clubs.findAll()).extracting((club) -> names(club.members))
				.containsExactly(List.of("Ann", "Bob"), List.of("Ann")))
			.selects(2);
	}

	@Test
	void isPreloaded() {
		List<Club> all = this.clubs.findAll();
		this.associations.preload(all, "members");
		assertThat(this.statements).during(() -> assertThat(all.get(1).members).hasSize(1)).none();
	}

	@Test
	void farObjectsInMemoryStayTheSame() {
		Club chess = chess();
		List<Member> before = chess.memberships.stream()
			.map((Membership membership) -> membership.member.get())
			.toList();
		assertThat(chess.members).containsExactlyElementsOf(before);
		assertThat(chess.members.get(0)).isSameAs(before.get(0));
	}

	@Test
	void leadsFromAClassToItself() {
		Person ann = Person.named("Ann");
		Person bob = Person.named("Bob");
		ann.friends.add(bob);
		bob.friends.add(ann);
		this.people.save(ann);
		assertThat(this.tables.rows("friendship")).isEqualTo(2);
		assertThat(this.people.findById(Objects.requireNonNull(bob.id)).orElseThrow().friends)
			.extracting((person) -> person.name)
			.containsExactly("Ann");
	}

	@Test
	void findsAFarObjectByItsId() {
		assertThat(chess().members.find(2L).name).isEqualTo("Bob");
		assertThatThrownBy(() -> chess().members.find(3L)).hasMessageContaining("Club.members");
	}

}
