package io.inverseof.jackson;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.inverseof.BelongsTo;
import io.inverseof.Polymorphic;
import io.inverseof.holder.BelongsToHolder;
import io.inverseof.holder.TypedKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;

/**
 * The key of a polymorphic belongs-to, whose id alone says too little: {@code {"type":
 * "Product", "id": 7}}.
 */
final class PolymorphicJson {

	static final String TYPE = "type";

	static final String ID = "id";

	private PolymorphicJson() {
	}

	/**
	 * Returns what is written of a belongs-to.
	 */
	static @Nullable Object of(BelongsTo<?, ?> reference) {
		Object key = (reference instanceof BelongsToHolder<?, ?> holder) ? holder.key() : reference.getId();
		return (key instanceof TypedKey typed) ? of(typed) : key;
	}

	private static Map<String, Object> of(TypedKey key) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put(TYPE, key.type());
		json.put(ID, key.id());
		return json;
	}

	/**
	 * Tells whether an object is a key, and not a target.
	 */
	static boolean isKey(JsonNode object) {
		return Set.copyOf(object.propertyNames()).equals(Set.of(TYPE, ID)) && object.get(TYPE).isString()
				&& !object.get(ID).isNull();
	}

	/**
	 * Tells whether what is read is a polymorphic belongs-to.
	 * @param property where it is, if it is in an object
	 */
	static boolean isPolymorphic(@Nullable BeanProperty property) {
		AnnotatedMember member = (property != null) ? property.getMember() : null;
		if (member instanceof AnnotatedParameter parameter && member.getDeclaringClass().isRecord()) {
			return isPolymorphic(parameter);
		}
		AnnotatedElement element = (member != null) ? member.getAnnotated() : null;
		return element != null && element.isAnnotationPresent(Polymorphic.class);
	}

	/**
	 * The annotation of a component is on its field.
	 */
	private static boolean isPolymorphic(AnnotatedParameter parameter) {
		RecordComponent[] components = parameter.getDeclaringClass().getRecordComponents();
		if (components == null || components.length != parameter.getOwner().getParameterCount()) {
			return false;
		}
		String name = components[parameter.getIndex()].getName();
		for (Field field : parameter.getDeclaringClass().getDeclaredFields()) {
			Annotation found = field.getName().equals(name) ? field.getAnnotation(Polymorphic.class) : null;
			if (found != null) {
				return true;
			}
		}
		return false;
	}

}
