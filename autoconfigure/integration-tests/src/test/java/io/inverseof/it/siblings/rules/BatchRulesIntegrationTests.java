package io.inverseof.it.siblings.rules;

import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;

import io.inverseof.BatchSize;
import io.inverseof.HasMany;
import io.inverseof.HasOne;
import io.inverseof.InvalidAssociationsException;
import io.inverseof.autoconfigure.InverseofAutoConfiguration;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.it.siblings.OnMariaDb;
import io.inverseof.it.siblings.Truth;
import io.inverseof.it.siblings.rules.Shop.Customer;
import io.inverseof.it.siblings.rules.Shop.Customers;
import io.inverseof.it.siblings.rules.Shop.Purchase;
import io.inverseof.it.siblings.rules.Shop.Purchases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.RelationalManagedTypes;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

import static io.inverseof.Associations.hasMany;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * How much one query asks for.
 */
class BatchRulesIntegrationTests {

	@Nested
	@OnH2
	class OnTheH2 extends BatchRules {

	}

	@Nested
	@OnPostgres
	class OnThePostgres extends BatchRules {

	}

	@Nested
	@OnMariaDb
	class OnTheMariaDb extends BatchRules {

	}

	@Nested
	@OnH2
	@TestPropertySource(properties = "inverseof.batch-size=1")
	class OneByOne extends ShopTests {

		@Test
		void everybodyLoadsAlone() {
			children(1 + 20, 1 + 20, (customer) -> customer.purchases);
			targets(1 + 20, 1 + 60);
		}

		@Test
		void anAssociationMayLoadTogetherAllTheSame() {
			children(1 + 5, 1 + 20, (customer) -> customer.byFour);
		}

	}

	@Nested
	@OnH2
	@TestPropertySource(properties = "inverseof.batch-size=7")
	class BySeven extends ShopTests {

		@Test
		void sevenLoadTogether() {
			children(1 + 3, 1 + 20, (customer) -> customer.purchases);
			targets(1 + 3, 1 + 60);
		}

	}

	static class Crate {

		@Id
		@Nullable Long id;

		@BatchSize(0)
		final HasMany<Purchase> purchases = hasMany(this);

	}

	@Test
	void aBatchOfNothingIsAProblem() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
					JdbcTemplateAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
					DataJdbcRepositoriesAutoConfiguration.class, InverseofAutoConfiguration.class))
			.withInitializer((context) -> AutoConfigurationPackages
				.register((BeanDefinitionRegistry) context.getBeanFactory(), "io.inverseof.it.siblings.rules.empty"))
			.withBean(RelationalManagedTypes.class, () -> RelationalManagedTypes.from(Crate.class))
			.run((context) -> assertThat(context.getStartupFailure()).rootCause()
				.isInstanceOf(InvalidAssociationsException.class)
				.hasMessageContaining(
						"Crate.purchases is annotated with @BatchSize(0), but a query asks for at least one "
								+ "key. Use a positive number; 1 loads one by one."));
	}

	@SpringBootTest(classes = { Shop.class, Truth.class })
	abstract static class ShopTests {

		@Autowired
		Customers customers;

		@Autowired
		Purchases purchases;

		@Autowired
		JdbcTemplate jdbc;

		@Autowired
		Truth truth;

		@BeforeEach
		void createTables() {
			for (String statement : Shop.SCHEMA.split(";\\s*")) {
				this.jdbc.execute(statement);
			}
		}

		void children(int sent, int naively, Function<Customer, HasMany<Purchase>> children) {
			this.truth.of(sent, naively,
					() -> this.customers.findByOrderById()
						.stream()
						.map((customer) -> children.apply(customer).stream().map((purchase) -> purchase.id).toList())
						.toList());
		}

		void child(int sent, int naively, Function<Customer, HasOne<Purchase>> child) {
			this.truth.of(sent, naively,
					() -> this.customers.findByOrderById()
						.stream()
						.map((customer) -> child.apply(customer).optional().map((purchase) -> purchase.id))
						.toList());
		}

		void targets(int sent, int naively) {
			this.truth.of(sent, naively,
					() -> this.purchases.findByOrderById()
						.stream()
						.map((purchase) -> purchase.customer.get().name)
						.toList());
		}

	}

	abstract static class BatchRules extends ShopTests {

		@Test
		void allLoadTogether() {
			children(1 + 1, 1 + 20, (customer) -> customer.purchases);
			targets(1 + 1, 1 + 60);
		}

		@Test
		void anAssociationHasABatchSizeOfItsOwn() {
			children(1 + 5, 1 + 20, (customer) -> customer.byFour);
			children(1 + 20, 1 + 20, (customer) -> customer.alone);
		}

		@Test
		void filteredAndSortedOnesLoadTogether() {
			children(1 + 1, 1 + 20, (customer) -> customer.valuable);
			children(1 + 1, 1 + 20, (customer) -> customer.sorted);
			assertThat(this.customers.findAll()).allSatisfy((customer) -> {
				assertThat(customer.valuable).extracting((purchase) -> purchase.worth).containsExactly(2, 3);
				assertThat(customer.sorted).extracting((purchase) -> purchase.worth).containsExactly(3, 2, 1);
			});
		}

		@Test
		void limitedOnesLoadAlone() {
			children(1 + 20, 1 + 20, (customer) -> customer.top);
			child(1 + 20, 1 + 20, (customer) -> customer.limited);
		}

		@Test
		void hasOneLoadsTogether() {
			child(1 + 1, 1 + 20, (customer) -> customer.any);
			child(1 + 1, 1 + 20, (customer) -> customer.firstValuable);
			child(1 + 1, 1 + 20, (customer) -> customer.mostValuable);
			assertThat(this.customers.findAll())
				.allSatisfy((customer) -> assertThat(customer.mostValuable.get().worth).isEqualTo(3));
		}

		@Test
		void filteredTargetsLoadTogether() {
			this.truth.of(1 + 1, 1 + 19,
					() -> this.customers.findByOrderById()
						.stream()
						.map((customer) -> customer.best.optional().map((purchase) -> purchase.id))
						.toList());
			assertThat(this.customers.findAll()).filteredOn((customer) -> customer.best.isPresent()).hasSize(12);
		}

		@Test
		void hasOneOverManyRowsIsGivenUp() {
			this.jdbc.batchUpdate("insert into purchase values (?, 9, ?)",
					LongStream.range(0, 800).mapToObj((i) -> new Object[] { 1000 + i, i % 20 + 1 }).toList());
			this.truth.of(1 + 1 + 1 + 2, 1 + 20,
					() -> this.customers.findByOrderById()
						.stream()
						.map((customer) -> customer.mostValuable.get().id)
						.toList());
		}

		@Test
		void hasManyOverTooManyRowsIsGivenUp() {
			this.jdbc.batchUpdate("insert into purchase values (?, 9, ?)",
					LongStream.range(0, 21_000).mapToObj((i) -> new Object[] { 1000 + i, i % 20 + 1 }).toList());
			this.truth.of(1 + 1 + 1 + 2, 1 + 20,
					() -> this.customers.findByOrderById()
						.stream()
						.map((customer) -> customer.purchases.stream().mapToLong((purchase) -> purchase.id).sum())
						.toList());
		}

		@Test
		void rowsOfOneOwnerHaveChildrenOfTheirOwn() {
			List<Customer> all = this.customers.findOnceForEachPurchase();
			assertThat(all).hasSize(60);
			List<Integer> sent = this.truth.of(() -> this.customers.findOnceForEachPurchase()
				.stream()
				.map((customer) -> customer.purchases.stream().map((purchase) -> purchase.id).toList())
				.toList());
			assertThat(sent).containsExactly(1 + 3, 1 + 60);
			assertThat(all).allSatisfy((customer) -> assertThat(customer.purchases)
				.allSatisfy((purchase) -> assertThat(purchase.customer.get()).isSameAs(customer)));
		}

		@Test
		void keysThatChangedInMemoryAreNotReadAhead() {
			List<Purchase> all = this.purchases.findByOrderById();
			all.get(1).customer.setId(20L);
			all.get(2).customer.set(null);
			Customer other = new Customer();
			all.get(3).customer.set(other);
			assertThat(this.truth.statements()).during(() -> {
				assertThat(all.get(0).customer.get().name).isEqualTo("c1");
				assertThat(all.get(1).customer.get().name).isEqualTo("c20");
				assertThat(all.get(2).customer.isPresent()).isFalse();
				assertThat(all.get(3).customer.get()).isSameAs(other);
				assertThat(all.get(4).customer.get().name).isEqualTo("c5");
			}).total(1 + 1);
		}

		@Test
		void keysThatChangedAfterTheBatchAreThoseInMemory() {
			List<Purchase> all = this.purchases.findByOrderById();
			assertThat(all.get(0).customer.get().name).isEqualTo("c1");
			Customer other = new Customer();
			assertThat(this.truth.statements()).during(() -> {
				all.get(1).customer.setId(20L);
				all.get(2).customer.set(null);
				all.get(3).customer.set(other);
				assertThat(all.get(2).customer.isPresent()).isFalse();
				assertThat(all.get(3).customer.get()).isSameAs(other);
			}).none();
			assertThat(all.get(1).customer.get().name).isEqualTo("c20");
		}

		@Test
		void reloadingOneLeavesTheOthers() {
			List<Customer> all = this.customers.findByOrderById();
			assertThat(all.get(0).purchases).hasSize(3);
			this.jdbc.update("delete from purchase where id = 2");
			all.get(1).purchases.reload();
			assertThat(all.get(1).purchases.isLoaded()).isFalse();
			assertThat(this.truth.statements()).during(() -> assertThat(all.get(1).purchases).hasSize(2)).total(1);
			assertThat(this.truth.statements()).during(() -> assertThat(all.get(2).purchases).hasSize(3)).none();
		}

		@Test
		void changesToWhatWasReadAheadStay() {
			List<Customer> all = this.customers.findByOrderById();
			assertThat(all.get(0).purchases).hasSize(3);
			assertThat(this.truth.statements()).during(() -> {
				Purchase built = all.get(1).purchases.build((purchase) -> purchase.worth = 7);
				assertThat(all.get(1).purchases).hasSize(4).endsWith(built);
				assertThat(all.get(2).purchases.remove(all.get(2).purchases.get(0))).isTrue();
				assertThat(all.get(2).purchases).hasSize(2);
				all.get(3).purchases.clear();
				assertThat(all.get(3).purchases).isEmpty();
				all.get(4).purchases.replaceWith(List.of(built));
				assertThat(all.get(4).purchases).containsExactly(built);
				assertThat(all.get(1).purchases).hasSize(3);
			}).none();
		}

		@Test
		void anAddedRowThatWasReadAheadIsThereOnce() {
			List<Customer> all = this.customers.findByOrderById();
			assertThat(all.get(0).purchases).hasSize(3);
			Purchase added = this.purchases.findById(2L).orElseThrow();
			all.get(1).purchases.add(added);
			assertThat(all.get(1).purchases).hasSize(3).contains(added);
		}

		@Test
		void aHasOneThatWasReadAheadCanBeSet() {
			List<Customer> all = this.customers.findByOrderById();
			assertThat(all.get(0).any.get().id).isEqualTo(1);
			Purchase purchase = new Purchase();
			all.get(1).any.set(purchase);
			assertThat(all.get(1).any.get()).isSameAs(purchase);
			all.get(2).any.set(null);
			assertThat(all.get(2).any.isPresent()).isFalse();
			Purchase built = all.get(3).any.build((it) -> it.worth = 7);
			assertThat(built.customer.get()).isSameAs(all.get(3));
		}

		@Test
		void partialReadsAskForThemselvesAndNeverCount() {
			List<Customer> all = this.customers.findByOrderById();
			assertThat(all.get(0).purchases).hasSize(3);
			HasMany<Purchase> ahead = all.get(1).purchases;
			double before = this.truth.sum("inverseof.queries.avoided");
			assertThat(this.truth.statements()).during(() -> {
				assertThat(ahead.find(2L).worth).isEqualTo(1);
				assertThat(ahead.first().map((purchase) -> purchase.id)).contains(2L);
				assertThat(ahead.last().map((purchase) -> purchase.id)).contains(42L);
				assertThat(ahead.count()).isEqualTo(3);
				assertThat(ahead.exists()).isTrue();
			}).total(5);
			assertThat(this.truth.sum("inverseof.queries.avoided")).isEqualTo(before);
			Purchase first = ahead.first().orElseThrow();
			assertThat(this.truth.statements()).during(() -> assertThat(ahead).hasSize(3).startsWith(first)).none();
			assertThat(ahead).allSatisfy((purchase) -> assertThat(purchase.customer.get()).isSameAs(all.get(1)));
		}

	}

}
