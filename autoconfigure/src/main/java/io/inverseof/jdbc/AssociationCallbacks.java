package io.inverseof.jdbc;

import org.springframework.core.Ordered;
import org.springframework.data.relational.core.mapping.event.AfterConvertCallback;
import org.springframework.data.relational.core.mapping.event.AfterSaveCallback;

/**
 * Where Spring Data JDBC calls back for aggregates that were saved or read.
 *
 * @since 0.1.0
 */
public final class AssociationCallbacks {

	private AssociationCallbacks() {
	}

	/**
	 * Connects a saved aggregate before the callbacks of the application see it.
	 */
	public static final class AfterSave implements AfterSaveCallback<Object>, Ordered {

		private final RuntimeSupplier runtime;

		/**
		 * Creates the callback.
		 * @param runtime connects associations
		 */
		public AfterSave(RuntimeSupplier runtime) {
			this.runtime = runtime;
		}

		@Override
		public Object onAfterSave(Object aggregate) {
			if (this.runtime.isActive()) {
				this.runtime.get().saved(aggregate);
			}
			return aggregate;
		}

		@Override
		public int getOrder() {
			return HIGHEST_PRECEDENCE;
		}

	}

	/**
	 * Takes over what the callbacks of the application made of an aggregate that was
	 * read.
	 */
	public static final class AfterConvert implements AfterConvertCallback<Object>, Ordered {

		private final RuntimeSupplier runtime;

		/**
		 * Creates the callback.
		 * @param runtime connects associations
		 */
		public AfterConvert(RuntimeSupplier runtime) {
			this.runtime = runtime;
		}

		@Override
		public Object onAfterConvert(Object aggregate) {
			if (this.runtime.isActive()) {
				this.runtime.get().afterCallbacks(aggregate);
			}
			return aggregate;
		}

		@Override
		public int getOrder() {
			return LOWEST_PRECEDENCE;
		}

	}

}
