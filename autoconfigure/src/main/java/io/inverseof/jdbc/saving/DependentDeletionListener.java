package io.inverseof.jdbc.saving;

import java.util.function.Supplier;

import io.inverseof.jdbc.RuntimeSupplier;

import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.data.relational.core.mapping.event.BeforeDeleteEvent;

/**
 * Deletes what depends on a row that a template of the application deletes. The template
 * of this library has done so before it publishes the event.
 *
 * @since 0.1.0
 */
public final class DependentDeletionListener implements ApplicationListener<BeforeDeleteEvent<?>>, Ordered {

	private final RuntimeSupplier runtime;

	private final Supplier<GraphSaver> saver;

	/**
	 * Creates the listener.
	 * @param runtime tells whether there are graphs
	 * @param saver deletes graphs
	 */
	public DependentDeletionListener(RuntimeSupplier runtime, Supplier<GraphSaver> saver) {
		this.runtime = runtime;
		this.saver = saver;
	}

	@Override
	public void onApplicationEvent(BeforeDeleteEvent<?> event) {
		if (this.runtime.isActive()) {
			this.saver.get().deleteDependentsOf(event.getType(), event.getId().getValue(), event.getEntity());
		}
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

}
