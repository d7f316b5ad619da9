package io.inverseof.jdbc;

import java.util.ArrayList;
import java.util.List;

import io.inverseof.model.AssociationModel;
import org.jspecify.annotations.Nullable;

import org.springframework.data.relational.core.mapping.AggregatePath;
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
		List<String> columns = new ArrayList<>();
		if (entity != null && this.model.isTarget(type)) {
			collect(this.mappingContext.getAggregatePath(entity), entity, columns);
		}
		AggregateParts parts = (entity != null) ? AggregateParts.of(entity, this.mappingContext, this.model)
				: AggregateParts.NONE;
		return new EntityPlan(type, entity, this.model, columns, isWrittenWhole(entity), parts,
				InnerCollections.of(entity, this.mappingContext));
	}

	/**
	 * Collects the labels of the columns that a SELECT of the whole row has.
	 */
	private void collect(AggregatePath path, RelationalPersistentEntity<?> entity, List<String> columns) {
		for (RelationalPersistentProperty property : entity) {
			AggregatePath nested = path.append(property);
			if (property.isMap() || (property.isCollectionLike() && property.isEntity())) {
				continue;
			}
			RelationalPersistentEntity<?> part = part(property);
			if (part != null) {
				collect(nested, part, columns);
			}
			else {
				columns.add(nested.getColumnInfo().alias().getReference());
			}
		}
	}

	private @Nullable RelationalPersistentEntity<?> part(RelationalPersistentProperty property) {
		return (property.isEmbedded() || property.isEntity()) ? this.mappingContext.getPersistentEntity(property)
				: null;
	}

	private boolean isWrittenWhole(@Nullable RelationalPersistentEntity<?> entity) {
		if (entity == null) {
			return false;
		}
		for (RelationalPersistentProperty property : entity) {
			if (!property.isWritable() || property.isInsertOnly()) {
				return false;
			}
			if (property.isEmbedded() && !isWrittenWhole(this.mappingContext.getPersistentEntity(property))) {
				return false;
			}
		}
		return true;
	}

}
