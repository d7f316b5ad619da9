package io.inverseof.it.saving.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * Makes up a program, the same for the same seed.
 */
final class Generator {

	private final Random random;

	private final List<String> nodes = new ArrayList<>();

	private final List<String> badges = new ArrayList<>();

	private final List<String> notes = new ArrayList<>();

	Generator(long seed) {
		this.random = new Random(seed);
	}

	List<Step> generate() {
		int length = 5 + this.random.nextInt(25);
		return IntStream.range(0, length).mapToObj((i) -> step()).toList();
	}

	private Step step() {
		int choice = this.random.nextInt(100);
		if (choice < 12 || this.nodes.isEmpty()) {
			return new Step.Create(fresh("n", this.nodes));
		}
		if (choice < 16 || this.badges.isEmpty()) {
			return new Step.Create(fresh("b", this.badges));
		}
		if (choice < 19) {
			return new Step.Annotate(node(), fresh("r", this.notes));
		}
		if (choice < 27) {
			String parent = node();
			return new Step.Build(kin(), parent, fresh("n", this.nodes), this.random.nextInt(4) == 0);
		}
		return (choice < 68) ? change(choice) : write(choice);
	}

	private Step change(int choice) {
		if (choice < 36) {
			return new Step.Add(kin(), node(), node());
		}
		if (choice < 42) {
			return new Step.Remove(kin(), node(), node());
		}
		if (choice < 45) {
			return new Step.Replace(kin(), node(), some(this.nodes));
		}
		if (choice < 54) {
			return new Step.Point(kin(), node(), orNull(node()));
		}
		if (choice < 57) {
			return new Step.Key(kin(), node(), node());
		}
		return (choice < 61) ? new Step.PointBadge(badge(), orNull(node())) : new Step.Pin(node(), orNull(badge()));
	}

	private Step write(int choice) {
		if (choice < 80) {
			return new Step.Save(List.of(anything()));
		}
		if (choice < 84) {
			return new Step.Save(IntStream.range(0, 3).mapToObj((i) -> anything()).distinct().toList());
		}
		if (choice < 92) {
			return new Step.FailingSave(anything(), 1 + this.random.nextInt(8));
		}
		if (choice < 96) {
			return new Step.RollBack(node(), this.random.nextBoolean());
		}
		return (choice < 98) ? new Step.Delete(anything()) : new Step.Reload();
	}

	private String fresh(String prefix, List<String> names) {
		String name = prefix + (names.size() + 1);
		names.add(name);
		return name;
	}

	private String one(List<String> names) {
		return names.get(this.random.nextInt(names.size()));
	}

	private List<String> some(List<String> names) {
		return names.stream().filter((name) -> this.random.nextInt(3) == 0).toList();
	}

	private Kin kin() {
		return this.random.nextInt(3) == 0 ? Kin.FRIEND : Kin.PARENT;
	}

	private String node() {
		return one(this.nodes);
	}

	private String badge() {
		return one(this.badges);
	}

	private String anything() {
		boolean note = !this.notes.isEmpty() && this.random.nextInt(5) == 0;
		return note ? one(this.notes) : this.random.nextInt(4) == 0 ? badge() : node();
	}

	private @Nullable String orNull(String name) {
		return this.random.nextInt(6) == 0 ? null : name;
	}

}
