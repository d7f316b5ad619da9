package io.inverseof.it.parity;

import java.util.Objects;

import io.inverseof.RestrictedDeletionException;
import io.inverseof.it.parity.Festivals.AllFestivals;
import io.inverseof.it.parity.Festivals.Anthem;
import io.inverseof.it.parity.Festivals.Festival;
import io.inverseof.it.parity.Festivals.Stage;
import io.inverseof.it.parity.Festivals.Visitor;
import io.inverseof.it.parity.Festivals.Visitors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What Rails' {@code dependent:} does when the owner is destroyed, and when a child
 * leaves it.
 */
class DependentParityTests extends ParityTest {

	@Autowired
	private AllFestivals festivals;

	@Autowired
	private Visitors visitors;

	private Festival festival;

	@BeforeEach
	void save() {
		for (String table : new String[] { "act", "stage", "ticket", "visitor", "contract", "anthem", "festival" }) {
			this.jdbc.update("delete from " + table);
		}
		Festival built = new Festival();
		built.anthem.build((anthem) -> {
		});
		for (String name : new String[] { "north", "south" }) {
			built.stages.build((stage) -> stage.name = name).acts.build((act) -> act.name = "opening");
		}
		built.tickets.build((ticket) -> {
		});
		built.visitors.build((visitor) -> {
		});
		this.festival = this.festivals.save(built);
		this.journal.clear();
	}

	private Festival reread() {
		return this.festivals.findById(Objects.requireNonNull(this.festival.id)).orElseThrow();
	}

	@Test
	void childrenAreDestroyedWithTheirOwner() {
		this.festivals.delete(reread());
		assertThat(rows("stage")).isZero();
		assertThat(rows("anthem")).isZero();
	}

	@Test
	void threeLevelsAreDestroyed() {
		this.festivals.delete(reread());
		assertThat(rows("act")).isZero();
	}

	@Test
	void rowsAreDeletedByOneStatement() {
		assertThat(this.statements.countDuring(() -> this.festivals.delete(reread())).statements())
			.filteredOn((sql) -> sql.toLowerCase().contains("ticket"))
			.hasSize(1);
		assertThat(rows("ticket")).isZero();
	}

	@Test
	void rowsStayWithoutTheirOwner() {
		Visitor visitor = this.visitors.findAll().get(0);
		this.festivals.delete(reread());
		assertThat(key("visitor", "festival_id", Objects.requireNonNull(visitor.id))).isNull();
	}

	@Test
	void anOwnerWithRestrictingChildrenStays() {
		this.festival.contracts.create((contract) -> {
		});
		assertThatExceptionOfType(RestrictedDeletionException.class)
			.isThrownBy(() -> this.festivals.delete(this.festival))
			.withMessageContaining("Festival.contracts");
		assertThat(rows("festival")).isEqualTo(1);
		assertThat(rows("contract")).isEqualTo(1);
		assertThat(rows("stage")).isEqualTo(2);
	}

	@Test
	void anOwnerWithoutChildrenIsDestroyed() {
		Festival empty = this.festivals.save(new Festival());
		assertThatCode(() -> this.festivals.delete(empty)).doesNotThrowAnyException();
		assertThat(rows("festival")).isEqualTo(1);
	}

	@Test
	void aChildThatLeavesIsDestroyed() {
		Stage north = this.festival.stages.get(0);
		this.festival.stages.remove(north);
		this.festivals.save(this.festival);
		assertThat(rows("stage")).isEqualTo(1);
		assertThat(rows("act")).isEqualTo(1);
	}

	@Test
	void allChildrenThatLeaveAreDeleted() {
		this.festival.tickets.clear();
		this.festivals.save(this.festival);
		assertThat(rows("ticket")).isZero();
	}

	@Test
	void aTargetThatIsReplacedIsDestroyed() {
		this.festival.anthem.set(new Anthem());
		this.festivals.save(this.festival);
		assertThat(rows("anthem")).isEqualTo(1);
		assertThat(reread().anthem.get().id).isEqualTo(this.festival.anthem.get().id);
	}

	@Test
	void aFailureTakesEverythingBack() {
		this.jdbc.update("insert into act (name, stage_id) select 'late', id from stage");
		this.festival.contracts.create((contract) -> {
		});
		assertThatExceptionOfType(RestrictedDeletionException.class).isThrownBy(() -> this.festivals.delete(reread()));
		assertThat(rows("act")).isEqualTo(4);
		assertThat(rows("ticket")).isEqualTo(1);
	}

}
