package io.inverseof.jackson;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.inverseof.model.AssociationModel;
import io.inverseof.model.AssociationProperty;
import io.inverseof.model.EntityAssociations;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.deser.BeanDeserializerBuilder;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.introspect.ClassIntrospector;

/**
 * Finds the properties of a class that are associations: what is written can be read,
 * into the association that is there. Leaves out those that do not opt in, and back
 * references.
 */
final class SettableAssociations extends ValueDeserializerModifier {

	@Override
	public BeanDeserializerBuilder updateBuilder(DeserializationConfig config, BeanDescription.Supplier bean,
			BeanDeserializerBuilder builder) {
		removeBackReferences(bean.get(), builder);
		EntityAssociations associations = AssociationModel.inMemory().associationsOf(bean.getBeanClass());
		if (!associations.isEmpty() && !bean.isRecordType()) {
			for (BeanPropertyDefinition property : properties(config, bean.get())) {
				AssociationProperty named = associations.get(property.getInternalName());
				if (named != null && !property.hasConstructorParameter()) {
					change(new Change(config, bean.get(), builder, property), named);
				}
			}
		}
		return builder;
	}

	private static void removeBackReferences(BeanDescription bean, BeanDeserializerBuilder builder) {
		BackReferences backReferences = BackReferences.of(bean.getBeanClass());
		for (BeanPropertyDefinition property : bean.findProperties()) {
			if (backReferences.hides(property.getInternalName(), property.getPrimaryMember())) {
				builder.removeProperty(property.getFullName());
			}
		}
	}

	/**
	 * The properties that Jackson would set, and those that it would only write, such as
	 * final fields with a getter.
	 */
	private static Iterable<BeanPropertyDefinition> properties(DeserializationConfig config, BeanDescription bean) {
		ClassIntrospector introspector = config.classIntrospectorInstance();
		Map<String, BeanPropertyDefinition> properties = new LinkedHashMap<>();
		introspector.introspectForSerialization(bean.getType(), introspector.introspectClassAnnotations(bean.getType()))
			.findProperties()
			.forEach((property) -> properties.put(property.getName(), property));
		bean.findProperties()
			.stream()
			.filter(BeanPropertyDefinition::couldDeserialize)
			.forEach((property) -> properties.put(property.getName(), property));
		return properties.values();
	}

	private static void change(Change change, AssociationProperty named) {
		ExposedProperty exposed = ExposedProperty.of(change.property().getPrimaryType(), change.member(), named);
		if (exposed.association() == null || change.isIgnored()) {
			return;
		}
		if (!exposed.isExposed() && !AssociationAccessors.isWriteOnly(change.member())) {
			change.remove();
		}
		else if (change.isPossible()) {
			change.replace(named);
		}
	}

	/**
	 * One property of a deserializer that is being built.
	 */
	private record Change(DeserializationConfig config, BeanDescription bean, BeanDeserializerBuilder builder,
			BeanPropertyDefinition property) {

		AnnotatedMember member() {
			return this.property.getPrimaryMember();
		}

		/** As Jackson does, the names of ignored properties are known apart. */
		boolean isIgnored() {
			return this.builder.hasIgnorable(this.property.getName())
					|| annotations().findPropertyAccess(this.config, member()) == JsonProperty.Access.READ_ONLY;
		}

		/** A deserializer on a getter alone is none for Jackson either. */
		boolean isPossible() {
			return present() != null || !hasOwnDeserializer();
		}

		private boolean hasOwnDeserializer() {
			return annotations().findDeserializer(this.config, member()) != null
					|| annotations().findDeserializationConverter(this.config, member()) != null;
		}

		void remove() {
			this.builder.removeProperty(this.property.getFullName());
		}

		void replace(AssociationProperty association) {
			SettableBeanProperty present = present();
			SettableBeanProperty replacement = (present != null && hasOwnDeserializer()) ? own(association, present)
					: associated(association, present);
			this.builder.addOrReplaceProperty(replacement, true);
		}

		private SettableBeanProperty own(AssociationProperty association, SettableBeanProperty present) {
			SettableBeanProperty own = new SettableAssociation(this.property, present.getType(), this.bean, association,
					present);
			return present.hasValueDeserializer() ? own.withValueDeserializer(present.getValueDeserializer()) : own;
		}

		private SettableBeanProperty associated(AssociationProperty association,
				@Nullable SettableBeanProperty present) {
			HolderTypes types = HolderTypes.of(this.config, this.bean, association);
			return new SettableAssociation(this.property, types.holder(), this.bean, association, present)
				.withValueDeserializer(types.deserializer(association.kind()));
		}

		private @Nullable SettableBeanProperty present() {
			return this.builder.findProperty(this.property.getFullName());
		}

		private AnnotationIntrospector annotations() {
			return this.config.getAnnotationIntrospector();
		}

	}

}
