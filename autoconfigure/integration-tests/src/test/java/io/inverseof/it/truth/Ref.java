package io.inverseof.it.truth;

/**
 * An object a program has reached, named by the step that reached it, so that the same
 * program means the same rows in every run.
 */
record Ref(int step, int index) {

	@Override
	public String toString() {
		return "s" + this.step + "[" + this.index + "]";
	}

}
