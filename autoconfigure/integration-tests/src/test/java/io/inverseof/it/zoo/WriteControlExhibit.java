package io.inverseof.it.zoo;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Transient;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.InsertOnlyProperty;
import org.springframework.data.relational.core.mapping.Sequence;
import org.springframework.data.repository.ListCrudRepository;

/**
 * Properties that are not written, or only once.
 */
final class WriteControlExhibit implements Exhibit {

	@Override
	public String schema() {
		return """
				CREATE TABLE permit (
					id ${identity},
					text VARCHAR(100),
					computed VARCHAR(100) DEFAULT 'by the database',
					issuer VARCHAR(100),
					seal_place VARCHAR(100),
					seal_color VARCHAR(100)
				);
				CREATE TABLE stamp (permit BIGINT, text VARCHAR(100));
				CREATE SEQUENCE "serial_numbers";
				CREATE TABLE invoice (id ${identity}, serial BIGINT, text VARCHAR(100));
				""";
	}

	@Scene
	void writesNeitherReadOnlyNorTransientProperties(Visit visit) {
		Permits permits = visit.get(Permits.class);
		Permit permit = new Permit("first");
		permit.computed = "by hand";
		visit.saw(permits.save(permit));
		visit.saw(permits.findAll());
		visit.saw(permits.findByComputed("by the database"));
		permit.computed = "by hand again";
		visit.saw(permits.save(permit));
		visit.saw(permits.findById(1L));
	}

	@Scene
	void writesInsertOnlyPropertiesOnce(Visit visit) {
		Permits permits = visit.get(Permits.class);
		Permit permit = new Permit("first");
		permit.issuer = "Ann";
		permit.seal = new Seal("Bonn", "red");
		permits.save(permit);
		permit.issuer = "Bob";
		permit.seal = new Seal("Rome", "blue");
		visit.saw(permits.save(permit));
		visit.saw(permits.findAll());
	}

	@Scene
	void neverWritesAReadOnlyCollection(Visit visit) {
		Permits permits = visit.get(Permits.class);
		Permit permit = new Permit("first");
		permit.stamps.add(new Stamp("lost"));
		permits.save(permit);
		visit.jdbc().update("INSERT INTO stamp VALUES (1, 'by the database')");
		permits.save(permit);
		visit.saw(permits.findAll());
		permits.deleteById(1L);
		visit.saw(visit.jdbc().queryForObject("SELECT count(*) FROM stamp", Long.class));
	}

	@Scene
	void takesOtherPropertiesThanTheIdFromASequence(Visit visit) {
		visit.saw(visit.template().save(new Invoice(null, null, "first")));
		visit
			.saw(visit.template().saveAll(List.of(new Invoice(null, null, "second"), new Invoice(null, 70L, "third"))));
		visit.saw(visit.template().findAll(Invoice.class));
	}

	interface Permits extends ListCrudRepository<Permit, Long> {

		List<Permit> findByComputed(String computed);

	}

	static class Permit {

		@Id
		@Nullable Long id;

		String text;

		@ReadOnlyProperty
		@Nullable String computed;

		@InsertOnlyProperty
		@Nullable String issuer;

		@InsertOnlyProperty
		@Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "seal_")
		@Nullable Seal seal;

		@ReadOnlyProperty
		Set<Stamp> stamps = new LinkedHashSet<>();

		@Transient
		String unmapped = "unmapped";

		Permit(String text) {
			this.text = text;
		}

	}

	record Seal(String place, String color) {

	}

	record Stamp(String text) {

	}

	record Invoice(@Id @Nullable Long id, @Sequence("serial_numbers") @Nullable Long serial, String text) {

	}

}
