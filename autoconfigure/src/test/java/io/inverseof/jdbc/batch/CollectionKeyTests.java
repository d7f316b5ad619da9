package io.inverseof.jdbc.batch;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.data.jdbc.core.convert.Identifier;
import org.springframework.data.relational.core.sql.SqlIdentifier;

import static org.assertj.core.api.Assertions.assertThat;

class CollectionKeyTests {

	@ParameterizedTest
	@CsvSource({ "'AB   ', 'AB'", "'Ab', 'aB'", "'Émile', 'emile'", "'STRASSE', 'straße'", "'ｘ', 'x'" })
	void textsThatADatabaseMayTakeForEqualAreEqual(String one, String other) {
		assertThat(CollectionKey.of(one)).isEqualTo(CollectionKey.of(other));
	}

	@ParameterizedTest
	@CsvSource({ "'AB', 'AC'", "' AB', 'AB'", "'', 'A'" })
	void otherTextsDiffer(String one, String other) {
		assertThat(CollectionKey.of(one)).isNotEqualTo(CollectionKey.of(other));
	}

	@Test
	void numbersAreEqualWhateverTheirClass() {
		assertThat(CollectionKey.of(7)).isEqualTo(CollectionKey.of(7L))
			.isEqualTo(CollectionKey.of((short) 7))
			.isEqualTo(CollectionKey.of((byte) 7))
			.isEqualTo(CollectionKey.of(BigInteger.valueOf(7)))
			.isEqualTo(CollectionKey.of(new BigDecimal("7.00")))
			.isEqualTo(CollectionKey.of(7.0));
	}

	@Test
	void largeAndFractionalNumbersKeepTheirDigits() {
		assertThat(CollectionKey.of(new BigInteger("12345678901234567890")))
			.isEqualTo(CollectionKey.of(new BigDecimal("12345678901234567890.0")))
			.isNotEqualTo(CollectionKey.of(new BigInteger("12345678901234567891")));
		assertThat(CollectionKey.of(new BigDecimal("1.50"))).isEqualTo(CollectionKey.of(1.5))
			.isNotEqualTo(CollectionKey.of(1));
	}

	@Test
	void greatestLongIsItself() {
		assertThat(CollectionKey.of(Long.MAX_VALUE)).isEqualTo(CollectionKey.of(BigDecimal.valueOf(Long.MAX_VALUE)));
		assertThat(CollectionKey.of(Long.MIN_VALUE)).isEqualTo(CollectionKey.of(BigInteger.valueOf(Long.MIN_VALUE)));
	}

	@Test
	void bytesAreComparedByContent() {
		assertThat(CollectionKey.of(new byte[] { 1, 2 })).isEqualTo(CollectionKey.of(new byte[] { 1, 2 }))
			.isNotEqualTo(CollectionKey.of(new byte[] { 1, 3 }));
	}

	@Test
	void uuidEqualsItsText() {
		UUID id = UUID.randomUUID();
		assertThat(CollectionKey.of(id)).isEqualTo(CollectionKey.of(id.toString().toUpperCase(java.util.Locale.ROOT)));
	}

	@Test
	void otherValuesAreEqualAsTheyAreInJava() {
		assertThat(CollectionKey.of(LocalDate.of(2026, 1, 2))).isEqualTo(CollectionKey.of(LocalDate.of(2026, 1, 2)));
	}

	@Test
	void severalColumnsAreComparedInTheirOrder() {
		assertThat(CollectionKey.of(1, "a")).isEqualTo(CollectionKey.of(1L, "A"))
			.isNotEqualTo(CollectionKey.of("a", 1));
	}

	@Test
	void identifierIsItsValues() {
		Identifier identifier = Identifier.of(SqlIdentifier.quoted("ORDER"), 7L, Long.class)
			.withPart(SqlIdentifier.quoted("ORDER_KEY"), 2, Integer.class);
		assertThat(CollectionKey.of(identifier)).isEqualTo(CollectionKey.of(7, 2));
	}

}
