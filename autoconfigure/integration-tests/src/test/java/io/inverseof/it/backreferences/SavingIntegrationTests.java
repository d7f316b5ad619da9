package io.inverseof.it.backreferences;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

import io.inverseof.it.backreferences.Purchases.Discount;
import io.inverseof.it.backreferences.Purchases.Line;
import io.inverseof.it.backreferences.Purchases.Note;
import io.inverseof.it.backreferences.Purchases.Part;
import io.inverseof.it.backreferences.Purchases.Purchase;
import io.inverseof.it.backreferences.Purchases.PurchaseRepository;
import io.inverseof.it.reading.OnH2;
import io.inverseof.it.reading.OnPostgres;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.relational.core.mapping.event.AfterSaveEvent;
import org.springframework.data.relational.core.mapping.event.BeforeConvertCallback;
import org.springframework.data.relational.core.mapping.event.BeforeConvertEvent;
import org.springframework.data.relational.core.mapping.event.BeforeSaveCallback;
import org.springframework.data.relational.core.mapping.event.BeforeSaveEvent;
import org.springframework.data.relational.core.mapping.event.RelationalEventWithEntity;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.jdbc.Sql;

import static io.inverseof.it.backreferences.Families.assertKnowTheirParents;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * New members of an aggregate refer to their parents before anybody validates them, and
 * after they were saved.
 */
class SavingIntegrationTests {

	@Nested
	@OnH2
	class OnTheH2 extends Saving {

	}

	@Nested
	@OnPostgres
	class OnThePostgres extends Saving {

	}

	@Nested
	@OnH2
	@TestPropertySource(properties = "inverseof.enabled=false")
	class Disabled extends Saving {

	}

	@SpringBootTest(classes = Purchases.class)
	@Import(Validation.class)
	@Sql(statements = Purchases.SCHEMA)
	abstract static class Saving {

		@Autowired
		PurchaseRepository purchases;

		@Autowired
		JdbcAggregateOperations template;

		@Autowired
		Validation validation;

		@BeforeEach
		void forget() {
			this.validation.strangers.clear();
			this.validation.seen.clear();
			this.validation.addition = null;
			this.validation.stray = null;
		}

		private static Line line(Purchase purchase) {
			return purchase.lines.iterator().next();
		}

		@Test
		void newAggregatePassesValidation() {
			Purchase saved = this.purchases.save(Families.withAllMembers());
			assertKnowTheirParents(saved);
			assertKnowTheirParents(this.purchases.findById(Objects.requireNonNull(saved.id)).orElseThrow());
		}

		@Test
		void newMemberOfALoadedAggregatePassesValidation() {
			Purchase purchase = this.purchases.findById(2L).orElseThrow();
			purchase.lines.add(new Line("added"));
			line(purchase).parts.add(new Part("added"));
			purchase.notes.put("new", new Note("added", null));
			assertKnowTheirParents(this.purchases.save(purchase));
			Purchase read = this.purchases.findById(2L).orElseThrow();
			assertThat(read.lines).hasSize(2);
			assertThat(read.notes).containsKey("new");
		}

		@Test
		void memberThatMovedRefersToItsNewParent() {
			Purchase one = this.purchases.findById(1L).orElseThrow();
			Purchase two = this.purchases.findById(2L).orElseThrow();
			Line moved = line(one);
			one.lines = new LinkedHashSet<>();
			two.lines.add(moved);
			this.purchases.saveAll(List.of(one, two));
			assertThat(moved.purchase).isSameAs(two);
			assertThat(this.purchases.findById(2L).orElseThrow().lines).hasSize(2);
		}

		@Test
		void allMethodsOfTheTemplate() {
			assertKnowTheirParents(this.template.insert(Families.withAllMembers()));
			assertKnowTheirParents(this.template.save(Families.withAllMembers()));
			assertThat(this.template.saveAll(List.of(Families.withAllMembers(), Families.withAllMembers())))
				.allSatisfy(Families::assertKnowTheirParents);
			assertThat(this.template.insertAll(List.of(Families.withAllMembers(), Families.withAllMembers())))
				.allSatisfy(Families::assertKnowTheirParents);
			Purchase purchase = this.purchases.findById(1L).orElseThrow();
			purchase.lines.add(new Line("added"));
			assertKnowTheirParents(this.template.update(purchase));
			purchase.lines.add(new Line("another"));
			assertThat(this.template.updateAll(List.of(purchase))).allSatisfy(Families::assertKnowTheirParents);
		}

		@Test
		void callbacksAndListenersSeeThemAtEveryStep() {
			this.purchases.save(Families.withAllMembers());
			assertThat(this.validation.seen).containsExactly("BeforeConvertEvent", "BeforeConvertCallback",
					"BeforeSaveEvent", "BeforeSaveCallback", "AfterSaveEvent");
			assertThat(this.validation.strangers).isEmpty();
		}

		@Test
		void whatACallbackAddsPassesValidation() {
			this.validation.addition = new Line("gift");
			Purchase saved = this.purchases.save(new Purchase("new"));
			assertThat(saved.lines).hasSize(1);
			assertKnowTheirParents(saved);
		}

		@Test
		void validationStillFindsWhoHasNoParent() {
			this.validation.stray = new Discount();
			assertThatExceptionOfType(ConstraintViolationException.class)
				.isThrownBy(() -> this.purchases.save(new Purchase("new")))
				.withMessageContaining("line");
		}

	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Validation {

		final List<Object> strangers = new ArrayList<>();

		final List<String> seen = new ArrayList<>();

		@Nullable Line addition;

		@Nullable Object stray;

		@Bean
		BeforeConvertCallback<Purchase> adding() {
			return (purchase) -> {
				look("BeforeConvertCallback", purchase);
				if (this.addition != null) {
					purchase.lines.add(this.addition);
				}
				return purchase;
			};
		}

		@Bean
		BeforeSaveCallback<Purchase> validating(Validator validator) {
			return (purchase, change) -> {
				look("BeforeSaveCallback", purchase);
				validate(validator, purchase);
				if (this.stray != null) {
					validate(validator, this.stray);
				}
				return purchase;
			};
		}

		private static void validate(Validator validator, Object object) {
			var violations = validator.validate(object);
			if (!violations.isEmpty()) {
				throw new ConstraintViolationException(violations);
			}
		}

		@EventListener({ BeforeConvertEvent.class, BeforeSaveEvent.class, AfterSaveEvent.class })
		void onSaving(RelationalEventWithEntity<?> event) {
			look(event.getClass().getSimpleName(), (Purchase) event.getEntity());
		}

		private void look(String step, Purchase purchase) {
			this.seen.add(step);
			this.strangers.addAll(Families.strangers(purchase));
		}

	}

}
