package io.inverseof.it.through;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.inverseof.it.through.Clubs.Club;
import io.inverseof.it.through.Clubs.Member;
import io.inverseof.it.through.Justice.Criminal;
import io.inverseof.it.through.Justice.Prison;
import io.inverseof.it.through.Justice.Sentence;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/**
 * Owners that no application has seen yet.
 */
class ThroughInMemoryTests {

	private static final Duration LINEAR = Duration.ofSeconds(5);

	private static List<Criminal> criminals(int count, boolean saved) {
		List<Criminal> criminals = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			Criminal criminal = Criminal.named("c" + i);
			criminal.id = saved ? Long.valueOf(i + 1L) : null;
			criminals.add(criminal);
		}
		return criminals;
	}

	@Test
	void addsThousandsOfNewTargets() {
		Prison prison = Prison.named("Alcatraz");
		assertTimeout(LINEAR, () -> criminals(10_000, false).forEach(prison.criminals()::add));
		assertThat(prison.criminals()).hasSize(10_000);
		assertThat(prison.sentences()).hasSize(10_000);
	}

	@Test
	void addsAndRemovesThousandsOfTargetsWithIds() {
		Prison prison = Prison.named("Alcatraz");
		prison.id = 1L;
		List<Criminal> criminals = criminals(2_000, true);
		assertTimeout(LINEAR, () -> prison.criminals().addAll(criminals));
		assertThat(prison.criminals().addAll(criminals(2_000, true))).isFalse();
		assertThat(prison.sentences()).hasSize(2_000);
		assertTimeout(LINEAR, () -> prison.criminals().clear());
		assertThat(prison.sentences()).isEmpty();
	}

	@Test
	void findsASentenceThatLeadsElsewhereSince() {
		Prison prison = Prison.named("Alcatraz");
		Criminal al = Criminal.named("Al");
		Criminal bonnie = Criminal.named("Bonnie");
		Criminal clyde = Criminal.named("Clyde");
		prison.criminals().add(al);
		Sentence sentence = prison.sentences().get(0);
		sentence.criminal().set(bonnie);
		prison.criminals().add(bonnie);
		assertThat(prison.sentences()).containsExactly(sentence);
		prison.sentences().add(Sentence.of(prison, clyde));
		prison.criminals().add(clyde);
		assertThat(prison.sentences()).hasSize(2);
	}

	@Test
	void hasWhatJoinAggregatesInMemoryLeadTo() {
		Club club = new Club();
		Member built = club.memberships().build((membership) -> {
		}).member().build((member) -> member.name = "Dora");
		assertThat(club.members()).containsExactly(built);
		assertThat(club.members().contains(built)).isTrue();
		assertThat(club.members().add(built)).isFalse();
		assertThat(club.members().add(Member.named("Ed"))).isTrue();
		assertThat(club.members()).hasSize(2);
		assertThat(club.memberships()).hasSize(2);
		assertThat(club.members().remove(built)).isTrue();
		assertThat(club.memberships()).hasSize(1);
		assertThat(club.members()).extracting((member) -> member.name).containsExactly("Ed");
	}

	@Test
	void hasTheOneThatAJoinAggregateInMemoryLeadsTo() {
		Member member = Member.named("Dora");
		Club club = Club.named("Chess");
		member.membership().build((membership) -> membership.club().set(club));
		assertThat(member.club().get()).isSameAs(club);
		assertThatNoException().isThrownBy(() -> member.club().set(club));
		assertThat(member.membership().get().club().get()).isSameAs(club);
	}

	@Test
	void keepsTheJoinAggregateOfAHasOne() {
		Member member = Member.named("Dora");
		member.club().set(Club.named("Chess"));
		Object membership = member.membership().get();
		Club go = Club.named("Go");
		member.club().set(go);
		assertThat(member.membership().get()).isSameAs(membership);
		assertThat(member.membership().get().club().get()).isSameAs(go);
	}

}
