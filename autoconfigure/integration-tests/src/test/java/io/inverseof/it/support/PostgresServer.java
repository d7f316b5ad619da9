package io.inverseof.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One PostgreSQL server for the whole JVM, started by the first test that asks for a
 * database and stopped with the JVM. PostgreSQL refuses to run as root; for root it is
 * therefore started in a user namespace, which {@code unshare} has to be allowed to make.
 */
public final class PostgresServer {

	private static final AtomicInteger databases = new AtomicInteger();

	private PostgresServer() {
	}

	/**
	 * Create an empty database.
	 * @return a database that nobody else uses
	 */
	public static TestDatabase freshDatabase() {
		String name = "test" + databases.incrementAndGet();
		new JdbcTemplate(Running.SERVER.getPostgresDatabase()).execute("CREATE DATABASE " + name);
		return new TestDatabase(Running.SERVER.getJdbcUrl("postgres", name), "postgres", "postgres");
	}

	private static final class Running {

		private static final EmbeddedPostgres SERVER = start();

		private static EmbeddedPostgres start() {
			try {
				return EmbeddedPostgres.builder()
					.setOverrideWorkingDirectory(workingDirectory().toFile())
					.setServerConfig("fsync", "off")
					.setServerConfig("full_page_writes", "off")
					.start();
			}
			catch (IOException ex) {
				throw new UncheckedIOException("PostgreSQL did not start; as root it needs a working 'unshare -U'", ex);
			}
		}

		/**
		 * Not shared between users, for none could write what another has unpacked.
		 */
		private static Path workingDirectory() {
			return Path.of(System.getProperty("java.io.tmpdir"),
					"inverseof-postgres-" + System.getProperty("user.name"));
		}

	}

}
