package io.inverseof.jdbc;

import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;

import io.inverseof.jdbc.WriteJournal.Moment;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WriteJournal}.
 */
class WriteJournalTests {

	private final WriteJournal journal = new WriteJournal();

	@Test
	void aRowIsOutdatedByALaterWrite() {
		Moment read = this.journal.now(null);
		this.journal.deleted(Long.class, 1L);
		assertThat(this.journal.isRowOutdated(Long.class, 1L, read)).isTrue();
		assertThat(this.journal.isRowOutdated(Long.class, 2L, read)).isFalse();
		assertThat(this.journal.isRowOutdated(Long.class, 1L, this.journal.now(null))).isFalse();
	}

	@Test
	void aRowOfASuperclassIsOutdatedByAWriteOfASubclass() {
		Moment read = this.journal.now(null);
		this.journal.deleted(Long.class, 1L);
		assertThat(this.journal.isRowOutdated(Number.class, 1L, read)).isTrue();
	}

	@Test
	void allRowsAreOutdatedWhenAllAreDeleted() {
		Moment read = this.journal.now(null);
		this.journal.deletedAll(Long.class);
		assertThat(this.journal.isRowOutdated(Long.class, 1L, read)).isTrue();
		assertThat(this.journal.isRowOutdated(String.class, 1L, read)).isFalse();
	}

	@Test
	void manyWritesOfOthersDoNotOutdateWhatWasReadLately() {
		write(1, 5_000);
		Moment read = this.journal.now(null);
		write(20_000, 25_000);
		assertThat(this.journal.isRowOutdated(Long.class, 1L, read)).isFalse();
		assertThat(this.journal.isRowOutdated(Long.class, 24_000L, read)).isTrue();
	}

	@Test
	void whatWasReadBeforeTheOldestWriteThatIsKnownIsOutdated() {
		Moment read = this.journal.now(null);
		write(1, 50_000);
		assertThat(this.journal.isRowOutdated(Long.class, 99_999L, read)).isTrue();
		assertThat(this.journal.isRowOutdated(Long.class, 99_999L, this.journal.now(null))).isFalse();
	}

	@Test
	void anUnknownWriteOutdatesWhatItsThreadReadsOnly() {
		Moment read = this.journal.now(null);
		CompletableFuture.runAsync(this.journal::unknownWrite).join();
		assertThat(this.journal.isRowOutdated(Long.class, 1L, read)).isFalse();
		this.journal.unknownWrite();
		assertThat(this.journal.isRowOutdated(Long.class, 1L, read)).isTrue();
	}

	private void write(long first, long last) {
		LongStream.rangeClosed(first, last).forEach((id) -> this.journal.deleted(Long.class, id));
	}

}
