package io.inverseof.autoconfigure;

import io.inverseof.jdbc.InverseMappingContext;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.data.mapping.MappingException;

/**
 * Explains why an association cannot be mapped by a mapping context that does not know
 * associations, such as the one of a second data source.
 */
class ForeignMappingFailureAnalyzer extends AbstractFailureAnalyzer<MappingException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, MappingException cause) {
		String message = cause.getMessage();
		if (message == null || !message.contains("io.inverseof.")) {
			return null;
		}
		String description = "An association is mapped by a JdbcMappingContext that does not know associations: %s%n%n"
			.formatted(message)
				+ "inverseof takes over the only or primary JdbcMappingContext if it is exactly that class, with the "
				+ "JdbcConverter and DataAccessStrategy of the same data source. Other data sources keep their own.";
		String action = "Keep entities with associations in the primary data source, mark its JdbcMappingContext as "
				+ "@Primary, or let the bean be (or extend) " + InverseMappingContext.class.getName() + ".";
		return new FailureAnalysis(description, action, cause);
	}

}
