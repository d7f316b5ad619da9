package io.inverseof.autoconfigure;

import io.inverseof.jdbc.TargetValidator;
import io.inverseof.validation.JakartaTargetValidator;
import jakarta.validation.Validator;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for validating what {@code create(..)} made, before it is saved.
 *
 * @since 0.1.0
 */
@AutoConfiguration(afterName = "org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration")
@ConditionalOnClass(Validator.class)
public final class InverseofValidationAutoConfiguration {

	@Bean
	@ConditionalOnSingleCandidate(Validator.class)
	@ConditionalOnMissingBean(TargetValidator.class)
	JakartaTargetValidator inverseofTargetValidator(Validator validator) {
		return new JakartaTargetValidator(validator);
	}

}
