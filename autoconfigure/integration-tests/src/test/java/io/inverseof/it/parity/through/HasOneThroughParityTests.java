package io.inverseof.it.parity.through;

import java.util.List;
import java.util.Objects;

import io.inverseof.it.parity.through.Clubs.Federation;
import io.inverseof.it.parity.through.Clubs.Licence;
import io.inverseof.it.parity.through.Clubs.Member;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rails' {@code has_one_through_associations_test.rb}: Ann has a master's licence of the
 * national federation.
 */
class HasOneThroughParityTests extends ThroughTest {

	@BeforeEach
	void license() {
		this.jdbc.update("insert into federation (id, name) values (1, 'national'), (2, 'global')");
		this.jdbc.update("insert into licence (id, grade, member_id, federation_id) values (1, 'master', 1, 1)");
		this.jdbc.execute("alter table federation alter column id restart with 100");
		this.jdbc.execute("alter table licence alter column id restart with 100");
	}

	private Federation global() {
		return this.federations.findById(2L).orElseThrow();
	}

	private List<Object> pairs(String table) {
		return this.tables.column("concat(member_id, '-', federation_id)", table, "id");
	}

	@Test
	void findsItsTarget() {
		Member ann = member(1);
		assertThat(this.statements).during(() -> assertThat(ann.federation.get().name).isEqualTo("national"))
			.selects(1)
			.total(1);
	}

	@Test
	void anAssignedTargetGetsAJoinObject() {
		Member bob = member(2);
		bob.federation.set(global());
		assertThat(bob.licence.get().member.get()).isSameAs(bob);
		this.members.save(bob);
		assertThat(pairs("licence")).containsExactly("1-1", "2-2");
		assertThat(member(2).federation.get().name).isEqualTo("global");
	}

	@Test
	void newObjectsOfBothEndsAreSavedWithTheJoinObject() {
		Member dora = Member.named("Dora");
		dora.federation.set(Federation.named("local"));
		this.members.save(dora);
		assertThat(pairs("licence")).endsWith(dora.id + "-" + dora.federation.get().id);
		assertThat(dora.licence.get().id).isNotNull();
	}

	@Test
	void aBuiltTargetGetsAJoinObject() {
		Member bob = member(2);
		Federation built = bob.federation.build((federation) -> federation.name = "local");
		assertThat(bob.licence.get().federation.get()).isSameAs(built);
		this.members.save(bob);
		assertThat(member(2).federation.get().name).isEqualTo("local");
	}

	@Test
	void aCreatedTargetIsInsertedWithItsJoinRow() {
		Member bob = member(2);
		bob.federation.create((federation) -> federation.name = "local");
		assertThat(member(2).federation.get().name).isEqualTo("local");
	}

	@Test
	void aReplacedTargetLeavesOneJoinRow() {
		Member ann = member(1);
		ann.federation.set(global());
		this.members.save(ann);
		assertThat(pairs("licence")).containsExactly("1-2");
		assertThat(this.tables.rows("federation")).isEqualTo(2);
	}

	@Test
	void theJoinObjectStaysWhenItsOwnTargetIsAssigned() {
		Licence licence = member(1).licence.get();
		licence.federation.set(global());
		this.licences.save(licence);
		assertThat(member(1).federation.get().name).isEqualTo("global");
		assertThat(member(1).licence.get().grade).isEqualTo("master");
	}

	@Test
	void emptyingDeletesTheJoinRowAlone() {
		Member ann = member(1);
		ann.federation.set(null);
		this.members.save(ann);
		assertThat(this.tables.rows("licence")).isZero();
		assertThat(this.tables.rows("federation")).isEqualTo(2);
		assertThat(member(1).federation.isPresent()).isFalse();
		assertThat(member(1).licence.isPresent()).isFalse();
	}

	@Test
	void canBeFilledAfterItWasEmptied() {
		Member ann = member(1);
		ann.federation.set(null);
		ann.federation.set(global());
		this.members.save(ann);
		assertThat(pairs("licence")).containsExactly("1-2");
	}

	@Test
	void anUnsavedOwnerSendsNothing() {
		assertThat(this.statements).during(() -> assertThat(new Member().federation.orNull()).isNull()).none();
	}

	@Test
	void theSecondOfTwoJoinRowsIsNotRead() {
		this.jdbc.update("insert into licence (id, grade, member_id, federation_id) values (2, 'novice', 1, 2)");
		assertThat(member(1).federation.get().name).isEqualTo("national");
	}

	@Test
	void siblingsAreReadTogether() {
		assertThat(this.statements)
			.during(() -> assertThat(this.members.findAll()).extracting((member) -> member.federation.isPresent())
				.containsExactly(true, false, false))
			.selects(2);
	}

	@Test
	void savingWritesNothingOfALoadedOne() {
		Member ann = member(1);
		ann.federation.get();
		assertThat(sent(() -> this.members.save(ann))).containsExactly("update member");
	}

	@Test
	void savingReadsNothing() {
		Member ann = member(1);
		assertThat(sent(() -> this.members.save(ann))).containsExactly("update member");
		assertThat(ann.federation.isLoaded()).isFalse();
	}

	@Test
	void theOtherEndReadsItsOwners() {
		Federation national = this.federations.findById(1L).orElseThrow();
		assertThat(names(national.members)).containsExactly("Ann");
		national.members.add(member(2));
		this.federations.save(national);
		assertThat(member(2).federation.get().id).isEqualTo(Objects.requireNonNull(national.id));
	}

}
