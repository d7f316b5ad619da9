package io.inverseof.jdbc;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.data.relational.core.mapping.AggregatePath;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;

/**
 * The columns that a SELECT of whole rows has, those of joined tables included.
 */
final class SelectedPaths {

	private final RelationalMappingContext context;

	private final List<AggregatePath> paths = new ArrayList<>();

	private SelectedPaths(RelationalMappingContext context) {
		this.context = context;
	}

	static List<AggregatePath> of(RelationalPersistentEntity<?> entity, RelationalMappingContext context) {
		SelectedPaths columns = new SelectedPaths(context);
		columns.collect(context.getAggregatePath(entity), entity);
		return columns.paths;
	}

	private void collect(AggregatePath path, RelationalPersistentEntity<?> entity) {
		for (RelationalPersistentProperty property : entity) {
			AggregatePath nested = path.append(property);
			if (property.isMap() || (property.isCollectionLike() && property.isEntity())) {
				continue;
			}
			RelationalPersistentEntity<?> part = part(property);
			if (part != null) {
				collect(nested, part);
			}
			else {
				this.paths.add(nested);
			}
		}
	}

	private @Nullable RelationalPersistentEntity<?> part(RelationalPersistentProperty property) {
		return (property.isEmbedded() || property.isEntity()) ? this.context.getPersistentEntity(property) : null;
	}

}
