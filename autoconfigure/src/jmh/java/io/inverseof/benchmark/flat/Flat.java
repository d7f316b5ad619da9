package io.inverseof.benchmark.flat;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;

/**
 * An entity that has nothing to do with associations.
 */
public class Flat {

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
