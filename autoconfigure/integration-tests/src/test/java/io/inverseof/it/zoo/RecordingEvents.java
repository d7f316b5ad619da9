package io.inverseof.it.zoo;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.data.relational.core.conversion.AggregateChange;
import org.springframework.data.relational.core.mapping.event.RelationalEvent;
import org.springframework.data.relational.core.mapping.event.WithAggregateChange;
import org.springframework.data.relational.core.mapping.event.WithId;

/**
 * Records the events of Spring Data, and those that entities publish.
 */
final class RecordingEvents implements ApplicationListener<ApplicationEvent> {

	private final Recording recording;

	RecordingEvents(Recording recording) {
		this.recording = recording;
	}

	@Override
	public void onApplicationEvent(ApplicationEvent event) {
		if (event instanceof RelationalEvent<?> relational) {
			this.recording.event(event.getClass().getSimpleName(), details(relational));
		}
		else if (event instanceof PayloadApplicationEvent<?> payload) {
			this.recording.event("of an entity", payload.getPayload());
		}
	}

	private static List<@Nullable Object> details(RelationalEvent<?> event) {
		List<@Nullable Object> details = new ArrayList<>();
		details.add(event.getType());
		details.add(event.getEntity());
		if (event instanceof WithId<?> withId) {
			details.add(withId.getId().getValue());
		}
		if (event instanceof WithAggregateChange<?> withChange) {
			details.add(kind(withChange.getAggregateChange()));
		}
		return details;
	}

	private static String kind(AggregateChange<?> change) {
		return change.getKind() + " of " + change.getEntityType().getSimpleName();
	}

}
