package io.inverseof.it.reading.orders;

import java.util.List;
import java.util.Objects;

import io.inverseof.BelongsTo;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.reading.orders.Orders.Customer;
import io.inverseof.it.reading.orders.Orders.CustomerRepository;
import io.inverseof.it.reading.orders.Orders.Gift;
import io.inverseof.it.reading.orders.Orders.Line;
import io.inverseof.it.reading.orders.Orders.Note;
import io.inverseof.it.reading.orders.Orders.OrderRepository;
import io.inverseof.it.reading.orders.Orders.Part;
import io.inverseof.it.reading.orders.Orders.Product;
import io.inverseof.it.reading.orders.Orders.ProductRepository;
import io.inverseof.it.reading.orders.Orders.Purchase;
import io.inverseof.it.reading.orders.Orders.Shipment;
import io.inverseof.test.StatementCounter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.jdbc.Sql;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * References that entities inside an aggregate hold.
 */
class EntitiesInsideAggregatesIntegrationTests {

	@Nested
	@OnH2
	class OnTheH2 extends EntitiesInsideAggregates {

	}

	@Nested
	@OnPostgres
	class OnThePostgres extends EntitiesInsideAggregates {

	}

	@SpringBootTest(classes = Orders.class)
	@Sql(statements = Orders.SCHEMA)
	abstract static class EntitiesInsideAggregates {

		@Autowired
		OrderRepository orders;

		@Autowired
		CustomerRepository customers;

		@Autowired
		ProductRepository products;

		@Autowired
		StatementCounter statements;

		@Autowired
		TransactionTemplate transaction;

		@Autowired
		JdbcTemplate jdbc;

		@Test
		void listElementsAreLive() {
			assertThat(order(1).lines).extracting((line) -> line.product.get().name).containsExactly("pen", "ink");
		}

		@Test
		void setElementsAreLive() {
			assertThat(order(1).gifts).extracting((gift) -> gift.product.get().name)
				.containsExactlyInAnyOrder("cap", "pen");
		}

		@Test
		void mapValuesAreLive() {
			assertThat(note("x").author().get().name).isEqualTo("Bob");
			assertThat(note("y").author().isPresent()).isFalse();
		}

		@Test
		void oneToOneIsLive() {
			assertThat(Objects.requireNonNull(order(1).shipment).carrier().get().name).isEqualTo("Bob");
			assertThat(order(2).shipment).isNull();
		}

		@Test
		void elementsOfElementsAreLive() {
			assertThat(order(1).lines.get(0).parts).extracting((part) -> part.product().get().name)
				.containsExactly("cap", "pen");
		}

		@Test
		void embeddedObjectsOfElementsAreLive() {
			Line line = order(1).lines.get(0);
			assertThat(Objects.requireNonNull(line.discount).product.get().name).isEqualTo("cap");
			assertThat(order(1).lines.get(1).discount).isNull();
		}

		@Test
		void readingTheAggregateSendsNothingForItsReferences() {
			int perAggregate = this.statements.countDuring(() -> order(1)).statements().size();
			this.jdbc.update("update line set product_id = null");
			this.jdbc.update("update part set product_id = null");
			assertThat(this.statements).during(() -> order(1)).total(perAggregate);
		}

		@Test
		void elementsOfOneAggregateShareTheirTargets() {
			Purchase order = order(1);
			List<String> sent = this.statements.countDuring(() -> {
				Product pen = order.lines.get(0).product.get();
				assertThat(order.lines.get(0).parts.get(1).product().get()).isSameAs(pen);
				assertThat(order.gifts).anySatisfy((gift) -> assertThat(gift.product.get()).isSameAs(pen));
			}).statements();
			assertThat(sent).hasSizeLessThanOrEqualTo(2);
		}

		@Test
		void elementsOfSeveralAggregatesOfOneResultShareTheirTargets() {
			List<Purchase> all = this.orders.findAll();
			Product pen = all.get(0).lines.get(0).product.get();
			List<String> sent = this.statements
				.countDuring(() -> assertThat(all.get(1).lines.get(0).product.get()).isSameAs(pen))
				.statements();
			assertThat(sent).isEmpty();
		}

		@Test
		void elementsAreAnsweredByTheUnitOfWork() {
			this.transaction.executeWithoutResult((status) -> {
				Product pen = this.products.findById(1L).orElseThrow();
				Purchase order = order(1);
				assertThat(this.statements).during(() -> assertThat(order.lines.get(0).product.get()).isSameAs(pen))
					.none();
			});
		}

		@Test
		void rootsWithElementsKnowTheOwnerThatLoadedThem() {
			Customer ann = this.customers.findById(1L).orElseThrow();
			assertThat(ann.orders).hasSize(2).allSatisfy((order) -> assertThat(order.customer.get()).isSameAs(ann));
			assertThat(ann.orders.get(0).lines).hasSize(2);
		}

		@Test
		void findsRootsByTheirOwnKey() {
			assertThat(this.orders.findByCustomerId(2L)).singleElement()
				.satisfies((order) -> assertThat(order.lines).isEmpty());
		}

		@Test
		void savesKeysOfElements() {
			Purchase order = new Purchase();
			Line line = new Line();
			line.quantity = 1;
			line.product.set(this.products.findById(2L).orElseThrow());
			line.parts.add(new Part(BelongsTo.toId(3L)));
			order.lines.add(line);
			Gift gift = new Gift();
			gift.product.setId(1L);
			order.gifts.add(gift);
			order.notes.put("z", new Note(BelongsTo.toId(2L)));
			order.shipment = new Shipment(BelongsTo.empty(), "u");
			this.orders.save(order);
			assertThat(key("select product_id from line where purchase = 4")).isEqualTo(2L);
			assertThat(key("select product_id from part where purchase = 4")).isEqualTo(3L);
			assertThat(key("select product_id from gift where purchase = 4")).isEqualTo(1L);
			assertThat(key("select author_id from note where purchase = 4")).isEqualTo(2L);
			assertThat(key("select carrier_id from shipment where purchase = 4")).isNull();
		}

		@Test
		void savingAnUnchangedAggregateKeepsTheKeysOfItsElements() {
			this.orders.save(order(1));
			assertThat(this.jdbc.queryForList("select product_id from line where purchase = 1 order by purchase_key",
					Long.class))
				.containsExactly(1L, 2L);
			assertThat(this.jdbc.queryForList("select product_id from part where purchase = 1 order by line_key",
					Long.class))
				.containsExactly(3L, 1L);
			assertThat(key("select discount_product_id from line where purchase = 1 and purchase_key = 0"))
				.isEqualTo(3L);
		}

		@Test
		void newTargetOfAnElementIsSavedBefore() {
			Purchase order = order(2);
			Product product = new Product();
			order.lines.get(0).product.set(product);
			this.orders.save(order);
			assertThat(this.jdbc.queryForObject("select count(*) from line", Long.class)).isEqualTo(3);
			assertThat(key("select product_id from line where purchase = 2")).isNotNull()
				.isEqualTo(order.lines.get(0).product.getId());
			assertThat(order.lines.get(0).product.get()).isSameAs(product);
		}

		private Purchase order(long id) {
			return this.orders.findById(id).orElseThrow();
		}

		private Note note(String key) {
			return Objects.requireNonNull(order(1).notes.get(key));
		}

		private @Nullable Long key(String sql) {
			return this.jdbc.queryForObject(sql, Long.class);
		}

	}

}
