package io.inverseof.jdbc;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;

import org.springframework.data.relational.core.dialect.Dialect;
import org.springframework.data.relational.core.sql.IdentifierProcessing;
import org.springframework.data.relational.core.sql.SqlIdentifier;

/**
 * Names of tables and columns as the metadata of a database knows them, without the
 * quotes that statements have. Thread-safe.
 *
 * @since 0.1.0
 */
public final class StoredNames {

	private final IdentifierProcessing processing;

	/**
	 * Creates the names.
	 * @param dialect of the database
	 */
	public StoredNames(Dialect dialect) {
		this.processing = dialect.getIdentifierProcessing();
	}

	/**
	 * Returns the name that the database stores for a mapped name.
	 * @param name a table or column
	 * @return the name without quotes
	 */
	public String render(SqlIdentifier name) {
		String quoted = name.toSql(this.processing);
		String quote = this.processing.quote("");
		int width = quote.length() / 2;
		boolean isQuoted = width > 0 && quoted.length() >= 2 * width && quoted.startsWith(quote.substring(0, width))
				&& quoted.endsWith(quote.substring(width));
		return isQuoted ? quoted.substring(width, quoted.length() - width) : quoted;
	}

	/**
	 * Returns a pattern that a name alone matches.
	 * @param metaData says how to escape
	 * @param name a name
	 * @return the pattern
	 * @throws SQLException if the database cannot be asked
	 */
	public static String pattern(DatabaseMetaData metaData, String name) throws SQLException {
		String escape = metaData.getSearchStringEscape();
		return name.replace("_", escape + "_").replace("%", escape + "%");
	}

}
