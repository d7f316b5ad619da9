package io.inverseof.jdbc.saving;

import java.util.function.Supplier;

import io.inverseof.jdbc.RuntimeSupplier;

import org.springframework.core.Ordered;
import org.springframework.data.relational.core.mapping.event.AfterSaveCallback;
import org.springframework.data.relational.core.mapping.event.BeforeConvertCallback;

/**
 * Where Spring Data JDBC calls back for aggregates that are saved, so that graphs are
 * saved as well where callbacks of the application change them, or a template of its own
 * saves.
 *
 * @since 0.1.0
 */
public final class SavingCallbacks {

	private SavingCallbacks() {
	}

	/**
	 * Saves new objects that an aggregate was pointed at by callbacks of the application.
	 */
	public static final class BeforeConvert implements BeforeConvertCallback<Object>, Ordered {

		private final RuntimeSupplier runtime;

		private final Supplier<GraphSaver> saver;

		/**
		 * Creates the callback.
		 * @param runtime tells whether there are graphs
		 * @param saver saves graphs
		 */
		public BeforeConvert(RuntimeSupplier runtime, Supplier<GraphSaver> saver) {
			this.runtime = runtime;
			this.saver = saver;
		}

		@Override
		public Object onBeforeConvert(Object aggregate) {
			if (this.runtime.isActive()) {
				this.saver.get().saveTargetsOf(aggregate);
			}
			return aggregate;
		}

		@Override
		public int getOrder() {
			return LOWEST_PRECEDENCE;
		}

	}

	/**
	 * Saves what changed around an aggregate that a template of the application wrote.
	 */
	public static final class AfterSave implements AfterSaveCallback<Object>, Ordered {

		private final RuntimeSupplier runtime;

		private final Supplier<GraphSaver> saver;

		/**
		 * Creates the callback.
		 * @param runtime tells whether there are graphs
		 * @param saver saves graphs
		 */
		public AfterSave(RuntimeSupplier runtime, Supplier<GraphSaver> saver) {
			this.runtime = runtime;
			this.saver = saver;
		}

		@Override
		public Object onAfterSave(Object aggregate) {
			if (this.runtime.isActive()) {
				this.saver.get().saveChildrenOf(aggregate);
			}
			return aggregate;
		}

		@Override
		public int getOrder() {
			return LOWEST_PRECEDENCE;
		}

	}

}
