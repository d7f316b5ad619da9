package io.inverseof.jdbc;

/**
 * Settings of the runtime.
 *
 * @param sharing whether results share what they read
 * @param maxEntries how many aggregates a unit of work holds strongly
 * @param callbacksReplace whether user callbacks may replace an aggregate that was read
 * @param batchSize how many distinct keys one query of an association asks for
 * @param aggregateBatchSize how many aggregates load their collections together
 * @since 0.1.0
 */
public record RuntimeSettings(boolean sharing, int maxEntries, boolean callbacksReplace, int batchSize,
		int aggregateBatchSize) {

}
