package io.inverseof.it.unitofwork;

import org.springframework.test.context.TestPropertySource;

/**
 * {@link NaiveModeTests} by {@code inverseof.enabled=false}.
 */
@TestPropertySource(properties = "inverseof.enabled=false")
class DisabledTests extends NaiveModeTests {

	@Override
	void naively(Runnable work) {
		work.run();
	}

}
