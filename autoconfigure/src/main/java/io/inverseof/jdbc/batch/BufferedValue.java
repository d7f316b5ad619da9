package io.inverseof.jdbc.batch;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.util.Calendar;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import javax.sql.rowset.serial.SerialBlob;
import javax.sql.rowset.serial.SerialClob;

import org.jspecify.annotations.Nullable;

/**
 * A value that was read ahead, as any getter wants it. Drivers agree about most of this;
 * where they do not, the text is the one that the driver gave.
 *
 * @param column where the value was
 * @param object what the driver gave
 * @param view what the driver makes of it, {@code null} if that is certain
 */
record BufferedValue(int column, @Nullable Object object, @Nullable DriverView view) {

	private static final Set<String> FALSE = Set.of("false", "f", "no", "n", "off", "0", "");

	@Nullable String text() {
		if (this.view != null) {
			return this.view.text();
		}
		return (this.object instanceof byte[] bytes) ? new String(bytes, StandardCharsets.UTF_8)
				: (this.object != null) ? this.object.toString() : null;
	}

	boolean bool() {
		if (this.object instanceof Boolean bool) {
			return bool;
		}
		if (this.object instanceof Number number) {
			return number.doubleValue() != 0;
		}
		String text = text();
		return text != null && !FALSE.contains(text.trim().toLowerCase(Locale.ROOT));
	}

	long integer(long least, long most) throws SQLException {
		BigInteger integer = integer();
		if (integer.compareTo(BigInteger.valueOf(least)) < 0 || integer.compareTo(BigInteger.valueOf(most)) > 0) {
			throw new SQLDataException(
					"Column %d holds %s, which is not between %d and %d. Read it by a getter for larger numbers."
						.formatted(this.column, integer, least, most),
					"22003");
		}
		return integer.longValue();
	}

	private BigInteger integer() throws SQLException {
		if (this.view != null && this.view.integer() != null) {
			return BigInteger.valueOf(this.view.integer());
		}
		BigDecimal decimal = decimal();
		return (decimal != null) ? decimal.toBigInteger() : BigInteger.ZERO;
	}

	double floating() throws SQLException {
		if (this.object instanceof Number number) {
			return number.doubleValue();
		}
		BigDecimal decimal = decimal();
		return (decimal != null) ? decimal.doubleValue() : 0;
	}

	@Nullable BigDecimal decimal() throws SQLException {
		if (this.object == null || this.object instanceof BigDecimal) {
			return (BigDecimal) this.object;
		}
		if (this.object instanceof Boolean bool) {
			return bool ? BigDecimal.ONE : BigDecimal.ZERO;
		}
		try {
			return new BigDecimal(((this.object instanceof Number) ? this.object.toString() : textual()).trim());
		}
		catch (NumberFormatException ex) {
			throw unreadable(BigDecimal.class, ex);
		}
	}

	@Nullable BigDecimal decimal(int scale) throws SQLException {
		BigDecimal decimal = decimal();
		return (decimal != null) ? decimal.setScale(scale, RoundingMode.HALF_UP) : null;
	}

	byte @Nullable [] bytes() {
		if (this.object instanceof byte[] bytes) {
			return bytes.clone();
		}
		String text = text();
		return (text != null) ? text.getBytes(StandardCharsets.UTF_8) : null;
	}

	@Nullable Date date() throws SQLException {
		return as(Date.class);
	}

	@Nullable Time time() throws SQLException {
		return as(Time.class);
	}

	@Nullable Timestamp timestamp() throws SQLException {
		return as(Timestamp.class);
	}

	@Nullable Date date(Calendar calendar) throws SQLException {
		return (this.object != null) ? new Date(temporal(Date.class).millis(calendar)) : null;
	}

	@Nullable Time time(Calendar calendar) throws SQLException {
		return (this.object != null) ? new Time(temporal(Time.class).millis(calendar)) : null;
	}

	@Nullable Timestamp timestamp(Calendar calendar) throws SQLException {
		return (this.object != null) ? temporal(Timestamp.class).timestamp(calendar) : null;
	}

	@Nullable InputStream ascii() {
		String text = text();
		return (text != null) ? new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)) : null;
	}

	@Nullable InputStream stream() {
		byte[] bytes = bytes();
		return (bytes != null) ? new ByteArrayInputStream(bytes) : null;
	}

	@Nullable Reader reader() {
		String text = text();
		return (text != null) ? new StringReader(text) : null;
	}

	@Nullable Blob blob() throws SQLException {
		byte[] bytes = bytes();
		return (bytes != null) ? new SerialBlob(bytes) : null;
	}

	@Nullable Clob clob() throws SQLException {
		String text = text();
		return (text != null) ? new SerialClob(text.toCharArray()) : null;
	}

	/**
	 * Returns the value as an object of a class.
	 */
	<T> @Nullable T as(Class<T> type) throws SQLException {
		if (this.object == null || type.isInstance(this.object)) {
			return type.cast(this.object);
		}
		Object converted = number(type);
		converted = (converted != null) ? converted : temporalAs(type);
		if (converted == null && type == String.class) {
			converted = text();
		}
		if (converted == null && type == UUID.class && this.object instanceof String text) {
			converted = UUID.fromString(text);
		}
		if (!type.isInstance(converted)) {
			throw unreadable(type, null);
		}
		return type.cast(converted);
	}

	private @Nullable Object number(Class<?> type) throws SQLException {
		if (type == Boolean.class) {
			return bool();
		}
		if (type == BigDecimal.class) {
			return decimal();
		}
		if (type == BigInteger.class) {
			BigDecimal decimal = decimal();
			return (decimal != null) ? decimal.toBigInteger() : null;
		}
		if (type == Double.class) {
			return floating();
		}
		return (type == Float.class) ? (Object) (float) floating() : integerAs(type);
	}

	private @Nullable Object integerAs(Class<?> type) throws SQLException {
		if (type == Long.class) {
			return integer(Long.MIN_VALUE, Long.MAX_VALUE);
		}
		if (type == Integer.class) {
			return (int) integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
		}
		if (type == Short.class) {
			return (short) integer(Short.MIN_VALUE, Short.MAX_VALUE);
		}
		return (type == Byte.class) ? (Object) (byte) integer(Byte.MIN_VALUE, Byte.MAX_VALUE) : null;
	}

	private @Nullable Object temporalAs(Class<?> type) throws SQLException {
		return BufferedTemporal.isTemporal(type) ? temporal(type).as(type) : null;
	}

	private BufferedTemporal temporal(Class<?> type) throws SQLException {
		try {
			return BufferedTemporal.of((this.object != null) ? this.object : "");
		}
		catch (DateTimeException | IllegalArgumentException ex) {
			throw unreadable(type, ex);
		}
	}

	private String textual() {
		String text = text();
		return (text != null) ? text : "";
	}

	private SQLException unreadable(Class<?> type, @Nullable Exception cause) {
		return new SQLFeatureNotSupportedException(
				("Column %d holds %s, which was read ahead and cannot be read as %s. Read it before the entity of its "
						+ "row, or set inverseof.aggregate-batch-size to 1.")
					.formatted(this.column, (this.object != null) ? "a " + this.object.getClass().getName() : "nothing",
							type.getName()),
				cause);
	}

}
