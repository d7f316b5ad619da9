package io.inverseof.it.saving.random;

import org.jspecify.annotations.Nullable;

/**
 * What the model knows about a key, in memory and in the row.
 */
final class Ref {

	@Nullable Thing target;

	/** Whether the target was assigned as an object and not written since. */
	boolean assigned;

	private @Nullable Thing row;

	void assign(@Nullable Thing target) {
		this.target = target;
		this.assigned = target != null;
	}

	void write() {
		this.row = this.target;
		this.assigned = false;
	}

	/**
	 * Takes the key of an owner from the row, if it still is that.
	 */
	void clear(Thing owner) {
		this.row = (this.row == owner) ? null : this.row;
	}

	void reload() {
		this.target = this.row;
		this.assigned = false;
	}

	boolean isSettled() {
		return !this.assigned && this.target == this.row;
	}

	@Override
	public String toString() {
		return (this.row != null) ? this.row.name : "-";
	}

}
