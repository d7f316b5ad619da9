package io.inverseof.jdbc.batch;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.jdbc.support.JdbcUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Compares rows that were read ahead with the rows of the driver.
 */
class LookAheadResultSetTests {

	private static final String COLUMNS = """
			cast(7 as tinyint) tiny, cast(8 as smallint) small, cast(9 as int) medium, cast(10 as bigint) large,
			cast(1.50 as decimal(10, 2)) exact, cast(2.5 as real) single, cast(3.25 as double precision) twofold,
			true flag, 'text' words, cast('pad' as char(5)) padded, x'0102' bytes,
			date '2026-01-02' birthday, time '03:04:05' clock, timestamp '2026-01-02 03:04:05.678' moment,
			timestamp with time zone '2026-01-02 03:04:05.678+02:00' zoned,
			cast('6c84fb90-12c4-11e1-840d-7b25c5ee775a' as uuid) id, array[1, 2] numbers,
			cast('long text' as clob) essay, cast(x'0a0b' as blob) picture, cast(null as int) nothing,
			cast('12' as varchar) digits""";

	private static final String ROWS = "select x, %s from system_range(1, %d)";

	private final Calendar calendar = Calendar.getInstance(TimeZone.getTimeZone("Pacific/Auckland"));

	private Connection connection;

	@BeforeEach
	void connect() throws SQLException {
		this.connection = DriverManager.getConnection("jdbc:h2:mem:");
	}

	@AfterEach
	void disconnect() throws SQLException {
		this.connection.close();
	}

	private ResultSet rows(int count) throws SQLException {
		return this.connection.createStatement().executeQuery(ROWS.formatted(COLUMNS, count));
	}

	private LookAheadResultSet ahead(int count, int size) throws SQLException {
		LookAheadResultSet rows = new LookAheadResultSet(rows(count), LookAheadSize.of(size));
		rows.next();
		rows.lookAhead();
		return rows;
	}

	static Stream<Method> getters() {
		return Arrays.stream(ResultSet.class.getMethods())
			.filter((method) -> method.getName().startsWith("get") && method.getParameterCount() == 1
					&& method.getParameterTypes()[0] == int.class)
			.filter((method) -> !List.of("getUnicodeStream", "getObject").contains(method.getName()));
	}

	/**
	 * Where the driver refuses, anything goes.
	 */
	@ParameterizedTest
	@MethodSource("getters")
	void getterGivesWhatTheDriverGives(Method getter) throws Exception {
		ResultSet driver = rows(1);
		driver.next();
		LookAheadResultSet rows = ahead(1, 10);
		for (int column = 1; column <= driver.getMetaData().getColumnCount(); column++) {
			String label = driver.getMetaData().getColumnLabel(column);
			Object expected = call(getter, driver, column);
			if (expected instanceof SQLException || isGenerous(getter, expected, label)) {
				continue;
			}
			assertThat(call(getter, rows, column)).as("%s of %s", getter.getName(), label).isEqualTo(expected);
			assertThat(rows.wasNull()).as("wasNull of %s", label).isEqualTo(driver.wasNull());
			Method byLabel = ResultSet.class.getMethod(getter.getName(), String.class);
			assertThat(byLabel.invoke(rows, label)).satisfies(
					(value) -> assertThat(readable(value)).as("%s of %s", getter.getName(), label).isEqualTo(expected));
		}
	}

	/**
	 * H2 makes large objects and bytes of everything, in ways of its own, and adds the
	 * present day to a time.
	 */
	private static boolean isGenerous(Method getter, @Nullable Object expected, String label) {
		return switch (getter.getName()) {
			case "getBlob", "getBytes", "getBinaryStream" ->
				!List.of("BYTES", "PICTURE", "NOTHING", "WORDS").contains(label);
			case "getClob", "getNClob", "getCharacterStream", "getNCharacterStream", "getAsciiStream" ->
				!List.of("WORDS", "ESSAY", "NOTHING").contains(label) || getter.getName().equals("getNClob");
			case "getSQLXML", "getRowId", "getRef", "getURL" -> expected != null;
			case "getTimestamp" -> label.equals("CLOCK");
			case "getArray" -> !label.equals("NUMBERS");
			default -> List.of("PICTURE", "ESSAY", "BYTES", "ID", "NUMBERS").contains(label)
					&& !List.of("getString", "getNString").contains(getter.getName());
		};
	}

	private static @Nullable Object call(Method getter, ResultSet rows, int column) throws Exception {
		try {
			return readable(getter.invoke(rows, column));
		}
		catch (SQLException ex) {
			return ex;
		}
		catch (InvocationTargetException ex) {
			if (ex.getCause() instanceof SQLException cause) {
				return cause;
			}
			throw ex;
		}
	}

	private static @Nullable Object readable(@Nullable Object value) throws SQLException, IOException {
		if (value instanceof java.sql.Clob clob) {
			return clob.getSubString(1, (int) clob.length());
		}
		if (value instanceof java.sql.Blob blob) {
			return blob.getBytes(1, (int) blob.length());
		}
		if (value instanceof Array array) {
			return Arrays.asList((Object[]) array.getArray());
		}
		if (value instanceof java.io.InputStream stream) {
			return stream.readAllBytes();
		}
		if (value instanceof java.io.Reader reader) {
			char[] buffer = new char[100];
			int read = reader.read(buffer);
			return new String(buffer, 0, Math.max(read, 0));
		}
		return value;
	}

	@Test
	void springDataReadsTheSame() throws Exception {
		ResultSet driver = rows(2);
		driver.next();
		LookAheadResultSet rows = ahead(2, 10);
		for (int column = 1; column <= driver.getMetaData().getColumnCount(); column++) {
			assertThat(readable(JdbcUtils.getResultSetValue(rows, column)))
				.isEqualTo(readable(JdbcUtils.getResultSetValue(driver, column)));
		}
	}

	@ParameterizedTest
	@MethodSource("classes")
	void objectOfAClassIsWhatTheDriverGives(String label, Class<?> type) throws SQLException {
		ResultSet driver = rows(1);
		driver.next();
		LookAheadResultSet rows = ahead(1, 10);
		assertThat((Object) rows.getObject(label, type)).isEqualTo(driver.getObject(label, type));
	}

	static Stream<Object[]> classes() {
		Map<String, List<Class<?>>> classes = Map.of("LARGE",
				List.of(Long.class, Integer.class, String.class, BigDecimal.class, BigInteger.class, Double.class),
				"EXACT", List.of(BigDecimal.class, Double.class, Float.class, String.class), "FLAG",
				List.of(Boolean.class, String.class), "BIRTHDAY",
				List.of(LocalDate.class, java.sql.Date.class, LocalDateTime.class, String.class), "CLOCK",
				List.of(LocalTime.class, java.sql.Time.class), "MOMENT",
				List.of(LocalDateTime.class, Timestamp.class, LocalDate.class, LocalTime.class), "ZONED",
				List.of(OffsetDateTime.class, Instant.class, Timestamp.class), "ID", List.of(UUID.class, String.class),
				"WORDS", List.of(String.class), "NOTHING", List.of(Integer.class, LocalDate.class));
		return classes.entrySet()
			.stream()
			.flatMap((entry) -> entry.getValue().stream().map((type) -> new Object[] { entry.getKey(), type }));
	}

	@Test
	void calendarsAreHeeded() throws SQLException {
		ResultSet driver = rows(1);
		driver.next();
		LookAheadResultSet rows = ahead(1, 10);
		assertThat(rows.getTimestamp("MOMENT", this.calendar)).isEqualTo(driver.getTimestamp("MOMENT", this.calendar));
		assertThat(rows.getTimestamp("ZONED", this.calendar)).isEqualTo(driver.getTimestamp("ZONED", this.calendar));
		assertThat(rows.getDate("BIRTHDAY", this.calendar)).isEqualTo(driver.getDate("BIRTHDAY", this.calendar));
		assertThat(rows.getTime("CLOCK", this.calendar)).isEqualTo(driver.getTime("CLOCK", this.calendar));
	}

	@Test
	void allRowsComeInTheirOrder() throws SQLException {
		LookAheadResultSet rows = new LookAheadResultSet(rows(7), LookAheadSize.of(3));
		List<Integer> seen = new ArrayList<>();
		while (rows.next()) {
			rows.lookAhead();
			assertThat(rows.getRow()).isEqualTo(seen.size() + 1);
			seen.add(rows.getInt(1));
		}
		assertThat(seen).containsExactly(1, 2, 3, 4, 5, 6, 7);
		assertThat(rows.next()).isFalse();
	}

	@Test
	void sameRowsAreTogetherForEachOfThem() throws SQLException {
		LookAheadResultSet rows = new LookAheadResultSet(rows(5), LookAheadSize.of(3));
		rows.next();
		List<LevelRow> first = rows.lookAhead();
		rows.next();
		assertThat(rows.lookAhead()).isSameAs(first).hasSize(3);
		rows.next();
		rows.next();
		assertThat(rows.lookAhead()).isNotSameAs(first).hasSize(2);
	}

	@Test
	void nothingIsReadAheadUnlessAsked() throws SQLException {
		ResultSet driver = rows(3);
		LookAheadResultSet rows = new LookAheadResultSet(driver, LookAheadSize.of(3));
		rows.next();
		assertThat(rows.getInt(1)).isEqualTo(driver.getInt(1)).isEqualTo(1);
		assertThat(rows.isFirst()).isTrue();
	}

	@Test
	void placesAreThoseOfTheRowInHand() throws SQLException {
		LookAheadResultSet rows = ahead(3, 10);
		assertThat(rows.isBeforeFirst()).isFalse();
		assertThat(rows.isFirst()).isTrue();
		assertThat(rows.isLast()).isFalse();
		rows.next();
		rows.next();
		assertThat(rows.isFirst()).isFalse();
		assertThat(rows.isLast()).isTrue();
		assertThat(rows.isAfterLast()).isFalse();
		assertThat(rows.next()).isFalse();
		assertThat(rows.isAfterLast()).isTrue();
	}

	@Test
	void largeObjectsOfStreamsAreNotKept() throws SQLException {
		LookAheadResultSet rows = new LookAheadResultSet(rows(3), LookAheadSize.ofStream(10));
		rows.next();
		assertThat(rows.lookAhead()).isNull();
		assertThat(rows.getString("ESSAY")).isEqualTo("long text");
		assertThat(rows.next()).isTrue();
	}

	@Test
	void rowsThatWereReadAheadCannotBeMoved() throws SQLException {
		LookAheadResultSet rows = ahead(3, 10);
		assertThatExceptionOfType(SQLFeatureNotSupportedException.class).isThrownBy(rows::previous)
			.withMessage("These rows were read ahead and can neither be changed nor read in another order. Use a query "
					+ "of its own for that, or set inverseof.aggregate-batch-size to 1.");
	}

	@Test
	void numbersThatDoNotFitAreRefused() throws SQLException {
		LookAheadResultSet rows = new LookAheadResultSet(
				this.connection.createStatement().executeQuery("select cast(300 as int) n"), LookAheadSize.of(2));
		rows.next();
		rows.lookAhead();
		assertThatExceptionOfType(SQLDataException.class).isThrownBy(() -> rows.getByte(1))
			.withMessage("Column 1 holds 300, which is not between -128 and 127. Read it by a getter for larger "
					+ "numbers.");
	}

	@Test
	void classesThatNobodyKnowsAreRefused() throws SQLException {
		LookAheadResultSet rows = ahead(3, 10);
		assertThatExceptionOfType(SQLFeatureNotSupportedException.class)
			.isThrownBy(() -> rows.getObject("WORDS", StringBuilder.class))
			.withMessage("Column 10 holds a java.lang.String, which was read ahead and cannot be read as "
					+ "java.lang.StringBuilder. Read it before the entity of its row, or set "
					+ "inverseof.aggregate-batch-size to 1.");
	}

	@Test
	void failureIsMetAtTheRowThatFails() throws SQLException {
		LookAheadResultSet rows = new LookAheadResultSet(failingAfter(2, rows(3)), LookAheadSize.of(10));
		rows.next();
		assertThat(rows.lookAhead()).hasSize(2);
		assertThat(rows.next()).isTrue();
		assertThatExceptionOfType(SQLException.class).isThrownBy(rows::next).withMessage("row 3");
	}

	/**
	 * Makes the rows fail after some of them.
	 */
	private static ResultSet failingAfter(int count, ResultSet rows) {
		return (ResultSet) Proxy.newProxyInstance(LookAheadResultSetTests.class.getClassLoader(),
				new Class<?>[] { ResultSet.class }, (proxy, method, arguments) -> {
					if (method.getName().equals("next") && rows.getRow() == count) {
						throw new SQLException("row " + (count + 1));
					}
					return method.invoke(rows, arguments);
				});
	}

}
