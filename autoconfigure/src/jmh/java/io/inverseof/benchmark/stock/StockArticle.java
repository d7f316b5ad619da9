package io.inverseof.benchmark.stock;

import java.math.BigDecimal;
import java.time.LocalDate;

import io.inverseof.benchmark.flat.Kind;
import io.inverseof.benchmark.flat.Writer;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.jdbc.core.mapping.AggregateReference;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;

/**
 * The same row with what stock Spring Data JDBC has for it.
 */
@Table("ARTICLE")
public class StockArticle {

	@Id
	@Nullable Long id;

	String name = "";

	String city = "";

	int quantity;

	BigDecimal amount = BigDecimal.ZERO;

	LocalDate day = LocalDate.EPOCH;

	boolean active;

	Kind kind = Kind.FIRST;

	@Column("WRITER_ID")
	@Nullable AggregateReference<Writer, Long> writer;

}
