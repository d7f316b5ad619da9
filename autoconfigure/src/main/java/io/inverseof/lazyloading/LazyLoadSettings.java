package io.inverseof.lazyloading;

import io.inverseof.StrictLoading;

/**
 * Settings of the application about associations that load by themselves.
 *
 * @param strictLoading what happens when one does that is not annotated
 * @param threshold how many times one may load one by one before that is reported; never
 * reported if zero
 * @param batchSize how many distinct keys one query of an association asks for
 * @param sharing whether results share what they read
 * @since 0.1.0
 */
public record LazyLoadSettings(StrictLoading.Mode strictLoading, int threshold, int batchSize, boolean sharing) {

}
