package io.inverseof.jdbc;

import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.data.relational.core.conversion.MutableAggregateChange;
import org.springframework.data.relational.core.mapping.event.AfterConvertCallback;
import org.springframework.data.relational.core.mapping.event.AfterSaveCallback;
import org.springframework.data.relational.core.mapping.event.BeforeConvertCallback;
import org.springframework.data.relational.core.mapping.event.BeforeConvertEvent;
import org.springframework.data.relational.core.mapping.event.BeforeSaveCallback;
import org.springframework.data.relational.core.mapping.event.RelationalEventWithEntity;
import org.springframework.data.relational.core.mapping.event.RelationalSaveEvent;

/**
 * Where Spring Data JDBC calls back for aggregates that are saved or read.
 *
 * @since 0.1.0
 */
public final class AssociationCallbacks {

	private AssociationCallbacks() {
	}

	private static void wireParents(RuntimeSupplier runtime, Object aggregate) {
		if (runtime.isActive()) {
			runtime.get().parents().wire(aggregate);
		}
	}

	/**
	 * Tells what was added to an aggregate its parent before the callbacks of the
	 * application see it.
	 */
	public static final class BeforeConvert implements BeforeConvertCallback<Object>, Ordered {

		private final RuntimeSupplier runtime;

		/**
		 * Creates the callback.
		 * @param runtime knows the back references
		 */
		public BeforeConvert(RuntimeSupplier runtime) {
			this.runtime = runtime;
		}

		@Override
		public Object onBeforeConvert(Object aggregate) {
			wireParents(this.runtime, aggregate);
			return aggregate;
		}

		@Override
		public int getOrder() {
			return HIGHEST_PRECEDENCE;
		}

	}

	/**
	 * Tells what callbacks of the application added to an aggregate its parent, before
	 * those that validate it see it.
	 */
	public static final class BeforeSave implements BeforeSaveCallback<Object>, Ordered {

		private final RuntimeSupplier runtime;

		/**
		 * Creates the callback.
		 * @param runtime knows the back references
		 */
		public BeforeSave(RuntimeSupplier runtime) {
			this.runtime = runtime;
		}

		@Override
		public Object onBeforeSave(Object aggregate, MutableAggregateChange<Object> change) {
			wireParents(this.runtime, aggregate);
			return aggregate;
		}

		@Override
		public int getOrder() {
			return HIGHEST_PRECEDENCE;
		}

	}

	/**
	 * Does the same as the callbacks for the listeners of the application, which are
	 * called before any callback.
	 */
	public static final class Saving implements ApplicationListener<RelationalEventWithEntity<?>>, Ordered {

		private final RuntimeSupplier runtime;

		/**
		 * Creates the listener.
		 * @param runtime knows the back references
		 */
		public Saving(RuntimeSupplier runtime) {
			this.runtime = runtime;
		}

		@Override
		public void onApplicationEvent(RelationalEventWithEntity<?> event) {
			if (event instanceof BeforeConvertEvent<?> || event instanceof RelationalSaveEvent<?>) {
				wireParents(this.runtime, event.getEntity());
			}
		}

		@Override
		public int getOrder() {
			return HIGHEST_PRECEDENCE;
		}

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
				this.runtime.get().parents().wire(aggregate);
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
	 * Connects what the callbacks of the application made of a saved aggregate, and tells
	 * its members their parent.
	 */
	public static final class AfterSaveCallbacks implements AfterSaveCallback<Object>, Ordered {

		private final RuntimeSupplier runtime;

		/**
		 * Creates the callback.
		 * @param runtime connects associations
		 */
		public AfterSaveCallbacks(RuntimeSupplier runtime) {
			this.runtime = runtime;
		}

		@Override
		public Object onAfterSave(Object aggregate) {
			if (this.runtime.isActive()) {
				this.runtime.get().parents().wire(aggregate);
				this.runtime.get().afterSaveCallbacks(aggregate);
			}
			return aggregate;
		}

		@Override
		public int getOrder() {
			return LOWEST_PRECEDENCE;
		}

	}

	/**
	 * Remembers an aggregate that was read until the callbacks of the application have
	 * seen it.
	 */
	public static final class Converted implements AfterConvertCallback<Object>, Ordered {

		private final RuntimeSupplier runtime;

		/**
		 * Creates the callback.
		 * @param runtime connects associations
		 */
		public Converted(RuntimeSupplier runtime) {
			this.runtime = runtime;
		}

		@Override
		public Object onAfterConvert(Object aggregate) {
			if (this.runtime.isActive()) {
				this.runtime.get().beforeCallbacks(aggregate);
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
				this.runtime.get().parents().wire(aggregate);
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
