package io.inverseof.model;

import java.util.List;

import org.springframework.core.ResolvableType;

/**
 * The type of what a container holds, through several containers.
 */
final class ContainedType {

	private ContainedType() {
	}

	/**
	 * Unwraps a type.
	 * @param containers types whose last type argument is what they hold
	 * @return the type inside, or the given one if it is neither an array, an entity nor
	 * a container
	 */
	static ResolvableType in(ResolvableType type, List<Class<?>> containers) {
		if (type.isArray()) {
			return in(type.getComponentType(), containers);
		}
		if (EntityIds.hasId(type.resolve(Object.class))) {
			return type;
		}
		for (Class<?> container : containers) {
			ResolvableType contained = type.as(container);
			if (contained != ResolvableType.NONE) {
				return in(contained.getGeneric(contained.getGenerics().length - 1), containers);
			}
		}
		return type;
	}

}
