package io.inverseof.benchmark.starter;

import java.math.BigDecimal;
import java.time.LocalDate;

import io.inverseof.BelongsTo;
import io.inverseof.benchmark.flat.Kind;
import io.inverseof.benchmark.flat.Writer;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

import static io.inverseof.Associations.belongsTo;

/**
 * A row with a belongs-to.
 */
@Table("ARTICLE")
public class Article {

	@Id
	@Nullable Long id;

	String name = "";

	String city = "";

	int quantity;

	BigDecimal amount = BigDecimal.ZERO;

	LocalDate day = LocalDate.EPOCH;

	boolean active;

	Kind kind = Kind.FIRST;

	final BelongsTo<Writer, Long> writer = belongsTo(this);

}
