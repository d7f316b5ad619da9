package io.inverseof.jdbc;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Marks the time in which a row is written, when an empty reference is {@code NULL} and
 * not a mistake. Bound to the thread.
 */
final class WriteScope {

	private static final ThreadLocal<Boolean> WRITING = new ThreadLocal<>();

	private WriteScope() {
	}

	static boolean isWriting() {
		return WRITING.get() != null;
	}

	static <T extends @Nullable Object> T write(Supplier<T> action) {
		boolean outermost = WRITING.get() == null;
		WRITING.set(Boolean.TRUE);
		try {
			return action.get();
		}
		finally {
			if (outermost) {
				WRITING.remove();
			}
		}
	}

}
