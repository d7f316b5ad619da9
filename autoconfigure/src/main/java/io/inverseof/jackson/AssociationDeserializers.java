package io.inverseof.jackson;

import io.inverseof.BelongsTo;
import io.inverseof.model.AssociationKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;

/**
 * Reads a belongs-to that is made before its entity: a record component, a constructor
 * argument, an element, a property of another object.
 */
final class AssociationDeserializers extends Deserializers.Base {

	@Override
	public @Nullable ValueDeserializer<?> findBeanDeserializer(JavaType type, DeserializationConfig config,
			BeanDescription.Supplier bean) {
		return hasDeserializerFor(config, type.getRawClass())
				? HolderTypes.of(config, type).deserializer(AssociationKind.BELONGS_TO) : null;
	}

	@Override
	public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
		return type == BelongsTo.class;
	}

}
