package io.inverseof.demo;

import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

/**
 * The pages of the lists: 20 rows each.
 */
final class ListPage {

	private static final int SIZE = 20;

	private ListPage() {
	}

	/**
	 * Returns a page by its number.
	 * @param number the number of the page; anything below 1 is the first
	 * @param order the order of the list
	 * @return the page
	 */
	static Pageable of(int number, Sort order) {
		return PageRequest.of(Math.max(number, 1) - 1, SIZE, order);
	}

}
