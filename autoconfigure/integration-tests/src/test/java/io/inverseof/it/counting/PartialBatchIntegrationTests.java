package io.inverseof.it.counting;

import java.util.List;

import io.inverseof.it.reading.OnH2;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.UnexpectedRollbackException;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A batch that fails half way, in a transaction that goes on.
 */
@OnH2
class PartialBatchIntegrationTests extends CountingTest {

	private static final String TOO_LONG = "much too long for a column of twenty characters";

	@Test
	void commitsNothingThatWasNotCounted() {
		assertThatExceptionOfType(UnexpectedRollbackException.class)
			.isThrownBy(() -> this.transaction.executeWithoutResult(
					(status) -> assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.template
						.insertAll(List.of(by(this.ada, "fits"), by(this.ada, TOO_LONG), by(this.ada, "fits"))))));
		assertCounts(0, 0);
	}

	@Test
	void goesOnAfterASingleRowThatFailed() {
		this.transaction.executeWithoutResult((status) -> {
			assertThatExceptionOfType(DataAccessException.class)
				.isThrownBy(() -> this.template.insert(by(this.ada, TOO_LONG)));
			this.template.insert(by(this.ada, "fits"));
		});
		assertCounts(1, 0);
	}

}
