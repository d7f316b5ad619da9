package io.inverseof.it.aggregates;

import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.inverseof.it.aggregates.Trees.Bird;
import io.inverseof.it.aggregates.Trees.Bough;
import io.inverseof.it.aggregates.Trees.Bud;
import io.inverseof.it.aggregates.Trees.Crown;
import io.inverseof.it.aggregates.Trees.Egg;
import io.inverseof.it.aggregates.Trees.Feather;
import io.inverseof.it.aggregates.Trees.Fruit;
import io.inverseof.it.aggregates.Trees.Hair;
import io.inverseof.it.aggregates.Trees.Nest;
import io.inverseof.it.aggregates.Trees.Root;
import io.inverseof.it.aggregates.Trees.Seed;
import io.inverseof.it.aggregates.Trees.Spots;
import io.inverseof.it.aggregates.Trees.Tree;
import io.inverseof.it.aggregates.Trees.Twig;
import org.jspecify.annotations.Nullable;

import org.springframework.data.jdbc.core.mapping.AggregateReference;

/**
 * Grows trees that are the same for the same seed.
 */
final class RandomTrees {

	private final Random random;

	RandomTrees(long seed) {
		this.random = new Random(seed);
	}

	List<Tree> grow() {
		return several(12, this::tree).toList();
	}

	private <T> Stream<T> several(int most, Supplier<T> element) {
		return IntStream.range(0, this.random.nextInt(most + 1)).mapToObj((i) -> element.get());
	}

	private <T> void fill(Collection<T> collection, int most, Supplier<T> element) {
		several(most, element).forEach(collection::add);
	}

	private <T> @Nullable T perhaps(Supplier<T> value) {
		return (this.random.nextInt(3) > 0) ? value.get() : null;
	}

	private UUID uuid() {
		byte[] name = new byte[16];
		this.random.nextBytes(name);
		return UUID.nameUUIDFromBytes(name);
	}

	private @Nullable String name() {
		return perhaps(() -> "name " + this.random.nextInt(100));
	}

	private Tree tree() {
		Tree tree = new Tree();
		tree.id = uuid();
		tree.name = "tree " + this.random.nextInt(100);
		fill(tree.roots, 3, this::root);
		fill(tree.boughs, 3, this::bough);
		several(3, this::fruit).forEach((fruit) -> tree.fruits.put("fruit " + this.random.nextInt(50), fruit));
		tree.nest = perhaps(this::nest);
		tree.bird = perhaps(this::bird);
		tree.crown = perhaps(() -> {
			Crown crown = new Crown();
			crown.height = this.random.nextInt(50);
			return crown;
		});
		return tree;
	}

	private Root root() {
		Root root = new Root();
		root.name = name();
		root.treeRef = perhaps(() -> AggregateReference.to(uuid()));
		fill(root.hairs, 3, () -> new Hair(perhaps(() -> this.random.nextInt(9))));
		return root;
	}

	private Bough bough() {
		Bough bough = new Bough();
		bough.name = name();
		several(3, this::twig).forEach((twig) -> bough.twigs.put("twig " + this.random.nextInt(50), twig));
		return bough;
	}

	private Twig twig() {
		Twig twig = new Twig();
		twig.name = name();
		fill(twig.buds, 3, () -> new Bud(name()));
		return twig;
	}

	private Nest nest() {
		Nest nest = new Nest();
		nest.name = name();
		fill(nest.eggs, 3, () -> new Egg(this.random.nextInt(50), perhaps(() -> new Spots(this.random.nextInt(9)))));
		return nest;
	}

	private Bird bird() {
		Bird bird = new Bird();
		bird.name = name();
		fill(bird.feathers, 3, () -> new Feather(name()));
		return bird;
	}

	private Fruit fruit() {
		Fruit fruit = new Fruit();
		fruit.name = name();
		fill(fruit.seeds, 3, () -> new Seed(name()));
		return fruit;
	}

}
