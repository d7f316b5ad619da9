package io.inverseof.it.zoo;

import java.util.List;
import java.util.regex.Pattern;

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
	 * The starter, as it is when it was just added, but for the one thing that it does in
	 * another way by default.
	 */
	STARTER {
		@Override
		String[] properties() {
			return new String[] { "--inverseof.aggregate-batch-size=1" };
		}
	},

	/**
	 * The starter, as it is when it was just added: it reads with fewer statements, and
	 * so asks for connections less often.
	 */
	BATCHING {
		@Override
		String[] properties() {
			return new String[0];
		}

		@Override
		List<String> comparable(List<String> recorded) {
			return recorded.stream()
				.filter((line) -> !line.startsWith("jdbc ") || CHANGE.matcher(line).lookingAt())
				.toList();
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

	private static final Pattern CHANGE = Pattern.compile("jdbc execute\\w* (?!SELECT)");

	abstract String[] properties();

	/**
	 * Return what has to be the same as without the starter.
	 */
	List<String> comparable(List<String> recorded) {
		return recorded;
	}

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
