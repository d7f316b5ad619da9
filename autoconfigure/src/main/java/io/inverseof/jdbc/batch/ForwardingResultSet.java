package io.inverseof.jdbc.batch;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLWarning;
import java.sql.SQLXML;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;

import org.jspecify.annotations.Nullable;

/**
 * What is the same on all result sets that stand before another one: nothing but columns
 * of the current row is kept, so all else is passed on.
 */
abstract class ForwardingResultSet implements ResultSet {

	private final ResultSet rows;

	ForwardingResultSet(ResultSet rows) {
		this.rows = rows;
	}

	/**
	 * The other result set, wherever it is.
	 */
	final ResultSet rows() {
		return this.rows;
	}

	/**
	 * Returns the other result set, to move it or to change its row.
	 * @throws SQLException if it is no longer on the same row
	 */
	abstract ResultSet atCurrentRow() throws SQLException;

	@Override
	public <T> T unwrap(Class<T> type) throws SQLException {
		return type.isInstance(this) ? type.cast(this) : this.rows.unwrap(type);
	}

	@Override
	public boolean isWrapperFor(Class<?> type) throws SQLException {
		return type.isInstance(this) || this.rows.isWrapperFor(type);
	}

	@Override
	public @Nullable SQLWarning getWarnings() throws SQLException {
		return this.rows.getWarnings();
	}

	@Override
	public void clearWarnings() throws SQLException {
		this.rows.clearWarnings();
	}

	@Override
	public String getCursorName() throws SQLException {
		return this.rows.getCursorName();
	}

	@Override
	public void beforeFirst() throws SQLException {
		atCurrentRow().beforeFirst();
	}

	@Override
	public void afterLast() throws SQLException {
		atCurrentRow().afterLast();
	}

	@Override
	public boolean first() throws SQLException {
		return atCurrentRow().first();
	}

	@Override
	public boolean last() throws SQLException {
		return atCurrentRow().last();
	}

	@Override
	public boolean absolute(int row) throws SQLException {
		return atCurrentRow().absolute(row);
	}

	@Override
	public boolean relative(int rows) throws SQLException {
		return atCurrentRow().relative(rows);
	}

	@Override
	public boolean previous() throws SQLException {
		return atCurrentRow().previous();
	}

	@Override
	public void setFetchDirection(int direction) throws SQLException {
		this.rows.setFetchDirection(direction);
	}

	@Override
	public int getFetchDirection() throws SQLException {
		return this.rows.getFetchDirection();
	}

	@Override
	public void setFetchSize(int rows) throws SQLException {
		this.rows.setFetchSize(rows);
	}

	@Override
	public int getFetchSize() throws SQLException {
		return this.rows.getFetchSize();
	}

	@Override
	public int getType() throws SQLException {
		return this.rows.getType();
	}

	@Override
	public int getConcurrency() throws SQLException {
		return this.rows.getConcurrency();
	}

	@Override
	public boolean rowUpdated() throws SQLException {
		return atCurrentRow().rowUpdated();
	}

	@Override
	public boolean rowInserted() throws SQLException {
		return atCurrentRow().rowInserted();
	}

	@Override
	public boolean rowDeleted() throws SQLException {
		return atCurrentRow().rowDeleted();
	}

	@Override
	public void updateNull(int columnIndex) throws SQLException {
		atCurrentRow().updateNull(columnIndex);
	}

	@Override
	public void updateBoolean(int columnIndex, boolean value) throws SQLException {
		atCurrentRow().updateBoolean(columnIndex, value);
	}

	@Override
	public void updateByte(int columnIndex, byte value) throws SQLException {
		atCurrentRow().updateByte(columnIndex, value);
	}

	@Override
	public void updateShort(int columnIndex, short value) throws SQLException {
		atCurrentRow().updateShort(columnIndex, value);
	}

	@Override
	public void updateInt(int columnIndex, int value) throws SQLException {
		atCurrentRow().updateInt(columnIndex, value);
	}

	@Override
	public void updateLong(int columnIndex, long value) throws SQLException {
		atCurrentRow().updateLong(columnIndex, value);
	}

	@Override
	public void updateFloat(int columnIndex, float value) throws SQLException {
		atCurrentRow().updateFloat(columnIndex, value);
	}

	@Override
	public void updateDouble(int columnIndex, double value) throws SQLException {
		atCurrentRow().updateDouble(columnIndex, value);
	}

	@Override
	public void updateBigDecimal(int columnIndex, @Nullable BigDecimal value) throws SQLException {
		atCurrentRow().updateBigDecimal(columnIndex, value);
	}

	@Override
	public void updateString(int columnIndex, @Nullable String value) throws SQLException {
		atCurrentRow().updateString(columnIndex, value);
	}

	@Override
	public void updateBytes(int columnIndex, byte @Nullable [] value) throws SQLException {
		atCurrentRow().updateBytes(columnIndex, value);
	}

	@Override
	public void updateDate(int columnIndex, @Nullable Date value) throws SQLException {
		atCurrentRow().updateDate(columnIndex, value);
	}

	@Override
	public void updateTime(int columnIndex, @Nullable Time value) throws SQLException {
		atCurrentRow().updateTime(columnIndex, value);
	}

	@Override
	public void updateTimestamp(int columnIndex, @Nullable Timestamp value) throws SQLException {
		atCurrentRow().updateTimestamp(columnIndex, value);
	}

	@Override
	public void updateAsciiStream(int columnIndex, @Nullable InputStream value, int length) throws SQLException {
		atCurrentRow().updateAsciiStream(columnIndex, value, length);
	}

	@Override
	public void updateBinaryStream(int columnIndex, @Nullable InputStream value, int length) throws SQLException {
		atCurrentRow().updateBinaryStream(columnIndex, value, length);
	}

	@Override
	public void updateCharacterStream(int columnIndex, @Nullable Reader value, int length) throws SQLException {
		atCurrentRow().updateCharacterStream(columnIndex, value, length);
	}

	@Override
	public void updateObject(int columnIndex, @Nullable Object value, int scaleOrLength) throws SQLException {
		atCurrentRow().updateObject(columnIndex, value, scaleOrLength);
	}

	@Override
	public void updateObject(int columnIndex, @Nullable Object value) throws SQLException {
		atCurrentRow().updateObject(columnIndex, value);
	}

	@Override
	public void updateNull(String columnLabel) throws SQLException {
		atCurrentRow().updateNull(columnLabel);
	}

	@Override
	public void updateBoolean(String columnLabel, boolean value) throws SQLException {
		atCurrentRow().updateBoolean(columnLabel, value);
	}

	@Override
	public void updateByte(String columnLabel, byte value) throws SQLException {
		atCurrentRow().updateByte(columnLabel, value);
	}

	@Override
	public void updateShort(String columnLabel, short value) throws SQLException {
		atCurrentRow().updateShort(columnLabel, value);
	}

	@Override
	public void updateInt(String columnLabel, int value) throws SQLException {
		atCurrentRow().updateInt(columnLabel, value);
	}

	@Override
	public void updateLong(String columnLabel, long value) throws SQLException {
		atCurrentRow().updateLong(columnLabel, value);
	}

	@Override
	public void updateFloat(String columnLabel, float value) throws SQLException {
		atCurrentRow().updateFloat(columnLabel, value);
	}

	@Override
	public void updateDouble(String columnLabel, double value) throws SQLException {
		atCurrentRow().updateDouble(columnLabel, value);
	}

	@Override
	public void updateBigDecimal(String columnLabel, @Nullable BigDecimal value) throws SQLException {
		atCurrentRow().updateBigDecimal(columnLabel, value);
	}

	@Override
	public void updateString(String columnLabel, @Nullable String value) throws SQLException {
		atCurrentRow().updateString(columnLabel, value);
	}

	@Override
	public void updateBytes(String columnLabel, byte @Nullable [] value) throws SQLException {
		atCurrentRow().updateBytes(columnLabel, value);
	}

	@Override
	public void updateDate(String columnLabel, @Nullable Date value) throws SQLException {
		atCurrentRow().updateDate(columnLabel, value);
	}

	@Override
	public void updateTime(String columnLabel, @Nullable Time value) throws SQLException {
		atCurrentRow().updateTime(columnLabel, value);
	}

	@Override
	public void updateTimestamp(String columnLabel, @Nullable Timestamp value) throws SQLException {
		atCurrentRow().updateTimestamp(columnLabel, value);
	}

	@Override
	public void updateAsciiStream(String columnLabel, @Nullable InputStream value, int length) throws SQLException {
		atCurrentRow().updateAsciiStream(columnLabel, value, length);
	}

	@Override
	public void updateBinaryStream(String columnLabel, @Nullable InputStream value, int length) throws SQLException {
		atCurrentRow().updateBinaryStream(columnLabel, value, length);
	}

	@Override
	public void updateCharacterStream(String columnLabel, @Nullable Reader value, int length) throws SQLException {
		atCurrentRow().updateCharacterStream(columnLabel, value, length);
	}

	@Override
	public void updateObject(String columnLabel, @Nullable Object value, int scaleOrLength) throws SQLException {
		atCurrentRow().updateObject(columnLabel, value, scaleOrLength);
	}

	@Override
	public void updateObject(String columnLabel, @Nullable Object value) throws SQLException {
		atCurrentRow().updateObject(columnLabel, value);
	}

	@Override
	public void insertRow() throws SQLException {
		atCurrentRow().insertRow();
	}

	@Override
	public void updateRow() throws SQLException {
		atCurrentRow().updateRow();
	}

	@Override
	public void deleteRow() throws SQLException {
		atCurrentRow().deleteRow();
	}

	@Override
	public void refreshRow() throws SQLException {
		atCurrentRow().refreshRow();
	}

	@Override
	public void cancelRowUpdates() throws SQLException {
		atCurrentRow().cancelRowUpdates();
	}

	@Override
	public void moveToInsertRow() throws SQLException {
		atCurrentRow().moveToInsertRow();
	}

	@Override
	public void moveToCurrentRow() throws SQLException {
		atCurrentRow().moveToCurrentRow();
	}

	@Override
	public Statement getStatement() throws SQLException {
		return this.rows.getStatement();
	}

	@Override
	public void updateRef(int columnIndex, @Nullable Ref value) throws SQLException {
		atCurrentRow().updateRef(columnIndex, value);
	}

	@Override
	public void updateRef(String columnLabel, @Nullable Ref value) throws SQLException {
		atCurrentRow().updateRef(columnLabel, value);
	}

	@Override
	public void updateBlob(int columnIndex, @Nullable Blob value) throws SQLException {
		atCurrentRow().updateBlob(columnIndex, value);
	}

	@Override
	public void updateBlob(String columnLabel, @Nullable Blob value) throws SQLException {
		atCurrentRow().updateBlob(columnLabel, value);
	}

	@Override
	public void updateClob(int columnIndex, @Nullable Clob value) throws SQLException {
		atCurrentRow().updateClob(columnIndex, value);
	}

	@Override
	public void updateClob(String columnLabel, @Nullable Clob value) throws SQLException {
		atCurrentRow().updateClob(columnLabel, value);
	}

	@Override
	public void updateArray(int columnIndex, @Nullable Array value) throws SQLException {
		atCurrentRow().updateArray(columnIndex, value);
	}

	@Override
	public void updateArray(String columnLabel, @Nullable Array value) throws SQLException {
		atCurrentRow().updateArray(columnLabel, value);
	}

	@Override
	public void updateRowId(int columnIndex, @Nullable RowId value) throws SQLException {
		atCurrentRow().updateRowId(columnIndex, value);
	}

	@Override
	public void updateRowId(String columnLabel, @Nullable RowId value) throws SQLException {
		atCurrentRow().updateRowId(columnLabel, value);
	}

	@Override
	public int getHoldability() throws SQLException {
		return this.rows.getHoldability();
	}

	@Override
	public boolean isClosed() throws SQLException {
		return this.rows.isClosed();
	}

	@Override
	public void updateNString(int columnIndex, @Nullable String value) throws SQLException {
		atCurrentRow().updateNString(columnIndex, value);
	}

	@Override
	public void updateNString(String columnLabel, @Nullable String value) throws SQLException {
		atCurrentRow().updateNString(columnLabel, value);
	}

	@Override
	public void updateNClob(int columnIndex, @Nullable NClob value) throws SQLException {
		atCurrentRow().updateNClob(columnIndex, value);
	}

	@Override
	public void updateNClob(String columnLabel, @Nullable NClob value) throws SQLException {
		atCurrentRow().updateNClob(columnLabel, value);
	}

	@Override
	public void updateSQLXML(int columnIndex, @Nullable SQLXML value) throws SQLException {
		atCurrentRow().updateSQLXML(columnIndex, value);
	}

	@Override
	public void updateSQLXML(String columnLabel, @Nullable SQLXML value) throws SQLException {
		atCurrentRow().updateSQLXML(columnLabel, value);
	}

	@Override
	public void updateNCharacterStream(int columnIndex, @Nullable Reader value, long length) throws SQLException {
		atCurrentRow().updateNCharacterStream(columnIndex, value, length);
	}

	@Override
	public void updateNCharacterStream(String columnLabel, @Nullable Reader value, long length) throws SQLException {
		atCurrentRow().updateNCharacterStream(columnLabel, value, length);
	}

	@Override
	public void updateAsciiStream(int columnIndex, @Nullable InputStream value, long length) throws SQLException {
		atCurrentRow().updateAsciiStream(columnIndex, value, length);
	}

	@Override
	public void updateBinaryStream(int columnIndex, @Nullable InputStream value, long length) throws SQLException {
		atCurrentRow().updateBinaryStream(columnIndex, value, length);
	}

	@Override
	public void updateCharacterStream(int columnIndex, @Nullable Reader value, long length) throws SQLException {
		atCurrentRow().updateCharacterStream(columnIndex, value, length);
	}

	@Override
	public void updateAsciiStream(String columnLabel, @Nullable InputStream value, long length) throws SQLException {
		atCurrentRow().updateAsciiStream(columnLabel, value, length);
	}

	@Override
	public void updateBinaryStream(String columnLabel, @Nullable InputStream value, long length) throws SQLException {
		atCurrentRow().updateBinaryStream(columnLabel, value, length);
	}

	@Override
	public void updateCharacterStream(String columnLabel, @Nullable Reader value, long length) throws SQLException {
		atCurrentRow().updateCharacterStream(columnLabel, value, length);
	}

	@Override
	public void updateBlob(int columnIndex, @Nullable InputStream value, long length) throws SQLException {
		atCurrentRow().updateBlob(columnIndex, value, length);
	}

	@Override
	public void updateBlob(String columnLabel, @Nullable InputStream value, long length) throws SQLException {
		atCurrentRow().updateBlob(columnLabel, value, length);
	}

	@Override
	public void updateClob(int columnIndex, @Nullable Reader value, long length) throws SQLException {
		atCurrentRow().updateClob(columnIndex, value, length);
	}

	@Override
	public void updateClob(String columnLabel, @Nullable Reader value, long length) throws SQLException {
		atCurrentRow().updateClob(columnLabel, value, length);
	}

	@Override
	public void updateNClob(int columnIndex, @Nullable Reader value, long length) throws SQLException {
		atCurrentRow().updateNClob(columnIndex, value, length);
	}

	@Override
	public void updateNClob(String columnLabel, @Nullable Reader value, long length) throws SQLException {
		atCurrentRow().updateNClob(columnLabel, value, length);
	}

	@Override
	public void updateNCharacterStream(int columnIndex, @Nullable Reader value) throws SQLException {
		atCurrentRow().updateNCharacterStream(columnIndex, value);
	}

	@Override
	public void updateNCharacterStream(String columnLabel, @Nullable Reader value) throws SQLException {
		atCurrentRow().updateNCharacterStream(columnLabel, value);
	}

	@Override
	public void updateAsciiStream(int columnIndex, @Nullable InputStream value) throws SQLException {
		atCurrentRow().updateAsciiStream(columnIndex, value);
	}

	@Override
	public void updateBinaryStream(int columnIndex, @Nullable InputStream value) throws SQLException {
		atCurrentRow().updateBinaryStream(columnIndex, value);
	}

	@Override
	public void updateCharacterStream(int columnIndex, @Nullable Reader value) throws SQLException {
		atCurrentRow().updateCharacterStream(columnIndex, value);
	}

	@Override
	public void updateAsciiStream(String columnLabel, @Nullable InputStream value) throws SQLException {
		atCurrentRow().updateAsciiStream(columnLabel, value);
	}

	@Override
	public void updateBinaryStream(String columnLabel, @Nullable InputStream value) throws SQLException {
		atCurrentRow().updateBinaryStream(columnLabel, value);
	}

	@Override
	public void updateCharacterStream(String columnLabel, @Nullable Reader value) throws SQLException {
		atCurrentRow().updateCharacterStream(columnLabel, value);
	}

	@Override
	public void updateBlob(int columnIndex, @Nullable InputStream value) throws SQLException {
		atCurrentRow().updateBlob(columnIndex, value);
	}

	@Override
	public void updateBlob(String columnLabel, @Nullable InputStream value) throws SQLException {
		atCurrentRow().updateBlob(columnLabel, value);
	}

	@Override
	public void updateClob(int columnIndex, @Nullable Reader value) throws SQLException {
		atCurrentRow().updateClob(columnIndex, value);
	}

	@Override
	public void updateClob(String columnLabel, @Nullable Reader value) throws SQLException {
		atCurrentRow().updateClob(columnLabel, value);
	}

	@Override
	public void updateNClob(int columnIndex, @Nullable Reader value) throws SQLException {
		atCurrentRow().updateNClob(columnIndex, value);
	}

	@Override
	public void updateNClob(String columnLabel, @Nullable Reader value) throws SQLException {
		atCurrentRow().updateNClob(columnLabel, value);
	}

	@Override
	public void updateObject(int columnIndex, @Nullable Object value, SQLType targetType, int scaleOrLength)
			throws SQLException {
		atCurrentRow().updateObject(columnIndex, value, targetType, scaleOrLength);
	}

	@Override
	public void updateObject(String columnLabel, @Nullable Object value, SQLType targetType, int scaleOrLength)
			throws SQLException {
		atCurrentRow().updateObject(columnLabel, value, targetType, scaleOrLength);
	}

	@Override
	public void updateObject(int columnIndex, @Nullable Object value, SQLType targetType) throws SQLException {
		atCurrentRow().updateObject(columnIndex, value, targetType);
	}

	@Override
	public void updateObject(String columnLabel, @Nullable Object value, SQLType targetType) throws SQLException {
		atCurrentRow().updateObject(columnLabel, value, targetType);
	}

}
