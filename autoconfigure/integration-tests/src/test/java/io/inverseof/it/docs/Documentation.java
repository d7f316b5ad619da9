package io.inverseof.it.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The README and the pages in {@code docs/}.
 */
final class Documentation {

	private static final Pattern BLOCK = Pattern.compile("(?m)^ *```(\\w+)\\R(.*?)^ *```", Pattern.DOTALL);

	private Documentation() {
	}

	/**
	 * Find the root of the repository, wherever the test runs.
	 */
	static Path root() {
		Path directory = Path.of("").toAbsolutePath();
		while (directory != null && !Files.exists(directory.resolve("autoconfigure/integration-tests"))) {
			directory = directory.getParent();
		}
		if (directory == null) {
			throw new IllegalStateException("Not in the repository: " + Path.of("").toAbsolutePath());
		}
		return directory;
	}

	static List<Path> pages() {
		List<Path> pages = new ArrayList<>(files(root().resolve("docs"), ".md"));
		pages.add(0, root().resolve("README.md"));
		return pages;
	}

	static String page(String name) {
		return read(root().resolve("docs").resolve(name));
	}

	static List<Path> files(Path directory, String suffix) {
		try (Stream<Path> files = Files.walk(directory)) {
			return files.filter((file) -> file.toString().endsWith(suffix)).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Find the blocks of code in a language.
	 */
	static List<String> blocks(Path page, String language) {
		List<String> blocks = new ArrayList<>();
		Matcher matcher = BLOCK.matcher(read(page));
		while (matcher.find()) {
			if (matcher.group(1).equals(language)) {
				blocks.add(matcher.group(2));
			}
		}
		return blocks;
	}

}
