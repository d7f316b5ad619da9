package io.inverseof.demo;

import java.math.BigDecimal;

/**
 * A line of an order.
 *
 * @param product the name of what was ordered
 * @param quantity how many
 * @param price what one costs
 */
public record OrderLine(String product, int quantity, BigDecimal price) {

	BigDecimal total() {
		return this.price.multiply(BigDecimal.valueOf(this.quantity));
	}

}
