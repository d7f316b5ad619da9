package io.inverseof.it.docs;

/**
 * A page that shows an order.
 */
record OrderPage(Order order) {

	String render() {
		return "%d shipments".formatted(order.shipments().size());
	}

}
