package io.inverseof.jackson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.inverseof.Association;
import io.inverseof.BelongsTo;
import io.inverseof.model.AssociationKind;
import io.inverseof.model.AssociationModel;
import io.inverseof.model.AssociationProperty;
import io.inverseof.model.EntityAssociations;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;

/**
 * Finds the properties of a class that are associations: leaves those out that do not opt
 * in, and exchanges the others for such that never load.
 */
final class AssociationProperties extends ValueSerializerModifier {

	@Override
	public List<BeanPropertyWriter> changeProperties(SerializationConfig config, BeanDescription.Supplier bean,
			List<BeanPropertyWriter> properties) {
		EntityAssociations associations = AssociationModel.inMemory().associationsOf(bean.getBeanClass());
		Map<String, String> fields = fieldsByName(bean.get());
		List<BeanPropertyWriter> changed = new ArrayList<>(properties.size());
		for (BeanPropertyWriter property : properties) {
			AssociationProperty association = associations.get(fields.getOrDefault(property.getName(), ""));
			change(config, property, association).ifPresent(changed::add);
		}
		return changed;
	}

	/**
	 * The names that properties have in the class, where annotations or a naming strategy
	 * may have given them others.
	 */
	private static Map<String, String> fieldsByName(BeanDescription bean) {
		Map<String, String> names = new HashMap<>();
		for (BeanPropertyDefinition property : bean.findProperties()) {
			names.put(property.getName(), property.getInternalName());
		}
		return names;
	}

	private static Optional<BeanPropertyWriter> change(SerializationConfig config, BeanPropertyWriter property,
			@Nullable AssociationProperty association) {
		AssociationProperty named = (association != null && canStandFor(property, association)) ? association : null;
		boolean isAssociation = named != null || property.getType().isTypeOrSubTypeOf(Association.class);
		if (!isAssociation || hasOwnSerializer(config, property)) {
			return Optional.of(property);
		}
		return (isBelongsTo(property, named) || optsIn(property))
				? Optional.of(AssociationPropertyWriter.of(config, property, named)) : Optional.empty();
	}

	/**
	 * A getter may return the holder, a wider type such as {@code List}, or the target;
	 * anything else has but the name in common.
	 */
	private static boolean canStandFor(BeanPropertyWriter property, AssociationProperty association) {
		Class<?> type = property.getType().getRawClass();
		return type.isAssignableFrom(association.field().getType()) || type.isAssignableFrom(association.target())
				|| association.target().isAssignableFrom(type) || type == Optional.class;
	}

	private static boolean hasOwnSerializer(SerializationConfig config, BeanPropertyWriter property) {
		AnnotationIntrospector annotations = config.getAnnotationIntrospector();
		return property.hasSerializer() || annotations.findSerializationConverter(config, property.getMember()) != null;
	}

	private static boolean isBelongsTo(BeanPropertyWriter property, @Nullable AssociationProperty association) {
		return (association != null) ? association.kind() == AssociationKind.BELONGS_TO
				: property.getType().isTypeOrSubTypeOf(BelongsTo.class);
	}

	private static boolean optsIn(BeanPropertyWriter property) {
		return property.getAnnotation(JsonProperty.class) != null;
	}

}
