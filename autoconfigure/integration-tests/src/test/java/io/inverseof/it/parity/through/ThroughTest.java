package io.inverseof.it.parity.through;

import java.util.List;
import java.util.Objects;

import io.inverseof.AssociationOperations;
import io.inverseof.it.parity.through.Clubs.AllClubs;
import io.inverseof.it.parity.through.Clubs.Club;
import io.inverseof.it.parity.through.Clubs.Federations;
import io.inverseof.it.parity.through.Clubs.Letters;
import io.inverseof.it.parity.through.Clubs.Licences;
import io.inverseof.it.parity.through.Clubs.Member;
import io.inverseof.it.parity.through.Clubs.Members;
import io.inverseof.it.parity.through.Clubs.Memberships;
import io.inverseof.it.parity.through.Clubs.People;
import io.inverseof.it.parity.through.Clubs.Witness;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.saving.Sent;
import io.inverseof.it.saving.Tables;
import io.inverseof.test.StatementCounter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The chess club (1) with Ann (1), who is honorary, and Bob (2); the rowing club (2) with
 * Ann; Cid (3) is nowhere.
 */
@SpringBootTest(classes = Clubs.class, webEnvironment = WebEnvironment.NONE)
@OnH2
abstract class ThroughTest {

	@Autowired
	AllClubs clubs;

	@Autowired
	Members members;

	@Autowired
	Memberships memberships;

	@Autowired
	Federations federations;

	@Autowired
	Licences licences;

	@Autowired
	Letters letters;

	@Autowired
	People people;

	@Autowired
	AssociationOperations associations;

	@Autowired
	StatementCounter statements;

	@Autowired
	Witness witness;

	@Autowired
	Tables tables;

	@Autowired
	JdbcTemplate jdbc;

	@BeforeEach
	void fill() {
		this.tables.empty();
		this.jdbc.update("insert into club (id, name, memberships_count) values (1, 'chess', 2), (2, 'rowing', 1)");
		this.jdbc.update("insert into member (id, name) values (1, 'Ann'), (2, 'Bob'), (3, 'Cid')");
		this.jdbc.update("insert into membership (id, note, honorary, club_id, member_id) values "
				+ "(1, 'founder', true, 1, 1), (2, null, false, 1, 2), (3, null, false, 2, 1)");
		for (String table : List.of("club", "member", "membership")) {
			this.jdbc.execute("alter table " + table + " alter column id restart with 100");
		}
		this.witness.seen.clear();
	}

	Club chess() {
		return this.clubs.findById(1L).orElseThrow();
	}

	Member member(long id) {
		return this.members.findById(id).orElseThrow();
	}

	List<String> sent(Runnable work) {
		return Sent.kinds(this.statements, work);
	}

	/**
	 * Returns the clubs and members that the rows lead together, such as {@code 1-2}.
	 */
	List<Object> pairs() {
		return this.tables.column("concat(club_id, '-', member_id)", "membership", "id");
	}

	int counter(@Nullable Long club) {
		return Objects.requireNonNull(this.jdbc.queryForObject("select memberships_count from club where id = ?",
				Integer.class, Objects.requireNonNull(club)));
	}

	static List<@Nullable String> names(List<Member> members) {
		return members.stream().map((member) -> member.name).toList();
	}

}
