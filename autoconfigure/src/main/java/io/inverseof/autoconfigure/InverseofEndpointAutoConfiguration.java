package io.inverseof.autoconfigure;

import io.inverseof.actuate.InverseofEndpoint;
import io.inverseof.jdbc.RuntimeSupplier;
import io.inverseof.model.AssociationModel;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration for the {@link InverseofEndpoint}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = InverseofAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnAvailableEndpoint(InverseofEndpoint.class)
@ConditionalOnBean({ AssociationModel.class, ResolvedFlags.class })
public final class InverseofEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	InverseofEndpoint inverseofEndpoint(ObjectProvider<AssociationModel> model, RuntimeSupplier runtime,
			ResolvedFlags flags) {
		return new InverseofEndpoint(() -> runtime.isActive() ? model.getObject() : AssociationModel.inMemory(),
				flags.toDescriptors());
	}

}
