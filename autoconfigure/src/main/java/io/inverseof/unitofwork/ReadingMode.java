package io.inverseof.unitofwork;

import io.inverseof.StrictLoading;
import org.jspecify.annotations.Nullable;

/**
 * What a piece of work asked for about the way associations are read in it. Immutable.
 *
 * @param naive whether nothing is shared
 * @param strict what happens when an association loads by itself, or {@code null} if that
 * is up to the association and the application
 */
record ReadingMode(boolean naive, StrictLoading.@Nullable Mode strict) {

	static final ReadingMode NORMAL = new ReadingMode(false, null);

	ReadingMode naively() {
		return new ReadingMode(true, this.strict);
	}

	ReadingMode strictly(StrictLoading.Mode mode) {
		return new ReadingMode(this.naive, mode);
	}

	/**
	 * Returns this mode inside another one: what it leaves open is as around it.
	 */
	ReadingMode within(ReadingMode outer) {
		return new ReadingMode(this.naive || outer.naive, (this.strict != null) ? this.strict : outer.strict);
	}

}
