package io.inverseof.jdbc;

import java.util.ArrayList;
import java.util.List;

import io.inverseof.InvalidAssociationsException;
import io.inverseof.jdbc.inheritance.SharedColumn;
import io.inverseof.model.AssociationModel;
import io.inverseof.model.AssociationProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;

/**
 * Makes the plan of a class from its mapping.
 */
final class EntityPlans {

	private final InverseMappingContext mappingContext;

	private final AssociationModel model;

	EntityPlans(InverseMappingContext mappingContext, AssociationModel model) {
		this.mappingContext = mappingContext;
		this.model = model;
	}

	EntityPlan of(Class<?> type) {
		RelationalPersistentEntity<?> entity = this.mappingContext.getPersistentEntity(type);
		if (entity != null && entity.hasIdProperty()) {
			this.model.associationsOf(type).toList().forEach(this::requireKnown);
		}
		List<String> columns = new ArrayList<>();
		if (entity != null && this.model.isTarget(type)) {
			SelectedPaths.of(entity, this.mappingContext)
				.forEach((path) -> columns.add(path.getColumnInfo().alias().getReference()));
		}
		AggregateParts parts = (entity != null) ? AggregateParts.of(entity, this.mappingContext, this.model)
				: AggregateParts.NONE;
		return new EntityPlan(type, entity, this.model, columns, isWrittenWhole(entity), parts,
				InnerCollections.of(entity, this.mappingContext));
	}

	/**
	 * Which columns count has to be known before the first statement is written.
	 */
	private void requireKnown(AssociationProperty property) {
		if (property.isObservedByTarget() && !this.model.all().contains(property)) {
			String annotation = (property.counterCache() != null) ? "@CounterCache" : "@Touch";
			throw new InvalidAssociationsException(List
				.of(("%s is annotated with %s, but %s was not found at start-up, so that nothing would be counted or "
						+ "touched. Give it a repository, or annotate it with @Table and put it into a package that "
						+ "Spring Boot scans.")
					.formatted(property, annotation, property.owner().getSimpleName())));
		}
	}

	private boolean isWrittenWhole(@Nullable RelationalPersistentEntity<?> entity) {
		if (entity == null) {
			return false;
		}
		for (RelationalPersistentProperty property : entity) {
			boolean writable = property.isWritable() || WholeNumberProperty.isCounter(property);
			if (!(property instanceof SharedColumn) && (!writable || property.isInsertOnly())) {
				return false;
			}
			if (property.isEmbedded()
					&& !isWrittenWhole(this.mappingContext.getPersistentEntity(property.getTypeInformation()))) {
				return false;
			}
		}
		return true;
	}

}
