package io.inverseof.it.saving.corners;

import io.inverseof.BelongsTo;
import io.inverseof.it.saving.corners.Corners.Author;
import io.inverseof.it.saving.corners.Corners.Authors;
import io.inverseof.it.saving.corners.Corners.Club;
import io.inverseof.it.saving.corners.Corners.Clubs;
import io.inverseof.it.saving.corners.Corners.Member;
import io.inverseof.it.saving.corners.Corners.Members;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What callbacks and deletions do to objects that were saved just before.
 */
class FailingCallbacksIntegrationTests extends CornersTest {

	@Autowired
	Authors authors;

	@Autowired
	Clubs clubs;

	@Autowired
	Members members;

	@Autowired
	JdbcAggregateTemplate template;

	@Test
	void aTransactionThatGoesOnKeepsTheIdOfItsRow() {
		Author author = new Author();
		this.hooks.afterTheFirst(Author.class, (saved) -> {
			throw new IllegalStateException("callback");
		});
		this.transactions.executeWithoutResult(
				(status) -> assertThatIllegalStateException().isThrownBy(() -> this.template.save(author)));
		this.template.save(author);
		assertThat(this.tables.rows("author")).isEqualTo(1);
	}

	@Test
	void anImmutableObjectWhoseRowWasDeletedIsInsertedAgain() {
		Club club = Club.named("chess");
		this.transactions.executeWithoutResult((status) -> {
			this.members.save(new Member(null, "one", BelongsTo.to(club)));
			this.members.deleteAll();
			this.clubs.deleteAll();
			this.members.save(new Member(null, "two", BelongsTo.to(club)));
		});
		assertThat(this.tables.rows("club")).isEqualTo(1);
		assertThat(this.tables.rows("member")).isEqualTo(1);
	}

}
