package io.inverseof.autoconfigure;

import io.inverseof.jackson.InverseofModule;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for writing and reading associations with Jackson: Spring Boot adds
 * every module that is a bean to its mappers.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnClass(JsonMapper.class)
public final class InverseofJacksonAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	InverseofModule inverseofModule() {
		return new InverseofModule();
	}

}
