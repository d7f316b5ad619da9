package io.inverseof;

import java.util.function.Supplier;

/**
 * A piece of work in which unread belongs-to associations are answered from aggregates
 * that were loaded before. Every transaction is one; this bean makes one where there is
 * no transaction. There is one bean per data source, thread-safe; a unit itself belongs
 * to the thread that runs it and is not inherited by others.
 *
 * <pre>{@code
 * unitOfWork.run(() -> posts.findAll().forEach(post -> render(post, post.author().get())));
 * }</pre>
 *
 * @since 0.1.0
 */
public interface UnitOfWork {

	/**
	 * Runs work in one unit. Inside another unit or a transaction it joins that one.
	 * @param work the work
	 */
	void run(Runnable work);

	/**
	 * Runs work in one unit, like {@link #run(Runnable)}, and returns its result.
	 * @param <T> the type of the result
	 * @param work the work
	 * @return what the work returns
	 */
	<T> T call(Supplier<T> work);

	/**
	 * Returns the same unit of work with read sharing switched off, as
	 * {@code inverseof.enabled=false} does for the application: every association of an
	 * object that is loaded in it queries at its first read, for finding out what the
	 * sharing saves.
	 * @return a unit of work that shares nothing
	 */
	UnitOfWork naive();

	/**
	 * Returns the same unit of work in which associations that load by themselves are
	 * refused or logged, whatever {@code inverseof.strict-loading} and
	 * {@link StrictLoading} say. What is in memory or preloaded is read as ever.
	 *
	 * <pre>{@code
	 * unitOfWork.strict(StrictLoading.Mode.FAIL).run(() -> render(posts.findAll()));
	 * }</pre>
	 * @param mode what happens when an association loads by itself
	 * @return a unit of work with that mode, inside which another one may have its own
	 * @throws UnsupportedOperationException if this implementation, which is not that of
	 * the starter, knows no modes
	 */
	default UnitOfWork strict(StrictLoading.Mode mode) {
		throw new UnsupportedOperationException(getClass().getName() + " knows no strict loading");
	}

	/**
	 * Forgets the cached aggregates of the current unit, for instance after SQL that no
	 * repository sent. Objects that were handed out keep what they have. Does nothing
	 * outside a unit.
	 */
	void clear();

}
