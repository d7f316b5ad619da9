package io.inverseof.it.lazyloading;

import java.lang.StackWalker.StackFrame;
import java.util.List;
import java.util.stream.LongStream;

import io.inverseof.AssociationOperations;
import io.inverseof.UnitOfWork;
import io.inverseof.test.AutoConfigureStatementCounting;
import io.inverseof.test.StatementCounter;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The authors 1 to 20 with a profile and three posts each: the first has the posts 1, 21
 * and 41, and each post one comment.
 */
@SpringBootTest(classes = LazyLoadingApplication.class, webEnvironment = WebEnvironment.NONE,
		properties = { "spring.datasource.generate-unique-name=true", "spring.flyway.enabled=false",
				"spring.sql.init.mode=always",
				"spring.sql.init.schema-locations=classpath:io/inverseof/it/lazyloading/schema.sql" })
@AutoConfigureStatementCounting
@ExtendWith(OutputCaptureExtension.class)
abstract class LazyLoadingTest {

	@Autowired
	Authors authors;

	@Autowired
	Posts posts;

	@Autowired
	Comments comments;

	@Autowired
	Profiles profiles;

	@Autowired
	UnitOfWork unitOfWork;

	@Autowired
	AssociationOperations associations;

	@Autowired
	StatementCounter statements;

	@Autowired
	MeterRegistry registry;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	TransactionTemplate transaction;

	@BeforeEach
	void fillTables() {
		for (String table : new String[] { "author", "post", "comment", "profile" }) {
			this.jdbc.update("delete from " + table);
		}
		this.jdbc.update("insert into author (id, name) select x, 'Author ' || x from system_range(1, 20)");
		this.jdbc.update("insert into profile (id, bio, author_id) select x, 'Bio ' || x, x from system_range(1, 20)");
		this.jdbc.update("insert into post (id, title, author_id) select x, 'Post ' || x, mod(x - 1, 20) + 1 "
				+ "from system_range(1, 60)");
		this.jdbc
			.update("insert into comment (id, body, post_id) select x, 'Comment ' || x, x from system_range(1, 60)");
	}

	Author author(long id) {
		return this.authors.findById(id).orElseThrow();
	}

	Post post(long id) {
		return this.posts.findById(id).orElseThrow();
	}

	List<Post> firstPosts(int count) {
		return this.posts.findAllById(LongStream.rangeClosed(1, count).boxed().toList());
	}

	void inTransaction(Runnable work) {
		this.transaction.executeWithoutResult((status) -> work.run());
	}

	double suspected(String association) {
		return this.registry.get("inverseof.nplusone.suspected").tag("association", association).counter().count();
	}

	/**
	 * Returns where a line of the calling method is, relative to the call.
	 */
	static String line(int below) {
		StackFrame caller = StackWalker.getInstance().walk((frames) -> frames.skip(1).findFirst().orElseThrow());
		return "%s.%s(%s:%d)".formatted(caller.getClassName(), caller.getMethodName(), caller.getFileName(),
				caller.getLineNumber() + below);
	}

}
