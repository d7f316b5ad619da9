package io.inverseof.test;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The application under test.
 */
@SpringBootApplication
class Blog {

}
