package io.inverseof.jackson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
 * in, and exchanges the others for such that never load. Leaves out back references.
 */
final class AssociationProperties extends ValueSerializerModifier {

	@Override
	public List<BeanPropertyWriter> changeProperties(SerializationConfig config, BeanDescription.Supplier bean,
			List<BeanPropertyWriter> properties) {
		EntityAssociations associations = AssociationModel.inMemory().associationsOf(bean.getBeanClass());
		BackReferences backReferences = BackReferences.of(bean.getBeanClass());
		Map<String, String> fields = fieldsByName(bean.get());
		List<BeanPropertyWriter> changed = new ArrayList<>(properties.size());
		for (BeanPropertyWriter property : properties) {
			String field = fields.getOrDefault(property.getName(), "");
			if (backReferences.hides(field, property.getMember())) {
				continue;
			}
			change(config, property, associations.get(field)).ifPresent(changed::add);
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
			@Nullable AssociationProperty named) {
		ExposedProperty exposed = ExposedProperty.of(property.getType(), property.getMember(), named);
		if (!exposed.isAssociation() || hasOwnSerializer(config, property)) {
			return Optional.of(property);
		}
		return exposed.isExposed() ? Optional.of(AssociationPropertyWriter.of(config, property, exposed.association()))
				: Optional.empty();
	}

	private static boolean hasOwnSerializer(SerializationConfig config, BeanPropertyWriter property) {
		AnnotationIntrospector annotations = config.getAnnotationIntrospector();
		return property.hasSerializer() || annotations.findSerializationConverter(config, property.getMember()) != null;
	}

}
