package io.inverseof.it.aggregates;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.inverseof.holder.AvoidedReason;
import io.inverseof.model.NamedAssociation;
import io.inverseof.unitofwork.AssociationListener;
import io.inverseof.unitofwork.SpeculativeReason;

/**
 * What the starter reports about its statements.
 */
class Sent implements AssociationListener {

	final List<String> avoided = new CopyOnWriteArrayList<>();

	final List<String> executed = new CopyOnWriteArrayList<>();

	final List<String> speculative = new CopyOnWriteArrayList<>();

	@Override
	public void queryAvoided(NamedAssociation association, AvoidedReason reason) {
		this.avoided.add(association + " " + reason);
	}

	@Override
	public void queryExecuted(NamedAssociation association) {
		this.executed.add(association.toString());
	}

	@Override
	public void querySpeculative(NamedAssociation association, SpeculativeReason reason) {
		this.speculative.add(association + " " + reason);
	}

	void clear() {
		this.avoided.clear();
		this.executed.clear();
		this.speculative.clear();
	}

}
