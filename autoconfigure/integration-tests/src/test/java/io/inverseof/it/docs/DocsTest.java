package io.inverseof.it.docs;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.inverseof.test.AutoConfigureStatementCounting;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * A test of the documentation's code, with the application of the documentation and no
 * transaction around.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = DocsApplication.class, webEnvironment = WebEnvironment.NONE,
		properties = "spring.flyway.enabled=false")
@AutoConfigureStatementCounting
@interface DocsTest {

}
