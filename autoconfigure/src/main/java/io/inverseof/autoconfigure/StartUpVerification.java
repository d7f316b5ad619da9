package io.inverseof.autoconfigure;

import io.inverseof.jdbc.LayerVerifier;
import io.inverseof.jdbc.PreloadVerifier;
import io.inverseof.jdbc.RuntimeSupplier;
import io.inverseof.jdbc.SchemaVerifier;
import io.inverseof.model.AssociationModel;
import io.inverseof.model.Violations;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Checks all associations when the application is ready to start, so that nothing that is
 * wrong shows up at the first request only.
 */
final class StartUpVerification implements SmartInitializingSingleton {

	private final LayerVerifier layer;

	private final PreloadVerifier preloads;

	private final RuntimeSupplier runtime;

	private final ObjectProvider<AssociationModel> model;

	private final ObjectProvider<SchemaVerifier> schema;

	StartUpVerification(LayerVerifier layer, PreloadVerifier preloads, RuntimeSupplier runtime,
			ObjectProvider<AssociationModel> model, ObjectProvider<SchemaVerifier> schema) {
		this.layer = layer;
		this.preloads = preloads;
		this.runtime = runtime;
		this.model = model;
		this.schema = schema;
	}

	@Override
	public void afterSingletonsInstantiated() {
		Violations violations = new Violations();
		this.layer.verify(violations);
		violations.throwIfAny();
		AssociationModel model = this.runtime.isActive() ? this.model.getIfAvailable() : null;
		this.preloads.verify((model != null) ? model : AssociationModel.inMemory(), violations);
		if (model != null) {
			this.schema.ifAvailable((schema) -> schema.verify(model, violations));
		}
		violations.throwIfAny();
	}

}
