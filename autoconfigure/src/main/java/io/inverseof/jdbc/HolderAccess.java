package io.inverseof.jdbc;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.inverseof.holder.BelongsToHolder;
import io.inverseof.jdbc.inheritance.SharedColumn;
import org.jspecify.annotations.Nullable;

import org.springframework.core.NativeDetector;
import org.springframework.data.mapping.PersistentEntity;
import org.springframework.data.mapping.PersistentProperty;
import org.springframework.data.mapping.PersistentPropertyAccessor;
import org.springframework.data.mapping.model.BeanWrapperPropertyAccessorFactory;
import org.springframework.data.mapping.model.ClassGeneratingPropertyAccessorFactory;
import org.springframework.data.mapping.model.EntityInstantiators;
import org.springframework.data.mapping.model.InstantiationAwarePropertyAccessorFactory;
import org.springframework.data.mapping.model.PersistentPropertyAccessorFactory;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;

/**
 * Sets a belongs-to that an entity already holds, in a field that may be final, by
 * handing it the key instead of replacing it.
 */
final class HolderAccess implements PersistentPropertyAccessorFactory {

	private final PersistentPropertyAccessorFactory generating = new InstantiationAwarePropertyAccessorFactory(
			new ClassGeneratingPropertyAccessorFactory(), new EntityInstantiators());

	private final PersistentPropertyAccessorFactory reflective = new InstantiationAwarePropertyAccessorFactory(
			BeanWrapperPropertyAccessorFactory.INSTANCE, new EntityInstantiators());

	private final Map<PersistentEntity<?, ?>, PersistentPropertyAccessorFactory> delegates = new ConcurrentHashMap<>();

	/**
	 * Changes how the properties of an entity are set, if it holds belongs-to
	 * associations.
	 */
	void install(RelationalPersistentEntity<?> entity) {
		if (holdsAssociation(entity)) {
			entity.setPersistentPropertyAccessorFactory(this);
		}
	}

	private static boolean holdsAssociation(RelationalPersistentEntity<?> entity) {
		for (RelationalPersistentProperty property : entity) {
			if (property instanceof AssociationPersistentProperty || property instanceof SharedColumn) {
				return true;
			}
		}
		return false;
	}

	@Override
	public <T> PersistentPropertyAccessor<T> getPropertyAccessor(PersistentEntity<?, ?> entity, T bean) {
		return new Accessor<>(delegate(entity).getPropertyAccessor(entity, bean));
	}

	/**
	 * Asked for each row, so the answer is kept.
	 */
	private PersistentPropertyAccessorFactory delegate(PersistentEntity<?, ?> entity) {
		PersistentPropertyAccessorFactory delegate = this.delegates.get(entity);
		return (delegate != null) ? delegate : this.delegates.computeIfAbsent(entity, this::choose);
	}

	private PersistentPropertyAccessorFactory choose(PersistentEntity<?, ?> entity) {
		boolean generates = !NativeDetector.inNativeImage() && this.generating.isSupported(entity)
				&& !hasHiddenColumn(entity);
		return generates ? this.generating : this.reflective;
	}

	/**
	 * Generated code would look for the fields.
	 */
	private static boolean hasHiddenColumn(PersistentEntity<?, ?> entity) {
		for (PersistentProperty<?> property : entity) {
			if (property instanceof SharedColumn column && column.isHidden()) {
				return true;
			}
		}
		return false;
	}

	@Override
	public boolean isSupported(PersistentEntity<?, ?> entity) {
		return true;
	}

	private static final class Accessor<T> implements PersistentPropertyAccessor<T> {

		private final PersistentPropertyAccessor<T> delegate;

		private @Nullable Map<String, String> types;

		Accessor(PersistentPropertyAccessor<T> delegate) {
			this.delegate = delegate;
		}

		@Override
		public void setProperty(PersistentProperty<?> property, @Nullable Object value) {
			if (TypeColumnProperty.isOne(property)) {
				setType(property, value);
				return;
			}
			if (value instanceof BelongsToHolder<?, ?> row && this.types != null) {
				row.hydrateType(this.types.get(property.getName()));
			}
			if (value instanceof BelongsToHolder<?, ?> row
					&& this.delegate.getProperty(property) instanceof BelongsToHolder<?, ?> present) {
				present.hydrate(row);
				return;
			}
			if (property instanceof SharedColumn column && column.isHidden()) {
				return;
			}
			this.delegate.setProperty(property, value);
		}

		/**
		 * The type of a row may be read before its id, or after it, as for the component
		 * of a record.
		 */
		private void setType(PersistentProperty<?> property, @Nullable Object type) {
			if (type == null) {
				return;
			}
			Map<String, String> types = (this.types != null) ? this.types : new HashMap<>(2);
			types.put(TypeColumnProperty.associationOf(property), type.toString());
			this.types = types;
			if (this.delegate.getProperty(property) instanceof BelongsToHolder<?, ?> present) {
				present.hydrateType(type.toString());
			}
		}

		@Override
		public @Nullable Object getProperty(PersistentProperty<?> property) {
			if (property instanceof SharedColumn column && (column.isHidden() || WriteScope.isWriting())) {
				return column.value();
			}
			Object value = this.delegate.getProperty(property);
			return TypeColumnProperty.isOne(property) ? TypeColumnProperty.valueIn(value) : value;
		}

		@Override
		public T getBean() {
			return this.delegate.getBean();
		}

	}

}
