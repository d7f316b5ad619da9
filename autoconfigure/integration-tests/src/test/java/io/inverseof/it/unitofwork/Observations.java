package io.inverseof.it.unitofwork;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.inverseof.holder.AvoidedReason;
import io.inverseof.model.NamedAssociation;
import io.inverseof.unitofwork.AssociationListener;

/**
 * What the listener was told since it was cleared.
 */
class Observations implements AssociationListener {

	private final List<String> avoided = new CopyOnWriteArrayList<>();

	private final List<Integer> endedUnits = new CopyOnWriteArrayList<>();

	@Override
	public void queryAvoided(NamedAssociation association, AvoidedReason reason) {
		this.avoided.add(association + " " + reason.tag());
	}

	@Override
	public void unitOfWorkEnded(int entries) {
		this.endedUnits.add(entries);
	}

	List<String> avoided() {
		return List.copyOf(this.avoided);
	}

	List<Integer> endedUnits() {
		return List.copyOf(this.endedUnits);
	}

	void clear() {
		this.avoided.clear();
		this.endedUnits.clear();
	}

}
