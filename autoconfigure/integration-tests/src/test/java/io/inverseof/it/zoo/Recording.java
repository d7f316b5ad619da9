package io.inverseof.it.zoo;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an observer of an application sees, in the order in which it happens.
 */
final class Recording {

	private final List<String> lines = new ArrayList<>();

	private Description description = new Description();

	private boolean on;

	private int ticks;

	void start() {
		this.lines.clear();
		this.description = new Description();
		this.ticks = 0;
		this.on = true;
	}

	List<String> stop() {
		this.on = false;
		return List.copyOf(this.lines);
	}

	/**
	 * A clock that is the same in all applications, and moves whenever it is read.
	 */
	int tick() {
		return this.ticks++;
	}

	void result(@Nullable Object result) {
		line("result", this.description.of(result));
	}

	void event(String event, @Nullable Object subject) {
		line("event " + event, this.description.of(subject));
	}

	void callback(String callback, @Nullable Object subject) {
		line("callback " + callback, this.description.of(subject));
	}

	void failure(Throwable failure) {
		StringBuilder text = new StringBuilder();
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			text.append(text.isEmpty() ? "" : " <- ").append(cause.getClass().getName());
			text.append(": ").append(Description.withoutHashCodes(String.valueOf(cause.getMessage())));
		}
		line("exception", text.toString());
	}

	void jdbc(String call, @Nullable Object arguments) {
		line("jdbc " + call, this.description.of(arguments));
	}

	private void line(String kind, String text) {
		if (this.on) {
			this.lines.add(kind + ": " + text);
		}
	}

}
