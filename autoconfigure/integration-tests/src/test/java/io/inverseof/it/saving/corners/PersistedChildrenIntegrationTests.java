package io.inverseof.it.saving.corners;

import java.util.List;

import io.inverseof.it.saving.Sent;
import io.inverseof.it.saving.corners.Corners.Desk;
import io.inverseof.it.saving.corners.Corners.Desks;
import io.inverseof.it.saving.corners.Corners.Pen;
import io.inverseof.it.saving.corners.Corners.Pens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Children with rows that get another owner: of those nothing but the key and the version
 * is read or written, and that once.
 */
class PersistedChildrenIntegrationTests extends CornersTest {

	@Autowired
	Desks desks;

	@Autowired
	Pens pens;

	private Desk desk = new Desk();

	private Pen pen = new Pen();

	@BeforeEach
	void save() {
		this.desk = this.desks.save(new Desk());
		this.pen = this.pens.save(Pen.named("pen"));
	}

	@Test
	void addsAChildWhoseOtherKeysWereNotRead() {
		Pen partial = this.pens.withoutKeys().get(0);
		this.desk.pens.add(partial);
		this.desks.save(this.desk);
		assertThat(keys("desk_id", "pen")).containsExactly(this.desk.id);
	}

	@Test
	void removesAChildWhoseOtherKeysWereNotRead() {
		Pen partial = this.pens.withoutKeys().get(0);
		this.desk.pens.add(partial);
		this.desks.save(this.desk);
		this.desk.pens.remove(partial);
		this.desks.save(this.desk);
		assertThat(keys("desk_id", "pen")).containsOnlyNulls();
	}

	@Test
	void updatesAChildOnceThatIsAddedToSeveralAssociations() {
		this.desk.pens.add(this.pen);
		this.desk.red.add(this.pen);
		this.desk.best.set(this.pen);
		List<String> sent = Sent.kinds(this.statements, () -> this.desks.save(this.desk));
		assertThat(sent).filteredOn("update pen"::equals).hasSize(1);
		assertThat(this.pen.version).isEqualTo(2);
	}

	@Test
	void keepsAChildInAllAssociationsItWasAddedTo() {
		this.desk.pens.add(this.pen);
		this.desk.red.add(this.pen);
		this.desk.best.set(this.pen);
		this.desks.save(this.desk);
		List<String> sent = Sent.kinds(this.statements, () -> this.desks.save(this.desk));
		assertThat(sent).containsExactly("update desk");
		assertThat(keys("desk_id", "pen")).containsExactly(this.desk.id);
	}

	@Test
	void namesAChildWhoseRowWasDeleted() {
		this.desk.pens.add(this.pen);
		this.jdbc.update("delete from pen");
		assertThatExceptionOfType(OptimisticLockingFailureException.class).isThrownBy(() -> this.desks.save(this.desk))
			.withMessage("The desk_id of Pen %d cannot be changed by saving Desk %d: the row was changed or deleted "
					+ "since version 1 was read.", this.pen.id, this.desk.id);
	}

}
