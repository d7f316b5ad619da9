package io.inverseof.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * An order as the API shows it, with what it comes to.
 *
 * @param id the id of the order
 * @param customer the name of who ordered
 * @param placedOn the day it was placed
 * @param total what all its lines cost
 * @param products what was ordered, in the order of the alphabet
 * @param shipments the parcels in the order they were sent
 */
record OrderView(Long id, String customer, LocalDate placedOn, BigDecimal total, List<String> products,
		List<Shipment> shipments) {

	static OrderView of(Order order) {
		return new OrderView(order.id(), order.customer(), order.placedOn(), total(order), products(order),
				order.shipments());
	}

	private static BigDecimal total(Order order) {
		return order.lines().stream().map(OrderLine::total).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	private static List<String> products(Order order) {
		return order.lines().stream().map(OrderLine::product).sorted().toList();
	}

}
