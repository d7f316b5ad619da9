package io.inverseof.demo;

import java.util.List;

import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.ListCrudRepository;

/**
 * The repository of tweets: plain Spring Data. It reads no other posts.
 */
interface Tweets extends ListCrudRepository<Tweet, Long> {

	List<Tweet> findAllBy(Pageable page);

}
