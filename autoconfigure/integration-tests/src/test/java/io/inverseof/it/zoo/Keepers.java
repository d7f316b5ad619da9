package io.inverseof.it.zoo;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.auditing.DateTimeProvider;
import org.springframework.data.domain.AuditorAware;
import org.springframework.data.relational.core.mapping.event.BeforeConvertCallback;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowMapper;

/**
 * The beans that exhibits need in every application.
 */
@Configuration(proxyBeanMethods = false)
class Keepers {

	private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

	@Bean
	RecordingEvents recordingEvents(Recording recording) {
		return new RecordingEvents(recording);
	}

	@Bean
	AuditorAware<String> auditor() {
		return () -> Optional.of("keeper");
	}

	@Bean
	DateTimeProvider clock(Recording recording) {
		return () -> Optional.of(START.plusSeconds(recording.tick()));
	}

	@Bean
	BeforeConvertCallback<IdExhibit.Parcel> parcelIds(Recording recording) {
		return (parcel) -> {
			if (parcel.id == null) {
				parcel.id = new UUID(0, recording.tick());
			}
			return parcel;
		};
	}

	@Bean
	RowMapper<StringQueryExhibit.Headline> headlineMapper() {
		return (row, number) -> new StringQueryExhibit.Headline(number + " " + row.getString("title"));
	}

	@Bean
	ResultSetExtractor<Integer> pageCounter() {
		return (rows) -> {
			int pages = 0;
			while (rows.next()) {
				pages += rows.getInt("pages");
			}
			return pages;
		};
	}

}
