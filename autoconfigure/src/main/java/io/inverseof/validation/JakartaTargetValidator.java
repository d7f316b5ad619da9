package io.inverseof.validation;

import java.util.Set;
import java.util.stream.Collectors;

import io.inverseof.jdbc.TargetValidator;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;

import org.springframework.util.Assert;

/**
 * Validates what {@code create(..)} made with Jakarta Validation. Thread-safe.
 *
 * @since 0.1.0
 */
public final class JakartaTargetValidator implements TargetValidator {

	private final Validator validator;

	/**
	 * Validates with a validator.
	 * @param validator the validator, for the default group
	 */
	public JakartaTargetValidator(Validator validator) {
		Assert.notNull(validator, "'validator' must not be null");
		this.validator = validator;
	}

	/**
	 * Validates a new object.
	 * @param target the object, wired to its owner
	 * @throws ConstraintViolationException if it is not valid
	 */
	@Override
	public void validate(Object target) {
		Set<ConstraintViolation<Object>> violations = this.validator.validate(target);
		if (!violations.isEmpty()) {
			throw new ConstraintViolationException("The new %s is not valid, and was not saved: %s"
				.formatted(target.getClass().getSimpleName(), describe(violations)), violations);
		}
	}

	private static String describe(Set<ConstraintViolation<Object>> violations) {
		return violations.stream()
			.map((violation) -> violation.getPropertyPath() + " " + violation.getMessage())
			.sorted()
			.collect(Collectors.joining(", "));
	}

}
