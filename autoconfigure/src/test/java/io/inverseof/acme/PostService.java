package io.inverseof.acme;

import java.util.List;
import java.util.function.Supplier;

/**
 * Code of an application that reads something.
 */
public final class PostService {

	private PostService() {
	}

	public static String render(Supplier<String> reading) {
		return reading.get();
	}

	public static void run(Runnable reading) {
		reading.run();
	}

	public static String renderInLambda(Supplier<String> reading) {
		return List.of("post").stream().map((post) -> reading.get()).findAny().orElseThrow();
	}

	public static String renderByReference(Supplier<String> reading) {
		return List.of(reading).stream().map(Supplier::get).findAny().orElseThrow();
	}

	/**
	 * A view that a serialiser writes.
	 */
	public static class Slug {

		private final Supplier<String> reading;

		public Slug(Supplier<String> reading) {
			this.reading = reading;
		}

		public String getText() {
			return this.reading.get();
		}

	}

	/**
	 * A class that Spring makes proxies of.
	 */
	public static class Renderer {

		public String text() {
			return "";
		}

	}

}
