package io.inverseof.it.counting;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A query method that deletes rows says that nobody counts them.
 */
@ExtendWith(OutputCaptureExtension.class)
class UncountedDeletionsIntegrationTests {

	@Test
	void aQueryMethodThatDeletesIsWarnedOf(CapturedOutput output) {
		new SpringApplicationBuilder(Press.class).web(WebApplicationType.NONE)
			.properties("spring.datasource.generate-unique-name=true")
			.run()
			.close();
		assertThat(output)
			.contains("Remarks.deleteByText(..) deletes rows by a statement of its own, which nobody counts "
					+ "or touches for Remark.issue. Find the rows and pass them to deleteAll(..), or call "
					+ "AssociationOperations.resetCounters(..) afterwards.");
		assertThat(output.toString().split("which nobody counts")).hasSize(2);
	}

}
