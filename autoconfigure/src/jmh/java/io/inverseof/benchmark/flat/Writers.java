package io.inverseof.benchmark.flat;

import org.springframework.data.repository.ListCrudRepository;

/**
 * Repository of {@link Writer}.
 */
public interface Writers extends ListCrudRepository<Writer, Long> {

}
