package io.inverseof.test;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a statement does, as far as its first words tell.
 */
enum StatementKind {

	/** Reads rows. */
	SELECT,

	/** Inserts rows. */
	INSERT,

	/** Updates rows. */
	UPDATE,

	/** Deletes rows. */
	DELETE,

	/** Anything else, such as DDL, calls and {@code MERGE}. */
	OTHER;

	private static final Pattern IGNORED = Pattern.compile("'(?:[^']|'')*'|\"[^\"]*\"|--[^\\n]*|/\\*.*?\\*/",
			Pattern.DOTALL);

	private static final Pattern TOKEN = Pattern.compile("[()]|\\b(?:SELECT|INSERT|UPDATE|DELETE|MERGE)\\b");

	/**
	 * Returns the kind of a statement. One with common table expressions
	 * ({@code WITH ..}) is of the kind that follows them.
	 */
	static StatementKind of(String sql) {
		String bare = IGNORED.matcher(sql).replaceAll(" ").toUpperCase(Locale.ROOT).trim();
		String verb = bare.startsWith("WITH") ? verbAfterTableExpressions(bare) : bare.replaceFirst("^[(\\s]+", "");
		for (StatementKind kind : values()) {
			if (verb.matches("(?s)" + kind + "\\b.*")) {
				return kind;
			}
		}
		return OTHER;
	}

	private static String verbAfterTableExpressions(String bare) {
		Matcher tokens = TOKEN.matcher(bare);
		int depth = 0;
		while (tokens.find()) {
			switch (tokens.group()) {
				case "(" -> depth++;
				case ")" -> depth--;
				default -> {
					if (depth == 0) {
						return tokens.group();
					}
				}
			}
		}
		return bare;
	}

}
