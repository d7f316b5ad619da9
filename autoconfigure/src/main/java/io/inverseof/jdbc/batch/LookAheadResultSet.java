package io.inverseof.jdbc.batch;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The rows of a query that are passed on as they come, until somebody needs to know those
 * that follow. Rows that were read for that are handed out from memory, by the same
 * getters, until there are no more of them. Used by one thread at a time.
 *
 * @since 0.1.0
 */
public final class LookAheadResultSet extends ForwardingResultSet {

	private final LookAheadSize size;

	private @Nullable BufferedColumns columns;

	private boolean able = true;

	private List<LevelRow> ahead = List.of();

	private @Nullable BufferedRow current;

	private int position;

	private int row;

	private boolean exhausted;

	private @Nullable SQLException failure;

	private boolean wasNull;

	LookAheadResultSet(ResultSet rows, LookAheadSize size) {
		super(rows);
		this.size = size;
	}

	/**
	 * Reads the rows after the current one, if they are not read yet.
	 * @return the current row with others before and after it, always the same list for
	 * all of them, or {@code null} if such rows cannot be kept
	 */
	@Nullable List<LevelRow> lookAhead() {
		if (this.current == null && this.able) {
			this.able = buffer();
		}
		return (this.current != null) ? this.ahead : null;
	}

	private boolean buffer() {
		try {
			BufferedColumns columns = columns();
			if (!columns.canBeKept(this.size.isStreaming())) {
				return false;
			}
			this.current = columns.read(rows());
			List<LevelRow> rows = new ArrayList<>();
			rows.add(this.current);
			this.ahead = rows;
			this.position = 0;
			readOn(columns, this.size.next());
			return true;
		}
		catch (SQLException ex) {
			return false;
		}
	}

	private BufferedColumns columns() throws SQLException {
		BufferedColumns columns = this.columns;
		if (columns == null) {
			columns = BufferedColumns.of(rows().getMetaData());
			this.columns = columns;
		}
		return columns;
	}

	/**
	 * A failure is kept for whoever would have met it.
	 */
	private void readOn(BufferedColumns columns, int size) {
		try {
			while (this.ahead.size() < size && !this.exhausted) {
				if (rows().next()) {
					this.ahead.add(columns.read(rows()));
				}
				else {
					this.exhausted = true;
				}
			}
		}
		catch (SQLException ex) {
			this.failure = ex;
		}
	}

	/**
	 * Tells whether it is known what follows the current row.
	 */
	boolean knowsNext() {
		return this.exhausted
				|| (this.current != null && (this.position + 1 < this.ahead.size() || this.failure != null));
	}

	/**
	 * Takes notice that the rows were moved on by somebody else.
	 */
	void moved() {
		forget();
		this.row++;
	}

	private void forget() {
		this.current = null;
		this.ahead = List.of();
	}

	@Override
	public boolean next() throws SQLException {
		boolean next = (this.current != null) ? nextOfBuffer() : !this.exhausted && rows().next();
		this.row += next ? 1 : 0;
		return next;
	}

	private boolean nextOfBuffer() throws SQLException {
		if (++this.position < this.ahead.size()) {
			this.current = (BufferedRow) this.ahead.get(this.position);
			return true;
		}
		forget();
		if (this.failure != null) {
			throw this.failure;
		}
		return !this.exhausted && rows().next();
	}

	@Override
	ResultSet atCurrentRow() throws SQLException {
		if (this.current != null) {
			throw new SQLFeatureNotSupportedException(
					"These rows were read ahead and can neither be changed nor read in another order. Use a query "
							+ "of its own for that, or set inverseof.aggregate-batch-size to 1.");
		}
		return rows();
	}

	@Override
	public void close() throws SQLException {
		forget();
		rows().close();
	}

	@Override
	public ResultSetMetaData getMetaData() throws SQLException {
		return rows().getMetaData();
	}

	@Override
	public int findColumn(String columnLabel) throws SQLException {
		int column = (this.current != null) ? this.current.column(columnLabel) : 0;
		return (column > 0) ? column : rows().findColumn(columnLabel);
	}

	@Override
	public int getRow() throws SQLException {
		return (this.current != null) ? this.row : rows().getRow();
	}

	@Override
	public boolean isBeforeFirst() throws SQLException {
		return this.current == null && rows().isBeforeFirst();
	}

	@Override
	public boolean isAfterLast() throws SQLException {
		return this.current == null && rows().isAfterLast();
	}

	@Override
	public boolean isFirst() throws SQLException {
		return (this.current != null) ? this.row == 1 : rows().isFirst();
	}

	@Override
	public boolean isLast() throws SQLException {
		boolean lastRead = this.current == null || this.position + 1 == this.ahead.size();
		return lastRead && ((this.current != null && this.exhausted) || rows().isLast());
	}

	@Override
	public boolean wasNull() throws SQLException {
		return (this.current != null) ? this.wasNull : rows().wasNull();
	}

	private @Nullable Object remember(@Nullable Object value) {
		this.wasNull = value == null;
		return value;
	}

	private BufferedValue value(int columnIndex) throws SQLException {
		BufferedRow row = Objects.requireNonNull(this.current);
		remember(row.object(columnIndex));
		return row.value(columnIndex);
	}

	@Override
	public @Nullable String getString(int columnIndex) throws SQLException {
		return (this.current != null) ? value(columnIndex).text() : rows().getString(columnIndex);
	}

	@Override
	public boolean getBoolean(int columnIndex) throws SQLException {
		return (this.current != null) ? value(columnIndex).bool() : rows().getBoolean(columnIndex);
	}

	@Override
	public byte getByte(int columnIndex) throws SQLException {
		return (this.current != null) ? (byte) value(columnIndex).integer(Byte.MIN_VALUE, Byte.MAX_VALUE)
				: rows().getByte(columnIndex);
	}

	@Override
	public short getShort(int columnIndex) throws SQLException {
		return (this.current != null) ? (short) value(columnIndex).integer(Short.MIN_VALUE, Short.MAX_VALUE)
				: rows().getShort(columnIndex);
	}

	@Override
	public int getInt(int columnIndex) throws SQLException {
		return (this.current != null) ? (int) value(columnIndex).integer(Integer.MIN_VALUE, Integer.MAX_VALUE)
				: rows().getInt(columnIndex);
	}

	@Override
	public long getLong(int columnIndex) throws SQLException {
		return (this.current != null) ? value(columnIndex).integer(Long.MIN_VALUE, Long.MAX_VALUE)
				: rows().getLong(columnIndex);
	}

	@Override
	public float getFloat(int columnIndex) throws SQLException {
		return (this.current != null) ? (float) value(columnIndex).floating() : rows().getFloat(columnIndex);
	}

	@Override
	public double getDouble(int columnIndex) throws SQLException {
		return (this.current != null) ? value(columnIndex).floating() : rows().getDouble(columnIndex);
	}

	@Override
	@Deprecated
	@SuppressWarnings("deprecation")
	public @Nullable BigDecimal getBigDecimal(int columnIndex, int scale) throws SQLException {
		return (this.current != null) ? value(columnIndex).decimal(scale) : rows().getBigDecimal(columnIndex, scale);
	}

	@Override
	public byte @Nullable [] getBytes(int columnIndex) throws SQLException {
		return (this.current != null) ? value(columnIndex).bytes() : rows().getBytes(columnIndex);
	}

	@Override
	public @Nullable Date getDate(int columnIndex) throws SQLException {
		return (this.current != null) ? value(columnIndex).date() : rows().getDate(columnIndex);
	}

	@Override
	public @Nullable Time getTime(int columnIndex) throws SQLException {
		return (this.current != null) ? value(columnIndex).time() : rows().getTime(columnIndex);
	}

	@Override
	public @Nullable Timestamp getTimestamp(int columnIndex) throws SQLException {
		return (this.current != null) ? value(columnIndex).timestamp() : rows().getTimestamp(columnIndex);
	}

	@Override
	public @Nullable InputStream getAsciiStream(int columnIndex) throws SQLException {
		return (this.current != null) ? value(columnIndex).ascii() : rows().getAsciiStream(columnIndex);
	}

	@Override
	@Deprecated
	@SuppressWarnings("deprecation")
	public @Nullable InputStream getUnicodeStream(int columnIndex) throws SQLException {
		return (this.current != null) ? value(columnIndex).as(InputStream.class) : rows().getUnicodeStream(columnIndex);
	}

	@Override
	public @Nullable InputStream getBinaryStream(int columnIndex) throws SQLException {
		return (this.current != null) ? value(columnIndex).stream() : rows().getBinaryStream(columnIndex);
	}

	@Override
	public @Nullable String getString(String columnLabel) throws SQLException {
		return (this.current != null) ? getString(findColumn(columnLabel)) : rows().getString(columnLabel);
	}

	@Override
	public boolean getBoolean(String columnLabel) throws SQLException {
		return (this.current != null) ? getBoolean(findColumn(columnLabel)) : rows().getBoolean(columnLabel);
	}

	@Override
	public byte getByte(String columnLabel) throws SQLException {
		return (this.current != null) ? getByte(findColumn(columnLabel)) : rows().getByte(columnLabel);
	}

	@Override
	public short getShort(String columnLabel) throws SQLException {
		return (this.current != null) ? getShort(findColumn(columnLabel)) : rows().getShort(columnLabel);
	}

	@Override
	public int getInt(String columnLabel) throws SQLException {
		return (this.current != null) ? getInt(findColumn(columnLabel)) : rows().getInt(columnLabel);
	}

	@Override
	public long getLong(String columnLabel) throws SQLException {
		return (this.current != null) ? getLong(findColumn(columnLabel)) : rows().getLong(columnLabel);
	}

	@Override
	public float getFloat(String columnLabel) throws SQLException {
		return (this.current != null) ? getFloat(findColumn(columnLabel)) : rows().getFloat(columnLabel);
	}

	@Override
	public double getDouble(String columnLabel) throws SQLException {
		return (this.current != null) ? getDouble(findColumn(columnLabel)) : rows().getDouble(columnLabel);
	}

	@Override
	@Deprecated
	@SuppressWarnings("deprecation")
	public @Nullable BigDecimal getBigDecimal(String columnLabel, int scale) throws SQLException {
		return (this.current != null) ? getBigDecimal(findColumn(columnLabel), scale)
				: rows().getBigDecimal(columnLabel, scale);
	}

	@Override
	public byte @Nullable [] getBytes(String columnLabel) throws SQLException {
		return (this.current != null) ? getBytes(findColumn(columnLabel)) : rows().getBytes(columnLabel);
	}

	@Override
	public @Nullable Date getDate(String columnLabel) throws SQLException {
		return (this.current != null) ? getDate(findColumn(columnLabel)) : rows().getDate(columnLabel);
	}

	@Override
	public @Nullable Time getTime(String columnLabel) throws SQLException {
		return (this.current != null) ? getTime(findColumn(columnLabel)) : rows().getTime(columnLabel);
	}

	@Override
	public @Nullable Timestamp getTimestamp(String columnLabel) throws SQLException {
		return (this.current != null) ? getTimestamp(findColumn(columnLabel)) : rows().getTimestamp(columnLabel);
	}

	@Override
	public @Nullable InputStream getAsciiStream(String columnLabel) throws SQLException {
		return (this.current != null) ? getAsciiStream(findColumn(columnLabel)) : rows().getAsciiStream(columnLabel);
	}

	@Override
	@Deprecated
	@SuppressWarnings("deprecation")
	public @Nullable InputStream getUnicodeStream(String columnLabel) throws SQLException {
		return (this.current != null) ? getUnicodeStream(findColumn(columnLabel))
				: rows().getUnicodeStream(columnLabel);
	}

	@Override
	public @Nullable InputStream getBinaryStream(String columnLabel) throws SQLException {
		return (this.current != null) ? getBinaryStream(findColumn(columnLabel)) : rows().getBinaryStream(columnLabel);
	}

	@Override
	public @Nullable Object getObject(int columnIndex) throws SQLException {
		return (this.current != null) ? remember(this.current.object(columnIndex)) : rows().getObject(columnIndex);
	}

	@Override
	public @Nullable Object getObject(String columnLabel) throws SQLException {
		return (this.current != null) ? getObject(findColumn(columnLabel)) : rows().getObject(columnLabel);
	}

	@Override
	public @Nullable Reader getCharacterStream(int columnIndex) throws SQLException {
		return (this.current != null) ? value(columnIndex).reader() : rows().getCharacterStream(columnIndex);
	}

	@Override
	public @Nullable Reader getCharacterStream(String columnLabel) throws SQLException {
		return (this.current != null) ? getCharacterStream(findColumn(columnLabel))
				: rows().getCharacterStream(columnLabel);
	}

	@Override
	public @Nullable BigDecimal getBigDecimal(int columnIndex) throws SQLException {
		return (this.current != null) ? value(columnIndex).decimal() : rows().getBigDecimal(columnIndex);
	}

	@Override
	public @Nullable BigDecimal getBigDecimal(String columnLabel) throws SQLException {
		return (this.current != null) ? getBigDecimal(findColumn(columnLabel)) : rows().getBigDecimal(columnLabel);
	}

	@Override
	public @Nullable Object getObject(int columnIndex, Map<String, Class<?>> map) throws SQLException {
		return (this.current != null) ? getObject(columnIndex) : rows().getObject(columnIndex, map);
	}

	@Override
	public @Nullable Ref getRef(int columnIndex) throws SQLException {
		return (this.current != null) ? value(columnIndex).as(Ref.class) : rows().getRef(columnIndex);
	}

	@Override
	public @Nullable Blob getBlob(int columnIndex) throws SQLException {
		return (this.current != null) ? value(columnIndex).blob() : rows().getBlob(columnIndex);
	}

	@Override
	public @Nullable Clob getClob(int columnIndex) throws SQLException {
		return (this.current != null) ? value(columnIndex).clob() : rows().getClob(columnIndex);
	}

	@Override
	public @Nullable Array getArray(int columnIndex) throws SQLException {
		return (this.current != null) ? value(columnIndex).as(Array.class) : rows().getArray(columnIndex);
	}

	@Override
	public @Nullable Object getObject(String columnLabel, Map<String, Class<?>> map) throws SQLException {
		return (this.current != null) ? getObject(findColumn(columnLabel), map) : rows().getObject(columnLabel, map);
	}

	@Override
	public @Nullable Ref getRef(String columnLabel) throws SQLException {
		return (this.current != null) ? getRef(findColumn(columnLabel)) : rows().getRef(columnLabel);
	}

	@Override
	public @Nullable Blob getBlob(String columnLabel) throws SQLException {
		return (this.current != null) ? getBlob(findColumn(columnLabel)) : rows().getBlob(columnLabel);
	}

	@Override
	public @Nullable Clob getClob(String columnLabel) throws SQLException {
		return (this.current != null) ? getClob(findColumn(columnLabel)) : rows().getClob(columnLabel);
	}

	@Override
	public @Nullable Array getArray(String columnLabel) throws SQLException {
		return (this.current != null) ? getArray(findColumn(columnLabel)) : rows().getArray(columnLabel);
	}

	@Override
	public @Nullable Date getDate(int columnIndex, Calendar calendar) throws SQLException {
		return (this.current != null) ? value(columnIndex).date(calendar) : rows().getDate(columnIndex, calendar);
	}

	@Override
	public @Nullable Date getDate(String columnLabel, Calendar calendar) throws SQLException {
		return (this.current != null) ? getDate(findColumn(columnLabel), calendar)
				: rows().getDate(columnLabel, calendar);
	}

	@Override
	public @Nullable Time getTime(int columnIndex, Calendar calendar) throws SQLException {
		return (this.current != null) ? value(columnIndex).time(calendar) : rows().getTime(columnIndex, calendar);
	}

	@Override
	public @Nullable Time getTime(String columnLabel, Calendar calendar) throws SQLException {
		return (this.current != null) ? getTime(findColumn(columnLabel), calendar)
				: rows().getTime(columnLabel, calendar);
	}

	@Override
	public @Nullable Timestamp getTimestamp(int columnIndex, Calendar calendar) throws SQLException {
		return (this.current != null) ? value(columnIndex).timestamp(calendar)
				: rows().getTimestamp(columnIndex, calendar);
	}

	@Override
	public @Nullable Timestamp getTimestamp(String columnLabel, Calendar calendar) throws SQLException {
		return (this.current != null) ? getTimestamp(findColumn(columnLabel), calendar)
				: rows().getTimestamp(columnLabel, calendar);
	}

	@Override
	public @Nullable URL getURL(int columnIndex) throws SQLException {
		return (this.current != null) ? value(columnIndex).as(URL.class) : rows().getURL(columnIndex);
	}

	@Override
	public @Nullable URL getURL(String columnLabel) throws SQLException {
		return (this.current != null) ? getURL(findColumn(columnLabel)) : rows().getURL(columnLabel);
	}

	@Override
	public @Nullable RowId getRowId(int columnIndex) throws SQLException {
		return (this.current != null) ? value(columnIndex).as(RowId.class) : rows().getRowId(columnIndex);
	}

	@Override
	public @Nullable RowId getRowId(String columnLabel) throws SQLException {
		return (this.current != null) ? getRowId(findColumn(columnLabel)) : rows().getRowId(columnLabel);
	}

	@Override
	public @Nullable NClob getNClob(int columnIndex) throws SQLException {
		return (this.current != null) ? value(columnIndex).as(NClob.class) : rows().getNClob(columnIndex);
	}

	@Override
	public @Nullable NClob getNClob(String columnLabel) throws SQLException {
		return (this.current != null) ? getNClob(findColumn(columnLabel)) : rows().getNClob(columnLabel);
	}

	@Override
	public @Nullable SQLXML getSQLXML(int columnIndex) throws SQLException {
		return (this.current != null) ? value(columnIndex).as(SQLXML.class) : rows().getSQLXML(columnIndex);
	}

	@Override
	public @Nullable SQLXML getSQLXML(String columnLabel) throws SQLException {
		return (this.current != null) ? getSQLXML(findColumn(columnLabel)) : rows().getSQLXML(columnLabel);
	}

	@Override
	public @Nullable String getNString(int columnIndex) throws SQLException {
		return (this.current != null) ? value(columnIndex).text() : rows().getNString(columnIndex);
	}

	@Override
	public @Nullable String getNString(String columnLabel) throws SQLException {
		return (this.current != null) ? getNString(findColumn(columnLabel)) : rows().getNString(columnLabel);
	}

	@Override
	public @Nullable Reader getNCharacterStream(int columnIndex) throws SQLException {
		return (this.current != null) ? value(columnIndex).reader() : rows().getNCharacterStream(columnIndex);
	}

	@Override
	public @Nullable Reader getNCharacterStream(String columnLabel) throws SQLException {
		return (this.current != null) ? getNCharacterStream(findColumn(columnLabel))
				: rows().getNCharacterStream(columnLabel);
	}

	@Override
	public <T> @Nullable T getObject(int columnIndex, Class<T> type) throws SQLException {
		return (this.current != null) ? value(columnIndex).as(type) : rows().getObject(columnIndex, type);
	}

	@Override
	public <T> @Nullable T getObject(String columnLabel, Class<T> type) throws SQLException {
		return (this.current != null) ? getObject(findColumn(columnLabel), type) : rows().getObject(columnLabel, type);
	}

}
