package io.inverseof.actuate;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

import io.inverseof.ScopedBy;
import io.inverseof.model.AssociationModel;
import io.inverseof.model.AssociationProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.util.Assert;

/**
 * Explains which associations the application has, which inverse was detected for each
 * and why, and which flags decided. Shows classes and columns, never rows. Thread-safe.
 *
 * @since 0.1.0
 */
@Endpoint(id = "inverseof")
public final class InverseofEndpoint {

	private final Supplier<AssociationModel> model;

	private final List<FlagDescriptor> flags;

	/**
	 * Creates the endpoint.
	 * @param model the associations, asked for at each request
	 * @param flags the flags, in the order in which they are shown
	 */
	public InverseofEndpoint(Supplier<AssociationModel> model, List<FlagDescriptor> flags) {
		Assert.notNull(model, "'model' must not be null");
		this.model = model;
		this.flags = List.copyOf(flags);
	}

	/**
	 * Describes all associations and flags.
	 * @return the description
	 */
	@ReadOperation
	public InverseofDescriptor inverseof() {
		List<AssociationProperty> associations = this.model.get().all();
		EntityNames names = EntityNames.of(associations);
		return new InverseofDescriptor(associations.stream()
			.sorted(Comparator.comparing((association) -> names.of(association.owner())))
			.map((association) -> describe(association, names))
			.toList(), this.flags);
	}

	private static AssociationDescriptor describe(AssociationProperty association, EntityNames names) {
		AssociationProperty inverse = association.inverse().association();
		return new AssociationDescriptor(names.of(association), association.kind().label(),
				names.of(association.target()), association.foreignKey(), scope(association),
				(inverse != null) ? names.of(inverse) : null, association.inverse().reason());
	}

	private static @Nullable String scope(AssociationProperty association) {
		ScopedBy scope = association.field().getAnnotation(ScopedBy.class);
		return (scope != null) ? scope.value().getSimpleName() : null;
	}

}
