package io.inverseof.it.siblings;

import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.management.JMException;
import javax.management.ObjectName;

import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.siblings.Library.Post;
import io.inverseof.it.siblings.Library.Posts;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.jdbc.Sql;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * A stream of any length needs the same memory.
 */
@SpringBootTest(classes = Library.class, properties = "spring.jdbc.template.fetch-size=500")
@OnPostgres
@Sql(statements = Library.SCHEMA)
class StreamingMemoryIntegrationTests {

	private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+(\\d+)\\s+");

	@Autowired
	Posts posts;

	@Autowired
	StatementCounter statements;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	TransactionTemplate transaction;

	@Test
	void aMillionRowsLeaveNoMoreThanAHundredThousand() {
		this.jdbc.update("insert into author(id, name) select i, 'a' from generate_series(1, 500) i");
		this.jdbc.update("insert into post(id, title, likes, author_id) "
				+ "select i, 't', 0, i % 500 + 1 from generate_series(1, 1000000) i");
		this.jdbc.execute("analyze post");
		stream(999_000);
		long reachable = stream(900_000);
		assertThat(stream(0)).isCloseTo(reachable, within(reachable / 20));
	}

	/**
	 * Returns how many objects are reachable before the transaction ends.
	 */
	private long stream(long after) {
		AtomicLong reachable = new AtomicLong();
		AtomicLong read = new AtomicLong();
		AtomicLong wrong = new AtomicLong();
		int sent = this.statements.countDuring(() -> this.transaction.executeWithoutResult((status) -> {
			try (Stream<Post> stream = this.posts.findByIdGreaterThanOrderById(after)) {
				stream.forEach((post) -> {
					wrong.addAndGet((post.author().get().id == post.id % 500 + 1) ? 0 : 1);
					read.incrementAndGet();
				});
			}
			reachable.set(reachableObjects());
		})).total();
		assertThat(read).hasValue(1_000_000 - after);
		assertThat(wrong).hasValue(0);
		assertThat(sent).isLessThan(20);
		return reachable.get();
	}

	/**
	 * The histogram is made after a full collection.
	 */
	private static long reachableObjects() {
		try {
			Object histogram = ManagementFactory.getPlatformMBeanServer()
				.invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), "gcClassHistogram",
						new Object[] { new String[0] }, new String[] { String[].class.getName() });
			Matcher total = TOTAL.matcher((String) histogram);
			assertThat(total.find()).isTrue();
			return Long.parseLong(total.group(1));
		}
		catch (JMException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
