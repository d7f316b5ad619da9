package io.inverseof.jdbc.saving;

import java.lang.ref.WeakReference;

import io.inverseof.unitofwork.Undo;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mapping.PersistentPropertyAccessor;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;

/**
 * The id and the version of an object before it is written, so that they can be put back
 * where they are writable.
 */
final class GeneratedValues implements Undo {

	private final WeakReference<Object> reference;

	private final RelationalPersistentEntity<?> type;

	private final @Nullable Object id;

	private final @Nullable Object version;

	GeneratedValues(Object entity, RelationalPersistentEntity<?> type) {
		this.reference = new WeakReference<>(entity);
		this.type = type;
		this.id = read(entity, type.getIdProperty());
		this.version = read(entity, type.getVersionProperty());
	}

	private @Nullable Object read(Object entity, @Nullable RelationalPersistentProperty property) {
		return (property != null) ? this.type.getPropertyAccessor(entity).getProperty(property) : null;
	}

	@Override
	public void undo() {
		Object entity = this.reference.get();
		if (entity != null) {
			write(entity, this.type.getIdProperty(), this.id);
			write(entity, this.type.getVersionProperty(), this.version);
		}
	}

	private void write(Object entity, @Nullable RelationalPersistentProperty property, @Nullable Object value) {
		if (property == null || property.isImmutable()) {
			return;
		}
		PersistentPropertyAccessor<Object> accessor = this.type.getPropertyAccessor(entity);
		Object present = accessor.getProperty(property);
		if (present != value && (present == null || !present.equals(value))) {
			accessor.setProperty(property, value);
		}
	}

	@Override
	public boolean isObsolete() {
		return this.reference.refersTo(null);
	}

}
