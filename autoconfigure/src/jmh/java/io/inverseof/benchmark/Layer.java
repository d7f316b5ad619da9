package io.inverseof.benchmark;

import io.inverseof.autoconfigure.InverseofAutoConfiguration;
import io.inverseof.benchmark.flat.Flats;
import io.inverseof.benchmark.starter.Articles;
import io.inverseof.benchmark.stock.StockArticles;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the same application runs on.
 */
public enum Layer {

	/** Spring Data JDBC without the library. */
	STOCK(StockApplication.class, StockArticles.class),

	/** Spring Data JDBC with the starter on. */
	STARTER(StarterApplication.class, Articles.class);

	private static final String COLUMNS = "id bigint primary key, name varchar(60), city varchar(60), quantity int, "
			+ "amount decimal(12, 2), \"DAY\" date, active boolean, kind varchar(10)";

	private static final String VALUES = "select x, 'name ' || x, 'city ' || mod(x, 50), x, x * 1.25, "
			+ "date '2026-01-01' + mod(x, 300), mod(x, 2) = 0, 'SECOND' %s from system_range(1, %d)";

	private final Class<?> configuration;

	private final Class<? extends ListCrudRepository<?, Long>> articles;

	Layer(Class<?> configuration, Class<? extends ListCrudRepository<?, Long>> articles) {
		this.configuration = configuration;
		this.articles = articles;
	}

	ConfigurableApplicationContext start(int rows) {
		ConfigurableApplicationContext context = new SpringApplicationBuilder(this.configuration)
			.web(WebApplicationType.NONE)
			.properties("spring.main.banner-mode=off", "logging.level.root=warn",
					"spring.datasource.generate-unique-name=true")
			.run();
		createTables(context.getBean(JdbcTemplate.class), rows);
		return context;
	}

	private static void createTables(JdbcTemplate jdbc, int rows) {
		jdbc.execute("create table flat (%s)".formatted(COLUMNS));
		jdbc.execute("create table writer (%s)".formatted(COLUMNS));
		jdbc.execute("create table article (%s, writer_id bigint)".formatted(COLUMNS));
		jdbc.execute("insert into flat " + VALUES.formatted("", rows));
		jdbc.execute("insert into writer " + VALUES.formatted("", rows));
		jdbc.execute("insert into article " + VALUES.formatted(", x", rows));
	}

	ListCrudRepository<?, Long> articles(ConfigurableApplicationContext context) {
		return context.getBean(this.articles);
	}

	/**
	 * The application without the starter.
	 */
	@SpringBootConfiguration
	@EnableAutoConfiguration(exclude = InverseofAutoConfiguration.class)
	@EnableJdbcRepositories(basePackageClasses = { Flats.class, StockArticles.class })
	static class StockApplication {

	}

	/**
	 * The application with the starter.
	 */
	@SpringBootConfiguration
	@EnableAutoConfiguration
	@EnableJdbcRepositories(basePackageClasses = { Flats.class, Articles.class })
	static class StarterApplication {

	}

}
