package io.inverseof.it.hosting;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.inverseof.AssociationOperations;
import io.inverseof.UnitOfWork;
import io.inverseof.it.hosting.library.LibraryApplication;
import io.inverseof.it.hosting.plain.PlainApplication;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class NothingToConfigureIntegrationTests {

	@Test
	void worksWithoutAnyConfiguration() {
		LibraryApplication.with().run((context) -> {
			assertThat(context).hasSingleBean(UnitOfWork.class).hasSingleBean(AssociationOperations.class);
			LibraryApplication.assertAssociationsWork(context);
		});
	}

	@Test
	void worksInAnApplicationWithoutAssociations() {
		PlainApplication.with().run(PlainApplication::assertRepositoriesWork);
	}

	@Test
	void worksInSeveralApplicationsOfOneVirtualMachine() {
		LibraryApplication.with().run((one) -> LibraryApplication.with().run((other) -> {
			LibraryApplication.assertAssociationsWork(one);
			LibraryApplication.assertAssociationsWork(other);
		}));
	}

	@Test
	void addsBeansOfItsOwnNamesAndTakesNoneAway() {
		String excluded = String.join(",",
				ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader())
					.getCandidates()
					.stream()
					.filter((name) -> name.startsWith("io.inverseof."))
					.toList());
		PlainApplication.with()
			.withPropertyValues("spring.autoconfigure.exclude=" + excluded)
			.run((stock) -> PlainApplication.with().run((starter) -> {
				Set<String> added = names(starter);
				added.removeAll(names(stock));
				assertThat(names(starter)).containsAll(names(stock));
				assertThat(added).isNotEmpty()
					.allMatch((name) -> name.startsWith("inverseof") || name.startsWith("io.inverseof.")
							|| List.of("unitOfWork", "associationOperations").contains(name));
			}));
	}

	private static Set<String> names(ApplicationContext context) {
		return new TreeSet<>(Arrays.asList(context.getBeanDefinitionNames()));
	}

}
