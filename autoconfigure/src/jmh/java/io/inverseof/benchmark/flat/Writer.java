package io.inverseof.benchmark.flat;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;

/**
 * The same, and the target of a belongs-to in the application with the starter, so that
 * its objects enter units of work.
 */
public class Writer {

	@Id
	@Nullable Long id;

	String name = "";

	String city = "";

	int quantity;

	BigDecimal amount = BigDecimal.ZERO;

	LocalDate day = LocalDate.EPOCH;

	boolean active;

	Kind kind = Kind.FIRST;

}
