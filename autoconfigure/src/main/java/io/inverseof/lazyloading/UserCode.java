package io.inverseof.lazyloading;

import java.lang.StackWalker.StackFrame;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.util.ClassUtils;

/**
 * Finds the line of the application that is running: the innermost one that is neither
 * ours nor of what stands between the application and us, such as Spring.
 */
final class UserCode {

	/**
	 * Exactly these, since an application may have a package below {@code io.inverseof}.
	 */
	private static final Set<String> OWN_PACKAGES = Set.of("io.inverseof", "io.inverseof.actuate",
			"io.inverseof.autoconfigure", "io.inverseof.holder", "io.inverseof.jackson", "io.inverseof.jdbc",
			"io.inverseof.jdbc.batch", "io.inverseof.jdbc.inheritance", "io.inverseof.jdbc.parents",
			"io.inverseof.jdbc.saving", "io.inverseof.lazyloading", "io.inverseof.metrics", "io.inverseof.model",
			"io.inverseof.test", "io.inverseof.unitofwork", "io.inverseof.validation");

	private static final List<String> PLATFORM = Stream
		.of("java", "javax", "jdk", "sun", "com.sun", "jakarta", "kotlin", "kotlinx", "groovy", "scala",
				"org.springframework", "com.fasterxml.jackson", "tools.jackson", "org.hibernate.validator",
				"org.apache.catalina", "org.apache.commons", "org.apache.coyote", "org.apache.groovy",
				"org.apache.tomcat", "org.codehaus.groovy", "org.eclipse.jetty", "com.google.common", "io.micrometer",
				"io.netty", "reactor", "org.aspectj", "org.junit", "org.assertj", "org.hamcrest", "org.mockito")
		.map((name) -> name + ".")
		.toList();

	/**
	 * Applications, though Spring's own.
	 */
	private static final String SAMPLES = "org.springframework.samples.";

	/**
	 * What CGLIB, Byte Buddy, Hibernate and the JDK call the classes they generate.
	 */
	private static final Pattern GENERATED = Pattern.compile(".*(\\$\\$|\\$ByteBuddy\\$|\\.\\$Proxy\\d).*");

	private UserCode() {
	}

	/**
	 * Returns the line, as a stack trace has it.
	 */
	static String currentLine() {
		return StackWalker.getInstance()
			.walk((frames) -> frames.filter((frame) -> isUserCode(frame.getClassName()))
				.findFirst()
				.map(UserCode::format)
				.orElse("code outside of the application"));
	}

	static boolean isUserCode(String className) {
		return !OWN_PACKAGES.contains(ClassUtils.getPackageName(className)) && !isPlatform(className)
				&& !GENERATED.matcher(className).matches();
	}

	private static boolean isPlatform(String className) {
		return !className.startsWith(SAMPLES) && PLATFORM.stream().anyMatch(className::startsWith);
	}

	private static String format(StackFrame frame) {
		String source = (frame.getFileName() != null) ? frame.getFileName() : "Unknown Source";
		return "%s.%s(%s%s)".formatted(frame.getClassName(), method(frame), source,
				(frame.getLineNumber() >= 0) ? ":" + frame.getLineNumber() : "");
	}

	/**
	 * A lambda is code of the method it is written in.
	 */
	private static String method(StackFrame frame) {
		return frame.getMethodName().replaceFirst("^lambda\\$(.+)\\$\\d+$", "$1");
	}

}
