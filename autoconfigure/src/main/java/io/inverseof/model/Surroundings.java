package io.inverseof.model;

/**
 * Where objects live whose associations are detected.
 */
enum Surroundings {

	/** In an application, which knows its naming strategy and its flags. */
	APPLICATION {

		@Override
		boolean fillsHasMany(DetectionFlags flags, Inverse inverse) {
			return flags.hasManyInversing();
		}

		@Override
		boolean guessesColumns() {
			return false;
		}

	},

	/** In memory alone, where nothing is known but the classes. */
	MEMORY {

		@Override
		boolean fillsHasMany(DetectionFlags flags, Inverse inverse) {
			return inverse.declared();
		}

		@Override
		boolean guessesColumns() {
			return true;
		}

	};

	/**
	 * Tells whether a belongs-to fills the has-many that is its inverse.
	 */
	abstract boolean fillsHasMany(DetectionFlags flags, Inverse inverse);

	/**
	 * Tells whether names of columns may differ from those of the database, because a
	 * naming strategy is not known.
	 */
	abstract boolean guessesColumns();

}
