package io.inverseof.it.saving;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.inverseof.test.StatementCounter;

/**
 * The statements that some work sent, written alike for all databases.
 */
public final class Sent {

	private static final Pattern START = Pattern.compile("(insert into|update|delete from|select .* from) (\\w+).*");

	private Sent() {
	}

	/**
	 * Runs some work and returns what it sent, in lower case and without quotes.
	 * @param statements the counter
	 * @param work the work
	 * @return the statements in their order
	 */
	public static List<String> texts(StatementCounter statements, Runnable work) {
		return statements.countDuring(work).statements().stream().map(Sent::plain).toList();
	}

	private static String plain(String sql) {
		return sql.replaceAll("[\"`]", "").replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
	}

	/**
	 * Runs some work and returns what it did to which table.
	 * @param statements the counter
	 * @param work the work
	 * @return such as {@code insert into post}, {@code update post} or
	 * {@code select from post}
	 */
	public static List<String> kinds(StatementCounter statements, Runnable work) {
		return texts(statements, work).stream().map(Sent::kind).toList();
	}

	private static String kind(String sql) {
		Matcher matcher = START.matcher(sql);
		if (!matcher.matches()) {
			return sql;
		}
		String verb = matcher.group(1).startsWith("select") ? "select from" : matcher.group(1);
		return verb + " " + matcher.group(2);
	}

}
