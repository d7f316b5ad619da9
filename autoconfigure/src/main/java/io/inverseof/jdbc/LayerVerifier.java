package io.inverseof.jdbc;

import java.util.List;
import java.util.Map;

import io.inverseof.Association;
import io.inverseof.model.BackReference;
import io.inverseof.model.Violations;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.jdbc.core.convert.DataAccessStrategy;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;

/**
 * Finds parts of Spring Data JDBC that map associations without knowing them, where
 * associations would silently be dead.
 *
 * @since 0.1.0
 */
public final class LayerVerifier {

	private final ListableBeanFactory beanFactory;

	/**
	 * Creates the verifier.
	 * @param beanFactory the application's beans
	 */
	public LayerVerifier(ListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * Gathers what is wrong.
	 * @param violations where to
	 */
	public void verify(Violations violations) {
		this.beanFactory.getBeansOfType(JdbcMappingContext.class, false, false)
			.forEach((name, context) -> verify(name, context, violations));
	}

	private void verify(String name, JdbcMappingContext context, Violations violations) {
		String association = anyAssociation(context);
		if (association == null) {
			return;
		}
		if (!(context instanceof InverseMappingContext)) {
			violations
				.add(("The bean '%s' is a %s and maps %s, but does not know associations. inverseof takes over the "
						+ "only or primary JdbcMappingContext if it is exactly that class. Remove the bean, mark it as "
						+ "@Primary, or let it be (or extend) %s.")
					.formatted(name, context.getClass().getName(), association, InverseMappingContext.class.getName()));
			return;
		}
		verifyConverters(association, violations);
		verifyStrategies(association, violations);
	}

	private void verifyConverters(String association, Violations violations) {
		Map<String, JdbcConverter> converters = this.beanFactory.getBeansOfType(JdbcConverter.class, false, false);
		if (converters.values().stream().anyMatch(InverseJdbcConverter.class::isInstance)) {
			return;
		}
		converters.forEach((name, converter) -> violations
			.add(("The bean '%s' is a %s and reads %s, but does not know associations. inverseof takes over a "
					+ "JdbcConverter that is exactly a MappingJdbcConverter. Remove the bean, or let it be (or extend) %s.")
				.formatted(name, converter.getClass().getName(), association, InverseJdbcConverter.class.getName())));
	}

	private void verifyStrategies(String association, Violations violations) {
		for (String name : this.beanFactory.getBeanNamesForType(JdbcAggregateOperations.class, false, false)) {
			JdbcAggregateOperations template = this.beanFactory.getBean(name, JdbcAggregateOperations.class);
			DataAccessStrategy strategy = template.getDataAccessStrategy();
			if (template.getConverter() instanceof InverseJdbcConverter
					&& !(strategy instanceof TrackingDataAccessStrategy)) {
				violations
					.add(("The bean '%s' uses a %s and reads %s, but does not know which rows are read together. inverseof "
							+ "takes over a DataAccessStrategy bean that is exactly a DefaultDataAccessStrategy. Define "
							+ "your strategy as a bean of that class, or wrap it in a %s.")
						.formatted(name, strategy.getClass().getName(), association,
								TrackingDataAccessStrategy.class.getName()));
			}
		}
	}

	private @Nullable String anyAssociation(JdbcMappingContext context) {
		for (RelationalPersistentEntity<?> entity : context.getPersistentEntities()) {
			String association = anyAssociation(entity);
			if (association != null) {
				return association;
			}
		}
		return null;
	}

	private @Nullable String anyAssociation(RelationalPersistentEntity<?> entity) {
		for (RelationalPersistentProperty property : entity) {
			if (Association.class.isAssignableFrom(property.getType())) {
				return entity.getType().getSimpleName() + "." + property.getName();
			}
		}
		List<BackReference> backReferences = BackReference.of(entity.getType());
		return backReferences.isEmpty() ? null
				: entity.getType().getSimpleName() + "." + backReferences.get(0).field().getName();
	}

}
