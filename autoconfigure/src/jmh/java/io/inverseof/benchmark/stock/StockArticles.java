package io.inverseof.benchmark.stock;

import org.springframework.data.repository.ListCrudRepository;

/**
 * Repository of {@link StockArticle}.
 */
public interface StockArticles extends ListCrudRepository<StockArticle, Long> {

}
