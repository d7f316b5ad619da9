package io.inverseof.model;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

import org.springframework.util.StringUtils;

/**
 * What an association can be named after by convention: the concrete owner, then, where
 * it is inherited, the superclasses up to the one that declares it.
 */
final class OwnerNames {

	private OwnerNames() {
	}

	static List<Class<?>> classes(Class<?> owner, List<Field> path) {
		List<Class<?>> classes = new ArrayList<>();
		Class<?> declaring = path.get(0).getDeclaringClass();
		for (Class<?> type = owner; type != null && declaring.isAssignableFrom(type); type = type.getSuperclass()) {
			classes.add(type);
		}
		return classes;
	}

	static String singular(Class<?> owner) {
		return StringUtils.uncapitalize(owner.getSimpleName());
	}

	static String plural(Class<?> owner) {
		return StringUtils.uncapitalize(Plurals.of(owner.getSimpleName()));
	}

	/**
	 * Tells whether an association of the target is named after the owner.
	 */
	static boolean isNamedAfter(Class<?> owner, AssociationProperty association) {
		String name = (association.kind() == AssociationKind.HAS_MANY) ? plural(owner) : singular(owner);
		return association.field().getName().equalsIgnoreCase(name);
	}

}
