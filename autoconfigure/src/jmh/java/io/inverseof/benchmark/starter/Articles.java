package io.inverseof.benchmark.starter;

import org.springframework.data.repository.ListCrudRepository;

/**
 * Repository of {@link Article}.
 */
public interface Articles extends ListCrudRepository<Article, Long> {

}
