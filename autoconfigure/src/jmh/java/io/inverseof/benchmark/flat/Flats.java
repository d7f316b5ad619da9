package io.inverseof.benchmark.flat;

import java.util.List;

import org.springframework.data.repository.ListCrudRepository;

/**
 * Repository of {@link Flat}.
 */
public interface Flats extends ListCrudRepository<Flat, Long> {

	/**
	 * Reads rows one by one while the result set is open, unlike {@code findAll}.
	 * @param quantity less than that of any row
	 * @return all rows
	 */
	List<Flat> findByQuantityGreaterThan(int quantity);

}
