package io.inverseof.it.inheritance;

import java.util.List;
import java.util.Objects;

import io.inverseof.UnexpectedTypeException;
import io.inverseof.it.inheritance.Kennel.Cat;
import io.inverseof.it.inheritance.Kennel.Cats;
import io.inverseof.it.inheritance.Kennel.Dog;
import io.inverseof.it.inheritance.Kennel.Keeper;
import io.inverseof.it.inheritance.Kennel.Keepers;
import io.inverseof.it.inheritance.Kennel.Pet;
import io.inverseof.it.inheritance.Kennel.Pets;
import io.inverseof.it.saving.Sent;
import io.inverseof.it.saving.Tables;
import io.inverseof.test.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A keeper with a cat and a dog, whoever made the beans of Spring Data JDBC.
 */
@SpringBootTest(classes = Kennel.class)
abstract class KennelTest {

	@Autowired
	Keepers keepers;

	@Autowired
	Pets pets;

	@Autowired
	Cats cats;

	@Autowired
	StatementCounter statements;

	@Autowired
	Tables tables;

	Keeper keeper = new Keeper();

	Cat cat = new Cat();

	Dog dog = new Dog();

	@BeforeEach
	void fill() {
		this.tables.empty();
		this.keeper.pets.add(this.cat);
		this.keeper.pets.add(this.dog);
		this.keepers.save(this.keeper);
	}

	private Keeper read() {
		return this.keepers.findById(Objects.requireNonNull(this.keeper.id)).orElseThrow();
	}

	@Test
	void readsThroughTheJoin() {
		assertThat(read().pets).<Class<?>>extracting(Object::getClass).containsExactlyInAnyOrder(Cat.class, Dog.class);
		assertThat(read().pets.count()).isEqualTo(2);
		assertThat(read().pets.exists()).isTrue();
	}

	@Test
	void deletesNothingElse() {
		this.cats.deleteAll();
		assertThat(this.pets.findAll()).extracting(Pet::id).containsExactly(this.dog.id());
		this.cats.deleteById(this.dog.id());
		assertThat(this.pets.count()).isOne();
	}

	@Test
	void readsNothingElse() {
		assertThat(this.cats.findAll()).extracting(Pet::id).containsExactly(this.cat.id());
		assertThat(this.cats.findAllById(List.of(this.cat.id(), this.dog.id()))).hasSize(1);
		assertThat(this.cats.findById(this.dog.id())).isEmpty();
		assertThat(this.cats.count()).isOne();
	}

	@Test
	void writesNothingElse() {
		Cat claimed = new Cat();
		claimed.id = this.dog.id;
		claimed.name = "claimed";
		assertThatExceptionOfType(UnexpectedTypeException.class).isThrownBy(() -> this.cats.save(claimed));
		assertThat(this.pets.findById(this.dog.id()).orElseThrow().name).isNull();
	}

	@Test
	void whatWasReadOrSavedNeedsNoLook() {
		assertThat(Sent.kinds(this.statements, () -> this.cats.save(this.cat))).containsExactly("update pet");
		Cat read = this.cats.findAll().get(0);
		assertThat(Sent.kinds(this.statements, () -> this.pets.save(read))).containsExactly("update pet");
	}

}
