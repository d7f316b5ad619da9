package io.inverseof.jdbc;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.inverseof.holder.BelongsToHolder;
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
			if (property instanceof AssociationPersistentProperty) {
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
		boolean generates = !NativeDetector.inNativeImage() && this.generating.isSupported(entity);
		return generates ? this.generating : this.reflective;
	}

	@Override
	public boolean isSupported(PersistentEntity<?, ?> entity) {
		return true;
	}

	private record Accessor<T>(PersistentPropertyAccessor<T> delegate) implements PersistentPropertyAccessor<T> {

		@Override
		public void setProperty(PersistentProperty<?> property, @Nullable Object value) {
			if (value instanceof BelongsToHolder<?, ?> row
					&& this.delegate.getProperty(property) instanceof BelongsToHolder<?, ?> present) {
				present.hydrate(row);
				return;
			}
			this.delegate.setProperty(property, value);
		}

		@Override
		public @Nullable Object getProperty(PersistentProperty<?> property) {
			return this.delegate.getProperty(property);
		}

		@Override
		public T getBean() {
			return this.delegate.getBean();
		}

	}

}
