package io.inverseof.actuate;

import java.util.List;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * What the endpoint shows.
 *
 * @param associations all associations, by their owners' names, then in the order of
 * declaration
 * @param flags {@code load-defaults} and the flags, always in the same order
 * @since 0.1.0
 */
public record InverseofDescriptor(List<AssociationDescriptor> associations,
		List<FlagDescriptor> flags) implements OperationResponseBody {

}
