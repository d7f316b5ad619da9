package io.inverseof.it.saving.dependent;

import java.util.ArrayList;
import java.util.List;

import org.springframework.core.Ordered;
import org.springframework.data.relational.core.conversion.MutableAggregateChange;
import org.springframework.data.relational.core.mapping.event.AfterDeleteEvent;
import org.springframework.data.relational.core.mapping.event.BeforeDeleteCallback;
import org.springframework.context.event.EventListener;

/**
 * Records what is deleted with callbacks and events.
 */
class Deletions implements BeforeDeleteCallback<Object>, Ordered {

	private final List<Object> seen = new ArrayList<>();

	private final List<String> events = new ArrayList<>();

	@Override
	public Object onBeforeDelete(Object aggregate, MutableAggregateChange<Object> change) {
		this.seen.add(aggregate);
		return aggregate;
	}

	@EventListener
	void on(AfterDeleteEvent<?> event) {
		this.events.add(event.getType().getSimpleName() + " " + event.getId().getValue());
	}

	/** The objects that callbacks were handed, in their order. */
	List<Object> seen() {
		return this.seen;
	}

	/** The classes and ids of events after deletions, in their order. */
	List<String> events() {
		return this.events;
	}

	List<String> kinds() {
		return this.seen.stream().map((aggregate) -> aggregate.getClass().getSimpleName()).toList();
	}

	void forget() {
		this.seen.clear();
		this.events.clear();
	}

	@Override
	public int getOrder() {
		return 0;
	}

}
