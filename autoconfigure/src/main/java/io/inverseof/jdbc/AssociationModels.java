package io.inverseof.jdbc;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import io.inverseof.AssociationScope;
import io.inverseof.ForeignKey;
import io.inverseof.model.AssociationKind;
import io.inverseof.model.AssociationModel;
import io.inverseof.model.AssociationProperty;
import io.inverseof.model.DetectionFlags;
import io.inverseof.model.EntityMapping;
import io.inverseof.model.Violations;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.log.LogMessage;
import org.springframework.data.mapping.MappingException;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;

/**
 * Builds the model of the application from its mapped classes and its repositories.
 *
 * @since 0.1.0
 */
public final class AssociationModels {

	private static final Log logger = LogFactory.getLog(AssociationModels.class);

	private final InverseMappingContext context;

	private final EntityMapping mapping;

	private final ListableBeanFactory beanFactory;

	/**
	 * Creates the builder.
	 * @param context the mapping context
	 * @param mapping the names of columns
	 * @param beanFactory knows repositories and scopes
	 */
	public AssociationModels(InverseMappingContext context, EntityMapping mapping, ListableBeanFactory beanFactory) {
		this.context = context;
		this.mapping = mapping;
		this.beanFactory = beanFactory;
	}

	/**
	 * Builds the model.
	 * @param flags the toggles
	 * @return the model
	 * @throws io.inverseof.InvalidAssociationsException with everything that is wrong
	 */
	public AssociationModel build(DetectionFlags flags) {
		Violations violations = new Violations();
		new SharedTableDeclarations(this.context).verify(violations);
		AssociationModel model = AssociationModel.of(entities(), this.mapping, scopes(), flags, violations);
		model.all().forEach((property) -> verifyCompositeKey(property, violations));
		new DependentDeclarations(this.context).verify(model, violations);
		new ObservedColumnDeclarations(this.context).verify(model, violations);
		violations.throwIfAny();
		this.context.counters().register(model);
		new UncountedDeletions(this.beanFactory).warn(model);
		return model;
	}

	/**
	 * Spring Data JDBC writes the columns of a composite key as a prefix and the columns
	 * of the id, so other names cannot be mapped.
	 */
	private void verifyCompositeKey(AssociationProperty property, Violations violations) {
		ForeignKey foreignKey = property.field().getAnnotation(ForeignKey.class);
		if (foreignKey == null || property.kind() != AssociationKind.BELONGS_TO || !property.followed().isEmpty()) {
			return;
		}
		List<String> named = List.of(foreignKey.value());
		List<String> mapped = this.mapping.belongsToColumns(property.owner(), property.path());
		if (named.size() > 1 && !String.join(",", named).equalsIgnoreCase(String.join(",", mapped))) {
			violations
				.add(("%s has @ForeignKey(%s), but the columns of a composite key are a common prefix and the columns "
						+ "of the id, here %s. Rename the columns, put @Column on the parts of the id, or declare plain "
						+ "properties of these columns beside the association.")
					.formatted(property, String.join(", ", named), String.join(", ", mapped)));
		}
	}

	private Collection<Class<?>> entities() {
		repositoryDomainTypes().forEach(this::map);
		this.context.sharedTables().all().forEach((table) -> table.subclassesOf(table.owner()).forEach(this::map));
		Set<Class<?>> entities = new TreeSet<>(Comparator.comparing(Class::getName));
		for (RelationalPersistentEntity<?> entity : this.context.getPersistentEntities()) {
			entities.add(entity.getType());
		}
		return entities;
	}

	/**
	 * What cannot be mapped is reported by Spring Data when its repository is created,
	 * which may be much later.
	 */
	private void map(Class<?> type) {
		try {
			this.context.getPersistentEntity(type);
		}
		catch (MappingException ex) {
			logger.debug(LogMessage.format("%s cannot be mapped yet", type), ex);
		}
	}

	/**
	 * The entities of repositories, which may not have been created yet and then are not
	 * in the mapping context.
	 */
	private Set<Class<?>> repositoryDomainTypes() {
		Set<Class<?>> types = new LinkedHashSet<>();
		for (Class<?> repository : RepositoryInterfaces.in(this.beanFactory)) {
			Class<?> domainType = RepositoryInterfaces.domainType(repository);
			if (domainType != null) {
				types.add(domainType);
			}
		}
		return types;
	}

	private Function<Class<? extends AssociationScope>, AssociationScope> scopes() {
		return (type) -> {
			AssociationScope bean = this.beanFactory.getBeanProvider(type).getIfUnique();
			return (bean != null) ? bean : BeanUtils.instantiateClass(type);
		};
	}

}
