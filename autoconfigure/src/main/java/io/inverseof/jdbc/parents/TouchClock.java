package io.inverseof.jdbc.parents;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.chrono.ChronoLocalDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAccessor;
import java.util.Date;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.data.auditing.AuditingHandler;
import org.springframework.data.auditing.CurrentDateTimeProvider;
import org.springframework.data.auditing.DateTimeProvider;
import org.springframework.data.domain.Auditable;
import org.springframework.util.ClassUtils;

/**
 * Tells the time as the auditing of Spring Data does. Thread-safe.
 *
 * @since 0.1.0
 */
public final class TouchClock {

	private final Supplier<@Nullable AuditingHandler> auditing;

	private final Supplier<@Nullable DateTimeProvider> provider;

	/**
	 * Creates the clock.
	 * @param auditing finds what audits entities, if that is switched on
	 * @param provider finds a clock that the application defines
	 */
	public TouchClock(Supplier<@Nullable AuditingHandler> auditing, Supplier<@Nullable DateTimeProvider> provider) {
		this.auditing = auditing;
		this.provider = provider;
	}

	/**
	 * The handler does not hand out its clock, but writes the time into what it audits.
	 */
	TemporalAccessor now() {
		AuditingHandler handler = this.auditing.get();
		Audited audited = new Audited();
		if (handler != null) {
			handler.markModified(audited);
		}
		TemporalAccessor time = audited.modified;
		return truncated((time != null) ? time : provided());
	}

	/**
	 * Databases keep no more than microseconds.
	 */
	private static TemporalAccessor truncated(TemporalAccessor time) {
		boolean precise = time instanceof Temporal && time.isSupported(ChronoField.MICRO_OF_SECOND);
		return precise
				? ((Temporal) time).with(ChronoField.NANO_OF_SECOND, time.get(ChronoField.MICRO_OF_SECOND) * 1000L)
				: time;
	}

	private TemporalAccessor provided() {
		DateTimeProvider provider = this.provider.get();
		return ((provider != null) ? provider.getNow() : Optional.<TemporalAccessor>empty())
			.or(CurrentDateTimeProvider.INSTANCE::getNow)
			.orElseGet(Instant::now);
	}

	/**
	 * Converts a time for a property.
	 */
	static Object as(TemporalAccessor time, Class<?> propertyType) {
		Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(propertyType);
		if (type.isInstance(time)) {
			return time;
		}
		ZonedDateTime zoned = zoned(time);
		return (type == LocalDateTime.class) ? zoned.toLocalDateTime()
				: (type == LocalDate.class) ? zoned.toLocalDate()
						: (type == OffsetDateTime.class) ? zoned.toOffsetDateTime()
								: (type == ZonedDateTime.class) ? zoned : asInstant(zoned.toInstant(), type);
	}

	private static Object asInstant(Instant instant, Class<?> type) {
		return (type == Long.class) ? instant.toEpochMilli() : (type == Date.class) ? Date.from(instant)
				: (type == java.sql.Timestamp.class) ? java.sql.Timestamp.from(instant) : instant;
	}

	/**
	 * A time that does not say where is one of here, and all are told as here.
	 */
	private static ZonedDateTime zoned(TemporalAccessor time) {
		ZoneId here = ZoneId.systemDefault();
		if (time instanceof ChronoLocalDateTime<?>) {
			return LocalDateTime.from(time).atZone(here);
		}
		return time.isSupported(ChronoField.INSTANT_SECONDS) ? Instant.from(time).atZone(here)
				: LocalDateTime.from(time).atZone(here);
	}

	/**
	 * Something that is modified now.
	 */
	private static final class Audited implements Auditable<Object, Object, TemporalAccessor> {

		private @Nullable TemporalAccessor modified;

		@Override
		public Optional<Object> getCreatedBy() {
			return Optional.empty();
		}

		@Override
		public void setCreatedBy(@Nullable Object createdBy) {
		}

		@Override
		public Optional<TemporalAccessor> getCreatedDate() {
			return Optional.empty();
		}

		@Override
		public void setCreatedDate(TemporalAccessor creationDate) {
		}

		@Override
		public Optional<Object> getLastModifiedBy() {
			return Optional.empty();
		}

		@Override
		public void setLastModifiedBy(@Nullable Object lastModifiedBy) {
		}

		@Override
		public Optional<TemporalAccessor> getLastModifiedDate() {
			return Optional.ofNullable(this.modified);
		}

		@Override
		public void setLastModifiedDate(TemporalAccessor lastModifiedDate) {
			this.modified = lastModifiedDate;
		}

		@Override
		public @Nullable Object getId() {
			return null;
		}

		@Override
		public boolean isNew() {
			return false;
		}

	}

}
