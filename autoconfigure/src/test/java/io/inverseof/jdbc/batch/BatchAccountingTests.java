package io.inverseof.jdbc.batch;

import java.util.ArrayList;
import java.util.List;

import io.inverseof.holder.AvoidedReason;
import io.inverseof.model.AggregateCollection;
import io.inverseof.model.NamedAssociation;
import io.inverseof.unitofwork.AssociationListener;
import io.inverseof.unitofwork.SpeculativeReason;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BatchAccountingTests {

	private final AggregateCollection collection = new AggregateCollection(String.class, "chars");

	private final List<String> events = new ArrayList<>();

	private final AssociationListener listener = new AssociationListener() {

		@Override
		public void queryAvoided(NamedAssociation association, AvoidedReason reason) {
			BatchAccountingTests.this.events.add("avoided " + association);
		}

		@Override
		public void queryExecuted(NamedAssociation association) {
			BatchAccountingTests.this.events.add("executed " + association);
		}

		@Override
		public void querySpeculative(NamedAssociation association, SpeculativeReason reason) {
			BatchAccountingTests.this.events.add("speculative " + reason);
		}

	};

	private final BatchAccounting accounting = new BatchAccounting(this.listener, null);

	private final BatchAccounting deferred = new BatchAccounting(this.listener,
			(association) -> this.events.add("deferred " + association));

	@Test
	void singleStatementIsExecuted() {
		this.accounting.single(this.collection);
		assertThat(this.events).containsExactly("executed String.chars");
	}

	@Test
	void statementsBeyondTheFirstAreSpeculative() {
		this.accounting.used(this.collection, 3);
		assertThat(this.events).containsExactly("speculative LOOK_AHEAD", "speculative LOOK_AHEAD");
	}

	@Test
	void answersAfterTheFirstAreAvoided() {
		this.accounting.answered(this.collection, true);
		this.accounting.answered(this.collection, false);
		assertThat(this.events).containsExactly("avoided String.chars");
	}

	@Test
	void wastedStatementsAreFallbacks() {
		this.accounting.wasted(this.collection, 2);
		assertThat(this.events).containsExactly("speculative FALLBACK", "speculative FALLBACK");
	}

	@Test
	void allStatementsForAggregatesThatNobodyAskedForAreSpeculative() {
		this.deferred.used(this.collection, 1);
		this.deferred.answered(this.collection, true);
		this.deferred.answered(this.collection, false);
		assertThat(this.events).containsExactly("speculative LOOK_AHEAD", "deferred String.chars",
				"deferred String.chars");
	}

	@Test
	void singleStatementForAnAggregateThatNobodyAskedForIsSpeculative() {
		this.deferred.single(this.collection);
		assertThat(this.events).containsExactly("executed String.chars", "speculative LOOK_AHEAD",
				"deferred String.chars");
	}

}
