package io.inverseof.it.hosting;

import java.util.function.Supplier;

import io.inverseof.UnitOfWork;
import io.inverseof.it.hosting.library.LibraryApplication;
import io.inverseof.it.hosting.plain.PlainApplication;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications whose own beans have the names or types of those of the starter.
 */
class NameClashIntegrationTests {

	@Test
	void applicationMayHaveItsOwnUnitOfWorkAndAssociations() {
		PlainApplication.with(OwnNames.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBean("unitOfWork")).isEqualTo("a unit of work of the application");
			PlainApplication.assertRepositoriesWork(context);
		});
	}

	@Test
	void associationsWorkBesideBeansOfTheSameNames() {
		LibraryApplication.with(OwnNames.class).run((context) -> {
			assertThat(context).hasNotFailed().hasSingleBean(UnitOfWork.class);
			LibraryApplication.assertAssociationsWork(context);
		});
	}

	@Test
	void associationsWorkBesideAUnitOfWorkOfTheApplication() {
		LibraryApplication.with(OwnUnitOfWork.class).run((context) -> {
			assertThat(context).hasNotFailed();
			LibraryApplication.assertAssociationsWork(context);
		});
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnNames {

		@Bean
		String unitOfWork() {
			return "a unit of work of the application";
		}

		@Bean
		String associationOperations() {
			return "operations of the application";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnUnitOfWork {

		@Bean
		UnitOfWork transparentUnitOfWork() {
			return new TransparentUnitOfWork();
		}

	}

	private static final class TransparentUnitOfWork implements UnitOfWork {

		@Override
		public void run(Runnable work) {
			work.run();
		}

		@Override
		public <T> T call(Supplier<T> work) {
			return work.get();
		}

		@Override
		public UnitOfWork naive() {
			return this;
		}

		@Override
		public void clear() {
		}

	}

}
