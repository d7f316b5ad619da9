package io.inverseof.it.hosting.plain;

import java.util.List;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application without associations, without any configuration.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class PlainApplication {

	/**
	 * Return the application with more configurations.
	 * @param configurations what it configures in its own way
	 * @return a runner
	 */
	public static ApplicationContextRunner with(Class<?>... configurations) {
		return new ApplicationContextRunner().withUserConfiguration(PlainApplication.class)
			.withUserConfiguration(configurations)
			.withPropertyValues("spring.datasource.generate-unique-name=true", "spring.flyway.enabled=false",
					"spring.sql.init.schema-locations=classpath:io/inverseof/it/hosting/plain.sql");
	}

	/**
	 * Check that the repository works.
	 * @param context the application
	 */
	public static void assertRepositoriesWork(ApplicationContext context) {
		Notes notes = context.getBean(Notes.class);
		Note note = notes.save(new Note(null, "written"));
		assertThat(notes.findAll()).isEqualTo(List.of(note));
		assertThat(notes.findByText("written")).isEqualTo(List.of(note));
		notes.delete(note);
		assertThat(notes.count()).isZero();
	}

}
