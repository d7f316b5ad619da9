package io.inverseof.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import io.inverseof.Association;
import io.inverseof.holder.AssociationHolder;
import io.inverseof.model.AssociationProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * The other side of an association that is in memory: what its targets refer back to.
 */
final class OtherSide {

	private static final int MOST_LISTED = 10;

	private final Association association;

	private OtherSide(Association association) {
		this.association = association;
	}

	static OtherSide of(Association association) {
		return new OtherSide(association);
	}

	static String describe(Association association) {
		return (association instanceof AssociationHolder holder) ? holder.describe()
				: ClassUtils.getQualifiedName(association.getClass());
	}

	/**
	 * Says what keeps the targets from sharing the owner.
	 * @return what is wrong and where, or empty
	 */
	Optional<String> problem() {
		if (!(this.association instanceof AssociationHolder holder)) {
			return Optional
				.of("Expecting an association of inverseof, but found %s.".formatted(describe(this.association)));
		}
		Object owner = holder.owner();
		AssociationProperty property = holder.property();
		if (owner == null || property == null) {
			return Optional.of("Expecting an association of an entity, but this one is in no entity.");
		}
		if (holder.inMemory().isEmpty()) {
			return Optional.of(nothingInMemory(holder));
		}
		return holder.inMemory()
			.stream()
			.flatMap((target) -> problem(holder, property, owner, target).stream())
			.findFirst();
	}

	private static String nothingInMemory(AssociationHolder holder) {
		return holder.isLoaded() ? "Expecting %s to share its inverse, but it is empty.".formatted(holder.describe())
				: "Expecting %s to share its inverse, but it has not been loaded. Read it before."
					.formatted(holder.describe());
	}

	private static Optional<String> problem(AssociationHolder holder, AssociationProperty property, Object owner,
			Object target) {
		List<AssociationProperty> inverses = inverses(holder, property, target);
		if (inverses.isEmpty()) {
			return Optional.of("Expecting %s to share its inverse, but it has none: %s".formatted(holder.describe(),
					property.inverse().reason()));
		}
		if (inverses.stream()
			.anyMatch((inverse) -> contents(inverse, target).stream().anyMatch((content) -> content == owner))) {
			return Optional.empty();
		}
		AssociationProperty inverse = inverses.get(0);
		return Optional.of("Expecting %s of %s to hold the very %s that holds %s, but %s.".formatted(inverse,
				label(holder, target), label(holder, owner), holder.describe(), found(holder, inverse, target)));
	}

	/**
	 * The associations of the target that are an inverse of this one, or of which this is
	 * the inverse.
	 */
	private static List<AssociationProperty> inverses(AssociationHolder holder, AssociationProperty property,
			Object target) {
		List<AssociationProperty> inverses = new ArrayList<>();
		for (AssociationProperty candidate : holder.model().associationsOf(target.getClass())) {
			if (isSame(property.inverse().association(), candidate)
					|| isSame(candidate.inverse().association(), property)) {
				inverses.add(candidate);
			}
		}
		return inverses;
	}

	/**
	 * An inverse is known by the declared class, an object may be of a subclass.
	 */
	private static boolean isSame(@Nullable AssociationProperty declared, AssociationProperty actual) {
		return declared != null && declared.field().equals(actual.field()) && declared.name().equals(actual.name());
	}

	private static List<?> contents(AssociationProperty inverse, Object target) {
		return (inverse.holder(target) instanceof AssociationHolder holder) ? holder.inMemory() : List.of();
	}

	private static String found(AssociationHolder holder, AssociationProperty inverse, Object target) {
		List<?> contents = contents(inverse, target);
		if (contents.isEmpty()) {
			return "it holds nothing in memory";
		}
		String labels = contents.stream()
			.limit(MOST_LISTED)
			.map((content) -> label(holder, content))
			.collect(Collectors.joining(", "));
		return (contents.size() == 1) ? "it holds another object, %s".formatted(labels)
				: "it holds %d other objects: %s%s".formatted(contents.size(), labels,
						(contents.size() > MOST_LISTED) ? ", .." : "");
	}

	private static String label(AssociationHolder holder, Object entity) {
		return ClassUtils.getUserClass(entity).getSimpleName() + " "
				+ Objects.requireNonNullElse(holder.idOf(entity), "(unsaved)");
	}

}
