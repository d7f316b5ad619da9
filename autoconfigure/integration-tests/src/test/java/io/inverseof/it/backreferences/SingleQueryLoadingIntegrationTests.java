package io.inverseof.it.backreferences;

import io.inverseof.it.backreferences.Letters.LetterRepository;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.test.context.jdbc.Sql;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Members that are read by the query of their root refer to it as well.
 */
@SpringBootTest(classes = Letters.class)
@Import(SingleQueryLoadingIntegrationTests.SingleQueryLoading.class)
@OnPostgres
@Sql(statements = Letters.SCHEMA)
class SingleQueryLoadingIntegrationTests {

	@Autowired
	LetterRepository letters;

	@Autowired
	StatementCounter statements;

	@Test
	void membersKnowTheirParent() {
		assertThat(this.statements)
			.during(() -> assertThat(this.letters.findAll()).hasSize(2)
				.allSatisfy((letter) -> assertThat(letter.pages()).isNotEmpty()
					.allSatisfy((page) -> assertThat(page.getLetter()).isSameAs(letter))))
			.total(1);
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class SingleQueryLoading {

		@Bean
		static BeanPostProcessor singleQueryLoading() {
			return new BeanPostProcessor() {

				@Override
				public Object postProcessAfterInitialization(Object bean, String beanName) {
					if (bean instanceof JdbcMappingContext context) {
						context.setSingleQueryLoadingEnabled(true);
					}
					return bean;
				}

			};
		}

	}

}
