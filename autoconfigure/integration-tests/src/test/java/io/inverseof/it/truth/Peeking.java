package io.inverseof.it.truth;

import java.util.List;

import io.inverseof.HasMany;

/**
 * Questions to a has-many that do not read it as a whole.
 */
enum Peeking {

	COUNT {
		@Override
		Object ask(HasMany<?> association, int n) {
			return association.count();
		}
	},

	EXISTS {
		@Override
		Object ask(HasMany<?> association, int n) {
			return association.exists();
		}
	},

	FIRST {
		@Override
		Object ask(HasMany<?> association, int n) {
			return association.first(n);
		}
	},

	LAST {
		@Override
		Object ask(HasMany<?> association, int n) {
			return association.last(n);
		}
	},

	FIND {
		@Override
		Object ask(HasMany<?> association, int n) {
			return List.of(association.find((long) n));
		}
	};

	abstract Object ask(HasMany<?> association, int n);

}
