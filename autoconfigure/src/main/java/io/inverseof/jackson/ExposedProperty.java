package io.inverseof.jackson;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.inverseof.Association;
import io.inverseof.BelongsTo;
import io.inverseof.model.AssociationKind;
import io.inverseof.model.AssociationProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.introspect.AnnotatedMember;

/**
 * A property as Jackson sees it, and whether it shows an association: the rules that
 * writing and reading have in common.
 *
 * @param type the type of the property
 * @param member the getter or field, with all annotations of the property
 * @param association the association of the entity that the property stands for, or
 * {@code null}
 */
record ExposedProperty(JavaType type, AnnotatedMember member, @Nullable AssociationProperty association) {

	/**
	 * Looks at a property.
	 * @param named the association with the name of the property, or {@code null}
	 */
	static ExposedProperty of(JavaType type, AnnotatedMember member, @Nullable AssociationProperty named) {
		return new ExposedProperty(type, member,
				(named != null && canStandFor(type.getRawClass(), named)) ? named : null);
	}

	/**
	 * A getter may return the holder, a wider type such as {@code List}, or the target;
	 * anything else has but the name in common.
	 */
	private static boolean canStandFor(Class<?> type, AssociationProperty association) {
		return type.isAssignableFrom(association.field().getType()) || type.isAssignableFrom(association.target())
				|| association.target().isAssignableFrom(type) || type == Optional.class;
	}

	boolean isAssociation() {
		return this.association != null || this.type.isTypeOrSubTypeOf(Association.class);
	}

	/**
	 * A belongs-to is its id and always shown, the others opt in.
	 */
	boolean isExposed() {
		return isBelongsTo() || this.member.hasAnnotation(JsonProperty.class);
	}

	private boolean isBelongsTo() {
		return (this.association != null) ? this.association.kind() == AssociationKind.BELONGS_TO
				: this.type.isTypeOrSubTypeOf(BelongsTo.class);
	}

}
