package io.inverseof.lazyloading;

import io.inverseof.holder.AssociationHolder;
import io.inverseof.model.AssociationProperty;
import io.inverseof.unitofwork.AssociationListener;
import io.inverseof.unitofwork.SingleLoads;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Reports associations that load one by one more often than the threshold allows: to the
 * listener once for each unit of work or query, to the log once for each line of code.
 * Thread-safe.
 */
final class OneByOneDetector {

	private static final Log logger = LogFactory.getLog(LazyLoadGuard.class);

	private final int threshold;

	private final AssociationListener listener;

	private final ReportedLines reported = new ReportedLines();

	OneByOneDetector(int threshold, AssociationListener listener) {
		this.threshold = threshold;
		this.listener = listener;
	}

	/**
	 * Counts a load. No two threads get the same count, so that one of them reports.
	 */
	void loadedAlone(AssociationHolder holder, AssociationProperty property, SingleLoads loads, Remedies remedies) {
		if (this.threshold > 0 && loads.add(property) == this.threshold + 1) {
			this.listener.nPlusOneSuspected(property);
			report(holder, property, loads, remedies);
		}
	}

	private void report(AssociationHolder holder, AssociationProperty property, SingleLoads loads, Remedies remedies) {
		String line = UserCode.currentLine();
		if (this.reported.add(property, line)) {
			logger.warn("%s was loaded one by one, %d times %s. The last was %s, read by %s. %s".formatted(property,
					this.threshold + 1, loads.where(), holder.describe(), line, remedies.of(property)));
		}
	}

}
