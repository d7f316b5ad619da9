package io.inverseof.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Counts the statements that a test sends to its databases. Works in
 * {@code @SpringBootTest} and {@code @DataJdbcTest}, whatever database the test runs on.
 *
 * <pre>{@code
 * &#64;DataJdbcTest

 * &#64;AutoConfigureStatementCounting
 * class AuthorTests {
 *
 *     &#64;Autowired
 *     private StatementCounter statements;
 *
 *
&#64;Test
 *     void readsPostsWithOneQuery() {
 *         assertThat(this.statements).during(() -> render(this.authors.findById(1L))).selects(2);
 *     }
 *
 * }
 * }</pre>
 *
 * Every {@code DataSource} bean is proxied. It keeps its class where that can be
 * extended, and its interfaces otherwise; {@code unwrap} returns the original. A
 * statement that passes several of them, such as a routing data source and its target,
 * counts once.
 *
 * @since 0.1.0
 * @see StatementCounter
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ImportAutoConfiguration
public @interface AutoConfigureStatementCounting {

}
