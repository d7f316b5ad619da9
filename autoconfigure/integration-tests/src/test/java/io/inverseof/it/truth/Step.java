package io.inverseof.it.truth;

import java.util.List;

/**
 * One step of a program.
 */
sealed interface Step {

	int id();

	/**
	 * Whether statements that were saved in this step have to be counted as avoided.
	 */
	default boolean isCounted() {
		return true;
	}

	/**
	 * Whether all SELECTs of this step are sent on behalf of an association.
	 */
	default boolean isTraversal() {
		return false;
	}

	/** Enters the data. */
	record Find(int id, Finder finder, long n) implements Step {

		@Override
		public String toString() {
			return "s%d = %s(%d)".formatted(this.id, this.finder, this.n);
		}

	}

	/** Reads an association. */
	record Read(int id, Ref owner, String association) implements Step {

		@Override
		public boolean isTraversal() {
			return true;
		}

		@Override
		public String toString() {
			return "s%d = %s.%s()".formatted(this.id, this.owner, this.association);
		}

	}

	/** Reloads an association that was read, and reads it again. */
	record ReadAgain(int id, Ref owner, String association) implements Step {

		@Override
		public boolean isTraversal() {
			return true;
		}

		@Override
		public String toString() {
			return "s%d = %s.%s() after reload()".formatted(this.id, this.owner, this.association);
		}

	}

	/** Asks a has-many without reading it. */
	record Peek(int id, Ref owner, String association, Peeking how, int n) implements Step {

		@Override
		public boolean isTraversal() {
			return true;
		}

		@Override
		public String toString() {
			return "s%d = %s.%s().%s(%d)".formatted(this.id, this.owner, this.association, this.how, this.n);
		}

	}

	/** Preloads a path from all objects that a step has reached. */
	record Preload(int id, int from, String path) implements Step {

		@Override
		public boolean isTraversal() {
			return true;
		}

		@Override
		public String toString() {
			return "s%d: preload(s%d, %s)".formatted(this.id, this.from, this.path);
		}

	}

	/** Reads a belongs-to after its key was changed in memory. */
	record Repoint(int id, Ref owner, String association, boolean plainProperty, Long key) implements Step {

		@Override
		public boolean isCounted() {
			return false;
		}

		@Override
		public boolean isTraversal() {
			return true;
		}

		@Override
		public String toString() {
			return "s%d = %s.%s() after its %s was set to %d".formatted(this.id, this.owner, this.association,
					this.plainProperty ? "plain property" : "id", this.key);
		}

	}

	/** Changes the label of an object and saves it. */
	record Save(int id, Ref row, String label) implements Step {

		@Override
		public String toString() {
			return "s%d: %s.relabel(%s), save".formatted(this.id, this.row, this.label);
		}

	}

	/** Writes rows whose objects no program has. */
	record Write(int id, Writing how, long n) implements Step {

		@Override
		public String toString() {
			return "s%d: %s(%d)".formatted(this.id, this.how, this.n);
		}

	}

	/** Steps in one transaction or unit of work. */
	record Block(int id, Surrounding surrounding, List<Step> steps) implements Step {

		@Override
		public String toString() {
			return "s%d: %s".formatted(this.id, this.surrounding);
		}

	}

}
