package io.inverseof.it.zoo;

/**
 * One thing that an application does with Spring Data JDBC.
 *
 * @param name what a failure is to show
 * @param steps what is done
 * @param modes how it may run
 */
record Scenario(String name, Steps steps, Mode... modes) {

	static Scenario of(String name, Steps steps) {
		return new Scenario(name, steps, Mode.values());
	}

	/**
	 * A scenario that runs into an error of the database, after which PostgreSQL refuses
	 * all further statements of a transaction, or that has transactions of its own.
	 */
	static Scenario outsideTransactions(String name, Steps steps) {
		return new Scenario(name, steps, Mode.WITHOUT_TRANSACTION);
	}

	/**
	 * Whether there is a transaction around the scenario.
	 */
	enum Mode {

		WITHOUT_TRANSACTION, IN_ONE_TRANSACTION;

		@Override
		public String toString() {
			return name().toLowerCase().replace('_', ' ');
		}

	}

	/**
	 * What is done in a scenario.
	 */
	@FunctionalInterface
	interface Steps {

		void run(Visit visit) throws Exception;

	}

}
