package io.inverseof.jackson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JacksonAnnotation;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.inverseof.Association;
import io.inverseof.BelongsTo;
import io.inverseof.model.AssociationKind;
import io.inverseof.model.AssociationModel;
import io.inverseof.model.AssociationProperty;
import io.inverseof.model.BackReference;
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
 * in, and exchanges the others for such that never load. Leaves out back references.
 */
final class AssociationProperties extends ValueSerializerModifier {

	@Override
	public List<BeanPropertyWriter> changeProperties(SerializationConfig config, BeanDescription.Supplier bean,
			List<BeanPropertyWriter> properties) {
		EntityAssociations associations = AssociationModel.inMemory().associationsOf(bean.getBeanClass());
		Set<String> backReferences = backReferences(bean.getBeanClass());
		Map<String, String> fields = fieldsByName(bean.get());
		List<BeanPropertyWriter> changed = new ArrayList<>(properties.size());
		for (BeanPropertyWriter property : properties) {
			String field = fields.getOrDefault(property.getName(), "");
			if (backReferences.contains(field) && !isAnnotated(property)) {
				continue;
			}
			AssociationProperty association = associations.get(field);
			change(config, property, association).ifPresent(changed::add);
		}
		return changed;
	}

	private static Set<String> backReferences(Class<?> type) {
		return BackReference.of(type)
			.stream()
			.map((reference) -> reference.field().getName())
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Any annotation of Jackson is a decision that the application made about the way
	 * back.
	 */
	private static boolean isAnnotated(BeanPropertyWriter property) {
		return property.getMember()
			.annotations()
			.anyMatch((annotation) -> annotation.annotationType().isAnnotationPresent(JacksonAnnotation.class));
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
