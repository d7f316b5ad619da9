package io.inverseof.test;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the {@link StatementCounter}, for tests with
 * {@link AutoConfigureStatementCounting @AutoConfigureStatementCounting} only.
 *
 * @since 0.1.0
 */
@AutoConfiguration
public final class StatementCountingAutoConfiguration {

	@Bean
	static StatementCounter statementCounter() {
		return new StatementCounter();
	}

	@Bean
	static CountedDataSources statementCountedDataSources(ObjectProvider<StatementCounter> counter) {
		return new CountedDataSources(() -> counter.getObject().listener());
	}

}
