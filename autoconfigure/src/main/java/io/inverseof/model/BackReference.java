package io.inverseof.model;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;

import io.inverseof.Association;
import io.inverseof.InverseOf;

import org.springframework.beans.BeanUtils;
import org.springframework.core.ResolvableType;
import org.springframework.data.jdbc.core.mapping.AggregateReference;
import org.springframework.util.Assert;
import org.springframework.util.ReflectionUtils;

/**
 * A field of an entity inside an aggregate that holds the object around it, such as
 * {@code @InverseOf("lines") Order order} in the {@code Line} of {@code Set<Line> lines}.
 *
 * @param field the field, accessible
 * @param parent the type of the parent, with generics resolved
 * @param path the property of the parent that contains the entity, after the names of the
 * embedded objects it is in, separated by dots
 * @since 0.1.0
 */
public record BackReference(Field field, Class<?> parent, String path) {

	/**
	 * Returns the back references of a class, inherited ones included.
	 * @param type any class
	 * @return an immutable list, without those that cannot be set
	 */
	public static List<BackReference> of(Class<?> type) {
		Assert.notNull(type, "'type' must not be null");
		return FieldHierarchy.of(type)
			.stream()
			.filter((field) -> isDeclaredBy(field) && !Modifier.isFinal(field.getModifiers()))
			.map((field) -> of(field, type))
			.toList();
	}

	private static BackReference of(Field field, Class<?> type) {
		ReflectionUtils.makeAccessible(field);
		return new BackReference(field, ResolvableType.forField(field, type).resolve(field.getType()),
				field.getAnnotation(InverseOf.class).value());
	}

	/**
	 * Tells whether a field is meant as a back reference: it is annotated with
	 * {@link InverseOf @InverseOf}, and of a class that an application may have written.
	 * @param field any field
	 * @return whether it is one
	 */
	public static boolean isDeclaredBy(Field field) {
		Assert.notNull(field, "'field' must not be null");
		return field.isAnnotationPresent(InverseOf.class) && !Modifier.isStatic(field.getModifiers())
				&& canBeParent(field.getType());
	}

	private static boolean canBeParent(Class<?> type) {
		return !BeanUtils.isSimpleProperty(type) && !type.isArray()
				&& (type == Object.class || !type.getName().startsWith("java."))
				&& !Association.class.isAssignableFrom(type) && !AggregateReference.class.isAssignableFrom(type);
	}

	/**
	 * Tells whether objects in a property of a class have their parent in this field.
	 * @param container the class
	 * @param property the path of a property of that class
	 * @return whether the field is the other side of the property
	 */
	public boolean isInverseOf(Class<?> container, String property) {
		return this.parent.isAssignableFrom(container) && this.path.equals(property);
	}

	/**
	 * Sets the field.
	 * @param child an object that has the field
	 * @param parent what contains the child
	 */
	public void set(Object child, Object parent) {
		ReflectionUtils.setField(this.field, child, parent);
	}

}
