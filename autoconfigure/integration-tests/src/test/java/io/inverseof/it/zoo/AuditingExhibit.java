package io.inverseof.it.zoo;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.CreatedBy;
import org.springframework.data.annotation.CreatedDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.LastModifiedBy;
import org.springframework.data.annotation.LastModifiedDate;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.repository.ListCrudRepository;

/**
 * Auditing, in the entity and in an embedded object.
 */
final class AuditingExhibit implements Exhibit {

	@Override
	public String schema() {
		return """
				CREATE TABLE article (
					id ${identity},
					title VARCHAR(100),
					created TIMESTAMP,
					modified TIMESTAMP,
					author VARCHAR(100),
					editor VARCHAR(100)
				);
				CREATE TABLE report (
					id ${identity},
					title VARCHAR(100),
					audit_created TIMESTAMP,
					audit_modified TIMESTAMP,
					audit_editor VARCHAR(100)
				);
				CREATE TABLE report_remark (report BIGINT, text VARCHAR(100));
				""";
	}

	@Scene
	void auditsARecord(Visit visit) {
		Article article = visit.saw(visit.template().save(new Article(null, "first", null, null, null, null)));
		visit.saw(visit.template()
			.save(new Article(article.id(), "second", article.created(), article.modified(), article.author(), null)));
		visit.saw(visit.template().findAll(Article.class));
		visit.saw(visit.template().saveAll(List.of(new Article(null, "third", null, null, null, null), article)));
	}

	@Scene
	void auditsAnEmbeddedObject(Visit visit) {
		Reports reports = visit.get(Reports.class);
		Report report = visit.saw(reports.save(new Report("first")));
		report.remarks.add(new ReportRemark("remark"));
		visit.saw(reports.save(report));
		visit.saw(reports.findAll());
		visit.saw(reports.findByAuditEditor("keeper"));
	}

	interface Reports extends ListCrudRepository<Report, Long> {

		List<Report> findByAuditEditor(String editor);

	}

	record Article(@Id @Nullable Long id, String title, @CreatedDate @Nullable Instant created,
			@LastModifiedDate @Nullable LocalDateTime modified, @CreatedBy @Nullable String author,
			@LastModifiedBy @Nullable String editor) {

	}

	static class Report {

		@Id
		@Nullable Long id;

		String title;

		@Embedded(onEmpty = OnEmpty.USE_EMPTY, prefix = "audit_")
		Audit audit = new Audit();

		Set<ReportRemark> remarks = new LinkedHashSet<>();

		Report(String title) {
			this.title = title;
		}

	}

	static class Audit {

		@CreatedDate
		@Nullable Instant created;

		@LastModifiedDate
		@Nullable Instant modified;

		@LastModifiedBy
		@Nullable String editor;

	}

	record ReportRemark(String text) {

	}

}
