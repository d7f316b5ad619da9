package io.inverseof.it.backreferences;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.inverseof.AssociationOperations;
import io.inverseof.UnitOfWork;
import io.inverseof.it.backreferences.Purchases.Line;
import io.inverseof.it.backreferences.Purchases.LineRepository;
import io.inverseof.it.backreferences.Purchases.Purchase;
import io.inverseof.it.backreferences.Purchases.PurchaseRepository;
import io.inverseof.it.backreferences.Purchases.Title;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.relational.core.mapping.event.AfterConvertCallback;
import org.springframework.data.relational.core.mapping.event.AfterConvertEvent;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.jdbc.Sql;
import org.springframework.transaction.support.TransactionTemplate;

import static io.inverseof.it.backreferences.Families.assertKnowTheirParents;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Members of a loaded aggregate refer to their parents, on whatever road it was loaded.
 */
class LoadingIntegrationTests {

	@Nested
	@OnH2
	class OnTheH2 extends Loading {

	}

	@Nested
	@OnPostgres
	class OnThePostgres extends Loading {

	}

	@Nested
	@OnH2
	@TestPropertySource(properties = "inverseof.enabled=false")
	class Disabled extends Loading {

	}

	@SpringBootTest(classes = Purchases.class)
	@Import(Onlookers.class)
	@Sql(statements = Purchases.SCHEMA)
	abstract static class Loading {

		@Autowired
		PurchaseRepository purchases;

		@Autowired
		LineRepository lines;

		@Autowired
		JdbcAggregateOperations template;

		@Autowired
		AssociationOperations associations;

		@Autowired
		UnitOfWork unitOfWork;

		@Autowired
		TransactionTemplate transaction;

		@Autowired
		StatementCounter statements;

		@Autowired
		Onlookers onlookers;

		@BeforeEach
		void forget() {
			this.onlookers.strangers.clear();
			this.onlookers.seen.clear();
		}

		private Purchase one() {
			return this.purchases.findById(1L).orElseThrow();
		}

		@Test
		void setElementsKnowTheirParent() {
			Purchase purchase = one();
			assertThat(purchase.lines).hasSize(2).allSatisfy((line) -> assertThat(line.purchase).isSameAs(purchase));
		}

		@Test
		void mapValuesMadeByAConstructorKnowTheirParent() {
			Purchase purchase = one();
			assertThat(purchase.notes).hasSize(2);
			assertThat(purchase.notes.values()).allSatisfy((note) -> assertThat(note.purchase()).isSameAs(purchase));
		}

		@Test
		void oneToOneKnowsItsParentByTheInterface() {
			Purchase purchase = one();
			assertThat(purchase.shipment).isNotNull();
			assertThat(purchase.shipment.document).isSameAs(purchase);
		}

		@Test
		void membersOfMembersKnowTheirs() {
			Line pen = one().lines.stream().filter((line) -> "pen".equals(line.product)).findFirst().orElseThrow();
			assertThat(pen.parts).hasSize(2).allSatisfy((part) -> assertThat(part.line).isSameAs(pen));
			assertThat(pen.discount).isNotNull();
			assertThat(pen.discount.line).isSameAs(pen);
		}

		@Test
		void elementsInsideAnEmbeddedObjectKnowBoth() {
			Purchase purchase = one();
			assertThat(purchase.details().attachments).hasSize(1).allSatisfy((attachment) -> {
				assertThat(attachment.purchase).isSameAs(purchase);
				assertThat(attachment.details).isSameAs(purchase.details);
			});
		}

		@Test
		void embeddedObjectKnowsItsParent() {
			Purchase purchase = one();
			assertThat(purchase.details().purchase).isSameAs(purchase);
		}

		@Test
		void crudFinders() {
			assertThat(this.purchases.findAll()).hasSize(2).allSatisfy(Families::assertKnowTheirParents);
			assertThat(this.purchases.findAllById(List.of(1L, 2L))).hasSize(2)
				.allSatisfy(Families::assertKnowTheirParents);
			assertThat(this.purchases.findAll(PageRequest.of(0, 5))).hasSize(2)
				.allSatisfy(Families::assertKnowTheirParents);
		}

		@Test
		void queryMethods() {
			assertThat(this.purchases.findByTitle("one")).hasSize(1).allSatisfy(Families::assertKnowTheirParents);
			assertThat(this.purchases.queryByTitle("one")).hasSize(1).allSatisfy(Families::assertKnowTheirParents);
		}

		@Test
		void streams() {
			List<Purchase> read = new ArrayList<>();
			this.transaction.executeWithoutResult((status) -> {
				try (Stream<Purchase> stream = this.purchases.streamByIdGreaterThan(0L)) {
					stream.forEach((purchase) -> {
						assertKnowTheirParents(purchase);
						read.add(purchase);
					});
				}
			});
			assertThat(read).hasSize(2);
		}

		@Test
		void template() {
			Query query = Query.query(Criteria.where("title").is("one"));
			assertThat(this.template.findAll(query, Purchase.class)).hasSize(1)
				.allSatisfy(Families::assertKnowTheirParents);
			assertThat(this.template.findAll(Purchase.class, Sort.by("id"))).hasSize(2)
				.allSatisfy(Families::assertKnowTheirParents);
			assertThat(this.template.findOne(query, Purchase.class)).get().satisfies(Families::assertKnowTheirParents);
		}

		@Test
		void projectionsAreLeftAlone() {
			assertThat(this.purchases.findProjectedByTitle("one")).containsExactly(new Title(1L, "one"));
		}

		@Test
		void memberWithARepositoryOfItsOwnIsReadWithoutParent() {
			Line pen = this.lines.findById(1L).orElseThrow();
			assertThat(pen.purchase).isNull();
			assertThat(pen.parts).hasSize(2).allSatisfy((part) -> assertThat(part.line).isSameAs(pen));
		}

		@Test
		void naiveWork() {
			this.unitOfWork.naive()
				.run(() -> assertThat(this.purchases.findAll()).hasSize(2)
					.allSatisfy(Families::assertKnowTheirParents));
		}

		@Test
		void reloadedAggregate() {
			Purchase purchase = one();
			assertThat(this.associations.reload(purchase)).isSameAs(purchase);
			assertThat(purchase.lines).hasSize(2);
			assertKnowTheirParents(purchase);
		}

		@Test
		void followingThemSendsNothing() {
			Purchase purchase = one();
			assertThat(this.statements).during(() -> assertKnowTheirParents(purchase)).none();
		}

		@Test
		void callbacksAndListenersSeeThem() {
			this.purchases.findAll();
			this.purchases.queryByTitle("one");
			assertThat(this.onlookers.seen).hasSize(6);
			assertThat(this.onlookers.strangers).isEmpty();
		}

	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Onlookers {

		final List<Object> strangers = new ArrayList<>();

		final List<Purchase> seen = new ArrayList<>();

		@Bean
		AfterConvertCallback<Purchase> onlookingCallback() {
			return (purchase) -> {
				look(purchase);
				return purchase;
			};
		}

		@EventListener
		void onConverted(AfterConvertEvent<?> event) {
			if (event.getEntity() instanceof Purchase purchase) {
				look(purchase);
			}
		}

		private void look(Purchase purchase) {
			this.seen.add(purchase);
			this.strangers.addAll(Families.strangers(purchase));
		}

	}

}
