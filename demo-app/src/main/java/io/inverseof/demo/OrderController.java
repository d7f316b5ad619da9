package io.inverseof.demo;

import java.util.List;

import org.springframework.data.domain.Sort;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Orders with their lines and shipments, as Spring Data JDBC loads them.
 */
@RestController
@RequestMapping("/orders")
public class OrderController {

	private static final Sort BY_ID = Sort.by("id");

	private final Orders orders;

	OrderController(Orders orders) {
		this.orders = orders;
	}

	@GetMapping
	public List<OrderView> orders(@RequestParam(defaultValue = "1") int page) {
		return this.orders.findAllBy(ListPage.of(page, BY_ID)).stream().map(OrderView::of).toList();
	}

	@GetMapping("/{id}")
	public OrderView order(@PathVariable long id) {
		return OrderView.of(this.orders.findById(id).orElseThrow(() -> new UnknownIdException("order", id)));
	}

}
