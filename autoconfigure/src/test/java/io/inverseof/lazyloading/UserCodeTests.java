package io.inverseof.lazyloading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

import io.inverseof.acme.PostService;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UserCode}.
 */
class UserCodeTests {

	private static final String LINE = "io.inverseof.acme.PostService.%s(PostService.java:%d)";

	@Test
	void namesTheLineThatReads() {
		assertThat(PostService.render(UserCode::currentLine)).isEqualTo(LINE.formatted("render", 15));
	}

	@Test
	void namesTheMethodALambdaIsWrittenIn() {
		assertThat(PostService.renderInLambda(UserCode::currentLine)).isEqualTo(LINE.formatted("renderInLambda", 23));
	}

	@Test
	void namesTheLineThatPassesAReferenceToAMethod() {
		assertThat(PostService.renderByReference(UserCode::currentLine))
			.isEqualTo(LINE.formatted("renderByReference", 27));
	}

	@Test
	void namesTheAccessorThatASerialiserCalls() {
		PostService.Slug slug = new PostService.Slug(UserCode::currentLine);
		assertThat(JsonMapper.shared().writeValueAsString(slug))
			.isEqualTo("{\"text\":\"io.inverseof.acme.PostService$Slug.getText(PostService.java:42)\"}");
	}

	@Test
	void skipsProxies() {
		ProxyFactory proxies = new ProxyFactory(new PostService.Renderer());
		proxies.setProxyTargetClass(true);
		proxies.addAdvice((MethodInterceptor) (call) -> UserCode.currentLine());
		PostService.Renderer proxy = (PostService.Renderer) proxies.getProxy();
		assertThat(PostService.render(proxy::text)).isEqualTo(LINE.formatted("render", 15));
	}

	@Test
	void saysThatItIsNoneOfTheApplication() throws InterruptedException {
		StringBuffer line = new StringBuffer();
		Thread thread = new Thread(() -> line.append(UserCode.currentLine()));
		thread.start();
		thread.join();
		assertThat(line).hasToString("code outside of the application");
	}

	@ParameterizedTest
	@ValueSource(strings = { "com.acme.PostService", "Script", "io.inverseof.demo.PostController",
			"io.inverseof.it.lazyloading.StrictLoadingTests", "io.inversed.Application", "javautils.Reader",
			"org.springframework.samples.petclinic.owner.OwnerController", "org.springframeworks.Copy",
			"com.acme.Outer$Inner", "com.acme.Kotlin$render$1", "org.apache.acme.Service" })
	void takesClassesOfTheApplication(String name) {
		assertThat(UserCode.isUserCode(name)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "java.util.ArrayList", "jdk.internal.reflect.DirectMethodHandleAccessor",
			"org.springframework.data.jdbc.core.JdbcAggregateTemplate", "tools.jackson.databind.ser.BeanPropertyWriter",
			"org.hibernate.validator.internal.engine.ValidatorImpl", "jdk.proxy2.$Proxy42", "com.acme.$Proxy7",
			"com.acme.PostService$$SpringCGLIB$$0", "com.acme.PostService$$FastClass$$1",
			"com.acme.Post$ByteBuddy$a1b2", "kotlin.collections.CollectionsKt", "com.google.common.collect.Lists",
			"org.apache.catalina.core.StandardHost" })
	void skipsWhatStandsBetween(String name) {
		assertThat(UserCode.isUserCode(name)).isFalse();
	}

	@Test
	void skipsAllPackagesOfTheLibrary() throws IOException {
		Set<String> packages = new TreeSet<>();
		Resource[] classes = new PathMatchingResourcePatternResolver()
			.getResources("classpath*:io/inverseof/**/package-info.class");
		Arrays.stream(classes)
			.map(UserCodeTests::path)
			.filter((path) -> path.contains("/target/classes/"))
			.map((path) -> path.replaceFirst(".*/target/classes/", "").replaceFirst("/package-info.class$", ""))
			.forEach((path) -> packages.add(path.replace('/', '.')));
		assertThat(packages).contains("io.inverseof", "io.inverseof.jdbc")
			.allSatisfy((name) -> assertThat(UserCode.isUserCode(name + ".Type")).isFalse());
	}

	private static String path(Resource resource) {
		try {
			return resource.getURL().getPath();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
