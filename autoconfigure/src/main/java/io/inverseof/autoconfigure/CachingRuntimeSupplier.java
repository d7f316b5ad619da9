package io.inverseof.autoconfigure;

import io.inverseof.jdbc.AssociationRuntime;
import io.inverseof.jdbc.InverseJdbcConverter;
import io.inverseof.jdbc.InverseMappingContext;
import io.inverseof.jdbc.RuntimeSupplier;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.util.function.SingletonSupplier;

/**
 * Asks the application context once. Thread-safe.
 */
final class CachingRuntimeSupplier implements RuntimeSupplier {

	private final BeanFactory beanFactory;

	private final SingletonSupplier<Boolean> active = SingletonSupplier.of(this::findLayer);

	private volatile @Nullable AssociationRuntime runtime;

	CachingRuntimeSupplier(BeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	private boolean findLayer() {
		return this.beanFactory.getBeanProvider(JdbcMappingContext.class).getIfUnique() instanceof InverseMappingContext
				&& this.beanFactory.getBeanProvider(JdbcConverter.class).getIfUnique() instanceof InverseJdbcConverter;
	}

	@Override
	public boolean isActive() {
		return this.active.obtain();
	}

	@Override
	public AssociationRuntime get() {
		AssociationRuntime runtime = this.runtime;
		if (runtime == null) {
			runtime = this.beanFactory.getBean(AssociationRuntime.class);
			this.runtime = runtime;
		}
		return runtime;
	}

}
