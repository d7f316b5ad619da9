package io.inverseof.it.saving.failing;

import java.util.List;

import io.inverseof.it.saving.failing.Journey.Stop;
import io.inverseof.it.saving.failing.Journey.Ticket;
import io.inverseof.it.saving.failing.Journey.Trip;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * Deletions of dependents, with every single statement failing.
 */
abstract class FailingDeletionsTests extends FailingTest {

	private static final String[] EVERYTHING = { "- trip alps", "- stop inn v0 of alps", "- stop pass v0 of alps",
			"- photo view at inn", "- photo sign at pass", "- ticket first of alps", "- guest gil of alps",
			"+ guest gil" };

	@Autowired
	Journey.Trips trips;

	@Test
	void aTripWithEverything() {
		this.trials.failing(() -> {
			Trip alps = alps();
			return Attempt.deleting(() -> this.trips.delete(alps), alps);
		}).writes(EVERYTHING);
	}

	@Test
	void aTripWhoseAssociationsWereRead() {
		this.trials.failing(() -> {
			Trip alps = alps();
			alps.stops.forEach((stop) -> stop.photos.size());
			alps.ticket.get();
			alps.guests.size();
			return Attempt.deleting(() -> this.trips.delete(alps), alps);
		}).writes(EVERYTHING);
	}

	@Test
	void aTripByItsId() {
		this.trials.failing(() -> Attempt.deleting(() -> this.trips.deleteById(1L))).writes(EVERYTHING);
	}

	@Test
	void allTripsInATransaction() {
		this.trials
			.failing(() -> Attempt.deleting(() -> inTransaction(() -> this.trips.deleteAll(this.trips.findAll()))))
			.writes(EVERYTHING);
	}

	@Test
	void aTripThatIsChangedAndDeleted() {
		this.trials.failing(() -> {
			Trip alps = alps();
			return Attempt.deleting(() -> inTransaction(() -> {
				alps.stops.build((stop) -> stop.name = "summit");
				alps.stops.remove(0);
				this.trips.save(alps);
				this.trips.delete(alps);
			}), alps);
		}).writes(EVERYTHING);
	}

	@Test
	void aDestroyedChild() {
		this.trials.failing(() -> {
			Trip alps = alps();
			alps.stops.remove(0);
			return Attempt.of(() -> this.trips.save(alps), alps);
		}).writes("- stop inn v0 of alps", "- photo view at inn");
	}

	@Test
	void destroyedAndNewChildren() {
		this.trials.failing(() -> {
			Trip alps = alps();
			Stop summit = new Stop();
			summit.name = "summit";
			alps.stops.replaceWith(List.of(alps.stops.get(1), summit));
			alps.guests.clear();
			return Attempt.of(() -> this.trips.save(alps), alps);
		})
			.writes("- stop inn v0 of alps", "- photo view at inn", "+ stop summit v0 of alps", "- guest gil of alps",
					"+ guest gil");
	}

	@Test
	void aDeletedHasOne() {
		this.trials.failing(() -> {
			Trip alps = alps();
			Ticket second = new Ticket();
			second.name = "second";
			alps.ticket.set(second);
			return Attempt.of(() -> this.trips.save(alps), alps);
		}).writes("- ticket first of alps", "+ ticket second of alps");
	}

	@Test
	void aCreatedHasOneThatDeletesTheOther() {
		this.trials.failing(() -> {
			Trip alps = alps();
			return Attempt.of(() -> alps.ticket.create((ticket) -> ticket.name = "second"), alps);
		}).writes("- ticket first of alps", "+ ticket second of alps");
	}

	@Test
	void aDeletionThatIsRolledBack() {
		this.trials.rolledBack(this::rolledBack, () -> {
			Trip alps = alps();
			alps.stops.size();
			return Attempt.deleting(() -> this.trips.delete(alps), alps);
		}).writes(EVERYTHING);
	}

	private Trip alps() {
		return this.trips.findById(1L).orElseThrow();
	}

}
