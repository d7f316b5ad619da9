package io.inverseof.jdbc;

import java.util.Objects;

import io.inverseof.model.SharedTable;
import io.inverseof.model.Violations;

import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;

/**
 * Looks at the mapping of classes that share a table.
 */
final class SharedTableDeclarations {

	private final InverseMappingContext context;

	SharedTableDeclarations(InverseMappingContext context) {
		this.context = context;
	}

	void verify(Violations violations) {
		this.context.sharedTables().reportTo(violations);
		this.context.sharedTables().all().forEach((table) -> verify(table, violations));
	}

	private void verify(SharedTable table, Violations violations) {
		RelationalPersistentEntity<?> owner = this.context.plain().getRequiredPersistentEntity(table.owner());
		if (!owner.hasIdProperty()) {
			table.subclassesOf(table.owner())
				.forEach((type) -> violations
					.add(("%s is annotated with @Discriminator, but its superclass %s has no property with @Id "
							+ "and is no entity, so that there is no table it could share. Remove the annotation, or let the class extend the entity.")
						.formatted(type.getSimpleName(), table.owner().getSimpleName())));
			return;
		}
		if (this.context.isSingleQueryLoadingEnabled()) {
			violations
				.add(("%s shares its table with %s by @Discriminator, which does not work with single query loading. "
						+ "Switch single query loading off.")
					.formatted(table.owner().getSimpleName(),
							table.subclassesOf(table.owner()).get(0).getSimpleName()));
		}
		for (Class<?> type : table.subclassesOf(table.owner())) {
			verify(this.context.plain().getRequiredPersistentEntity(type), owner, violations);
		}
	}

	/**
	 * The value of an annotation is a text.
	 */
	private void verifyType(RelationalPersistentEntity<?> subclass, RelationalPersistentProperty property,
			Violations violations) {
		SharedTable table = Objects.requireNonNull(this.context.sharedTables().of(subclass.getType()));
		if (!property.isEntity() && property.getColumnName().getReference().equalsIgnoreCase(table.column())
				&& property.getType() != String.class && !property.getType().isEnum()) {
			violations
				.add(("%s.%s is mapped to the column %s, which tells the class of a row by @Discriminator, but is of "
						+ "type %s. Declare it as a String or an enum.")
					.formatted(subclass.getType().getSimpleName(), property.getName(), table.column(),
							property.getType().getSimpleName()));
		}
	}

	private void verify(RelationalPersistentEntity<?> subclass, RelationalPersistentEntity<?> owner,
			Violations violations) {
		if (!subclass.getQualifiedTableName().equals(owner.getQualifiedTableName())) {
			violations
				.add(("%s shares the table %s of %s by @Discriminator, but is mapped to %s. Remove @Table from it.")
					.formatted(subclass.getType().getSimpleName(), owner.getQualifiedTableName(),
							owner.getType().getSimpleName(), subclass.getQualifiedTableName()));
		}
		for (RelationalPersistentProperty property : subclass) {
			verifyType(subclass, property, violations);
			boolean joined = property.isEntity() && !property.isEmbedded() && !property.isCollectionLike()
					&& !property.isMap();
			if (joined && owner.getPersistentProperty(property.getName()) == null) {
				violations
					.add(("%s.%s is one %s in a table of its own, which a query for %s does not read, but %s shares that "
							+ "table by @Discriminator. Embed it, declare it as a Set or List, as a HasOne, or in %s.")
						.formatted(subclass.getType().getSimpleName(), property.getName(),
								property.getType().getSimpleName(), owner.getType().getSimpleName(),
								subclass.getType().getSimpleName(), owner.getType().getSimpleName()));
			}
		}
	}

}
