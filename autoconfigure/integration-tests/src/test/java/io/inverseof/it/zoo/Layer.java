package io.inverseof.it.zoo;

import java.util.List;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;

/**
 * What is under the repositories of an application.
 */
enum Layer {

	/**
	 * Spring Data JDBC alone.
	 */
	STOCK {
		@Override
		String[] properties() {
			return new String[] { "--spring.autoconfigure.exclude=" + String.join(",", autoConfigurations()) };
		}
	},

	/**
	 * The starter, as it is when it was just added.
	 */
	STARTER {
		@Override
		String[] properties() {
			return new String[0];
		}
	},

	/**
	 * The starter with read sharing switched off.
	 */
	SWITCHED_OFF {
		@Override
		String[] properties() {
			return new String[] { "--inverseof.enabled=false" };
		}
	};

	abstract String[] properties();

	/**
	 * Return the auto-configurations of the starter, all that it has.
	 */
	static List<String> autoConfigurations() {
		return ImportCandidates.load(AutoConfiguration.class, Layer.class.getClassLoader())
			.getCandidates()
			.stream()
			.filter((name) -> name.startsWith("io.inverseof."))
			.toList();
	}

}
