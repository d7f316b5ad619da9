package io.inverseof.demo;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Whom a request brings into a prison.
 *
 * @param name the name
 */
record NewCriminal(@NotBlank @Size(max = 100) String name) {

}
