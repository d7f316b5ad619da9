package io.inverseof.lazyloading;

import io.inverseof.StrictLoadingException;
import io.inverseof.holder.AssociationHolder;
import io.inverseof.model.AssociationProperty;
import io.inverseof.unitofwork.AssociationListener;
import io.inverseof.unitofwork.SingleLoads;
import io.inverseof.unitofwork.TransactionalUnitOfWork;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.util.Assert;

/**
 * Watches associations that load by themselves: refuses or logs those that must not, and
 * reports those that load one by one. Looks for the line of code that reads only when
 * there is something to say. Thread-safe.
 *
 * @since 0.1.0
 */
public final class LazyLoadGuard {

	private static final Log logger = LogFactory.getLog(LazyLoadGuard.class);

	private final LazyLoadSettings settings;

	private final TransactionalUnitOfWork unitOfWork;

	private final OneByOneDetector detector;

	/**
	 * Creates the guard of a data source.
	 * @param settings the settings of the application
	 * @param unitOfWork knows what the current piece of work asked for
	 * @param listener is told of associations that load one by one
	 */
	public LazyLoadGuard(LazyLoadSettings settings, TransactionalUnitOfWork unitOfWork, AssociationListener listener) {
		Assert.notNull(settings, "'settings' must not be null");
		Assert.notNull(unitOfWork, "'unitOfWork' must not be null");
		Assert.notNull(listener, "'listener' must not be null");
		this.settings = settings;
		this.unitOfWork = unitOfWork;
		this.detector = new OneByOneDetector(settings.threshold(), listener);
	}

	/**
	 * Is called right before a SELECT that reading an association needs, as opposed to
	 * preloading it.
	 * @param holder the association that is read
	 * @param property its declaration
	 * @throws StrictLoadingException if it must not load by itself
	 */
	public void loading(AssociationHolder holder, AssociationProperty property) {
		Strictness strictness = Strictness.of(property, this.unitOfWork.strictMode(), this.settings.strictLoading());
		switch (strictness.mode()) {
			case FAIL -> throw new StrictLoadingException(strictness.refusal(holder, property, UserCode.currentLine()));
			case WARN -> logger.warn(strictness.warning(holder, property, UserCode.currentLine()));
			case OFF -> {
			}
		}
	}

	/**
	 * Is called when reading an association sent a SELECT for one object alone. Naive
	 * work asked for that, so it is never reported.
	 * @param holder the association that is read
	 * @param property its declaration
	 * @param loads those that this one is counted with
	 */
	public void loadedAlone(AssociationHolder holder, AssociationProperty property, SingleLoads loads) {
		if (this.unitOfWork.isNaive()) {
			return;
		}
		this.detector.loadedAlone(holder, property, loads, new Remedies(this.settings));
	}

}
