package io.inverseof.unitofwork;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.inverseof.holder.AvoidedReason;
import io.inverseof.model.NamedAssociation;

import org.springframework.util.function.SingletonSupplier;

/**
 * Passes events on to all listeners, in their order. Thread-safe.
 *
 * @since 0.1.0
 */
public final class AssociationListeners implements AssociationListener {

	private final SingletonSupplier<List<AssociationListener>> listeners;

	/**
	 * Creates the listeners.
	 * @param listeners in the order in which they are called; asked for once, at the
	 * first event
	 */
	public AssociationListeners(Supplier<Stream<AssociationListener>> listeners) {
		this.listeners = SingletonSupplier.of(() -> listeners.get().toList());
	}

	private List<AssociationListener> listeners() {
		return this.listeners.obtain();
	}

	@Override
	public void queryAvoided(NamedAssociation association, AvoidedReason reason) {
		for (AssociationListener listener : listeners()) {
			listener.queryAvoided(association, reason);
		}
	}

	@Override
	public void queryExecuted(NamedAssociation association) {
		for (AssociationListener listener : listeners()) {
			listener.queryExecuted(association);
		}
	}

	@Override
	public void querySpeculative(NamedAssociation association, SpeculativeReason reason) {
		for (AssociationListener listener : listeners()) {
			listener.querySpeculative(association, reason);
		}
	}

	@Override
	public void nPlusOneSuspected(NamedAssociation association) {
		for (AssociationListener listener : listeners()) {
			listener.nPlusOneSuspected(association);
		}
	}

	@Override
	public void unitOfWorkEnded(int entries) {
		for (AssociationListener listener : listeners()) {
			listener.unitOfWorkEnded(entries);
		}
	}

}
