package io.inverseof.it.docs;

import java.util.List;

import io.inverseof.autoconfigure.InverseofAutoConfiguration;
import io.inverseof.model.AssociationModel;
import io.inverseof.model.Inverse;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.relational.RelationalManagedTypes;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code docs/inverse-detection.md} says about flags and reasons.
 */
class FlagsTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class, DataJdbcRepositoriesAutoConfiguration.class,
				InverseofAutoConfiguration.class))
		.withInitializer((context) -> AutoConfigurationPackages
			.register((BeanDefinitionRegistry) context.getBeanFactory(), "io.inverseof.it.docs.empty"))
		.withBean(RelationalManagedTypes.class,
				() -> RelationalManagedTypes.fromIterable(List.of(Project.class, Country.class, Author.class)));

	@Test
	void decideAboutScopes() {
		assertThat(inverse(Project.class, "assignedTasks", "load-defaults=7.0").exists()).isTrue();
		assertThat(inverse(Project.class, "assignedTasks", "load-defaults=6.1").exists()).isFalse();
		assertThat(
				inverse(Project.class, "assignedTasks", "load-defaults=6.1", "automatic-scope-inversing=true").exists())
			.isTrue();
		assertThat(inverse(Project.class, "tasks", "load-defaults=5.0").exists()).isTrue();
	}

	@Test
	void giveTheDocumentedReasons() {
		assertDocumented(inverse(Author.class, "posts").reason());
		assertDocumented(inverse(City.class, "country", "has-many-inversing=false").reason());
		assertDocumented(firstSentence(inverse(Post.class, "author").reason()));
		assertDocumented(firstSentence(inverse(Project.class, "assignedTasks", "load-defaults=6.1").reason()));
	}

	private static String firstSentence(String reason) {
		return reason.substring(0, reason.indexOf(". ") + 1);
	}

	private static void assertDocumented(String reason) {
		assertThat(Documentation.page("inverse-detection.md")).contains(reason);
	}

	private Inverse inverse(Class<?> owner, String association, String... properties) {
		Inverse[] found = new Inverse[1];
		runner.withPropertyValues(List.of(properties).stream().map("inverseof."::concat).toArray(String[]::new))
			.run((context) -> found[0] = context.getBean(AssociationModel.class)
				.associationsOf(owner)
				.get(association)
				.inverse());
		return found[0];
	}

}
