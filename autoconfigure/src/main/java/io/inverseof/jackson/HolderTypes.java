package io.inverseof.jackson;

import io.inverseof.BelongsTo;
import io.inverseof.model.AssociationKind;
import io.inverseof.model.AssociationProperty;
import io.inverseof.model.EntityIds;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.introspect.AnnotatedField;
import tools.jackson.databind.type.TypeFactory;

/**
 * The types in the declaration of an association, with generics resolved.
 *
 * @param holder the association, such as {@code HasMany<Post>}
 * @param target the other side
 * @param id the id of a belongs-to
 * @param polymorphic whether the id needs a type
 */
record HolderTypes(JavaType holder, JavaType target, JavaType id, boolean polymorphic) {

	/**
	 * Looks at the field of an association.
	 * @param bean the entity
	 */
	static HolderTypes of(DeserializationConfig config, BeanDescription bean, AssociationProperty association) {
		TypeFactory types = config.getTypeFactory();
		JavaType holder = types.constructType(association.field().getGenericType());
		for (AnnotatedField field : bean.getClassInfo().fields()) {
			holder = field.getAnnotated().equals(association.field()) ? field.getType() : holder;
		}
		JavaType target = types.constructType(association.target());
		return new HolderTypes(holder, target, id(types, holder, association), association.isPolymorphic());
	}

	/**
	 * Looks at a belongs-to that is in no entity yet.
	 * @param holder a type such as {@code BelongsTo<Post, Long>}
	 */
	static HolderTypes of(DeserializationConfig config, JavaType holder) {
		JavaType[] parameters = config.getTypeFactory().findTypeParameters(holder, BelongsTo.class);
		JavaType unknown = config.getTypeFactory().constructType(Object.class);
		return (parameters != null && parameters.length == 2)
				? new HolderTypes(holder, parameters[0], parameters[1], false)
				: new HolderTypes(holder, unknown, unknown, false);
	}

	private static JavaType id(TypeFactory types, JavaType holder, AssociationProperty association) {
		JavaType[] parameters = types.findTypeParameters(holder, BelongsTo.class);
		if (parameters != null && parameters.length == 2 && !parameters[1].hasRawClass(Object.class)) {
			return parameters[1];
		}
		Class<?> id = EntityIds.idType(association.target());
		return types.constructType((id != null) ? id : Object.class);
	}

	HolderDeserializer deserializer(AssociationKind kind) {
		return switch (kind) {
			case BELONGS_TO -> BelongsToDeserializer.of(this.target, this.id, this.polymorphic);
			case HAS_ONE -> new HasOneDeserializer(this.target, null);
			case HAS_MANY -> new HasManyDeserializer(this.holder, this.target, null);
		};
	}

}
