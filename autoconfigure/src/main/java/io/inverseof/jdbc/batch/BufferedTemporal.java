package io.inverseof.jdbc.batch;

import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A date, a time, or both, of a value that was read ahead.
 *
 * @param local as it is in the database, or here if the database knows the moment
 * @param moment the moment, if the database knows it
 */
record BufferedTemporal(LocalDateTime local, @Nullable OffsetDateTime moment) {

	private static final LocalDate EPOCH = LocalDate.EPOCH;

	private static final Map<Class<?>, Function<BufferedTemporal, Object>> READERS = Map.of(Date.class,
			(value) -> Date.valueOf(value.local.toLocalDate()), Time.class, BufferedTemporal::time, Timestamp.class,
			BufferedTemporal::timestamp, LocalDate.class, (value) -> value.local.toLocalDate(), LocalTime.class,
			(value) -> value.local.toLocalTime(), LocalDateTime.class, BufferedTemporal::local, Instant.class,
			BufferedTemporal::instant, OffsetDateTime.class, BufferedTemporal::offset, ZonedDateTime.class,
			(value) -> value.offset().toZonedDateTime());

	static boolean isTemporal(Class<?> type) {
		return READERS.containsKey(type);
	}

	static BufferedTemporal of(Object value) {
		if (value instanceof OffsetDateTime moment) {
			return new BufferedTemporal(moment.atZoneSameInstant(ZoneId.systemDefault()).toLocalDateTime(), moment);
		}
		if (value instanceof ZonedDateTime moment) {
			return of(moment.toOffsetDateTime());
		}
		return (value instanceof Instant instant) ? of(instant.atOffset(ZoneOffset.UTC))
				: new BufferedTemporal(localOf(value), null);
	}

	private static LocalDateTime localOf(Object value) {
		if (value instanceof Timestamp timestamp) {
			return timestamp.toLocalDateTime();
		}
		if (value instanceof Date date) {
			return date.toLocalDate().atStartOfDay();
		}
		if (value instanceof Time time) {
			return time.toLocalTime().atDate(EPOCH);
		}
		return javaTimeOf(value);
	}

	private static LocalDateTime javaTimeOf(Object value) {
		if (value instanceof LocalDateTime dateTime) {
			return dateTime;
		}
		if (value instanceof LocalDate date) {
			return date.atStartOfDay();
		}
		return (value instanceof LocalTime time) ? time.atDate(EPOCH)
				: Timestamp.valueOf(value.toString()).toLocalDateTime();
	}

	@Nullable Object as(Class<?> type) {
		Function<BufferedTemporal, Object> reader = READERS.get(type);
		return (reader != null) ? reader.apply(this) : null;
	}

	private Timestamp timestamp() {
		return (this.moment != null) ? Timestamp.from(this.moment.toInstant()) : Timestamp.valueOf(this.local);
	}

	private Time time() {
		return new Time(Timestamp.valueOf(EPOCH.atTime(this.local.toLocalTime())).getTime());
	}

	private Instant instant() {
		return offset().toInstant();
	}

	private OffsetDateTime offset() {
		return (this.moment != null) ? this.moment
				: this.local.atZone(ZoneId.systemDefault()).withZoneSameInstant(ZoneOffset.UTC).toOffsetDateTime();
	}

	/**
	 * Reads the local time as that of another time zone.
	 */
	Timestamp timestamp(Calendar calendar) {
		return (this.moment != null) ? timestamp()
				: Timestamp.from(this.local.atZone(calendar.getTimeZone().toZoneId()).toInstant());
	}

	long millis(Calendar calendar) {
		return timestamp(calendar).getTime();
	}

}
