package io.inverseof.it.zoo;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.springframework.util.ReflectionUtils;

/**
 * One thing that an application does with Spring Data JDBC.
 *
 * @param name what a failure is to show
 * @param inTransaction whether there is a transaction around it
 * @param steps what is done
 */
record Scenario(String name, boolean inTransaction, Consumer<Visit> steps) {

	static Stream<Scenario> of(Exhibit exhibit, Method method) {
		ReflectionUtils.makeAccessible(method);
		Consumer<Visit> steps = (visit) -> ReflectionUtils.invokeMethod(method, exhibit, visit);
		String name = words(method.getName());
		Scenario alone = new Scenario(name, false, steps);
		boolean both = method.getAnnotation(Scene.class).inTransaction();
		return both ? Stream.of(alone, new Scenario(name + ", in a transaction", true, steps)) : Stream.of(alone);
	}

	private static String words(String methodName) {
		return String.join(" ", Arrays.asList(methodName.split("(?=[A-Z])"))).toLowerCase(Locale.ROOT);
	}

}
