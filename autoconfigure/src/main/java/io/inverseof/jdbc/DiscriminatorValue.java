package io.inverseof.jdbc;

import io.inverseof.jdbc.inheritance.DiscriminatorProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;

/**
 * Gives the property that tells the class of a row the value that the row has or gets.
 *
 * @param property the property, or {@code null} if a class has none
 */
record DiscriminatorValue(@Nullable DiscriminatorProperty property) {

	private static final DiscriminatorValue NONE = new DiscriminatorValue(null);

	static DiscriminatorValue of(@Nullable RelationalPersistentEntity<?> entity) {
		if (entity != null) {
			for (RelationalPersistentProperty property : entity) {
				if (property instanceof DiscriminatorProperty discriminator && !discriminator.isImmutable()) {
					return new DiscriminatorValue(discriminator);
				}
			}
		}
		return NONE;
	}

	void write(Object instance) {
		Object value = (this.property != null) ? valueOf(this.property) : null;
		if (this.property != null && value != null) {
			this.property.getOwner().getPropertyAccessor(instance).setProperty(this.property, value);
		}
	}

	private static @Nullable Object valueOf(DiscriminatorProperty property) {
		Class<?> type = property.getType();
		if (type == String.class) {
			return property.value();
		}
		Object[] constants = type.isEnum() ? type.getEnumConstants() : new Object[0];
		for (Object constant : constants) {
			if (((Enum<?>) constant).name().equals(property.value())) {
				return constant;
			}
		}
		return null;
	}

}
