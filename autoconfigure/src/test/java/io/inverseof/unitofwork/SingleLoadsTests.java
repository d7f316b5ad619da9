package io.inverseof.unitofwork;

import java.util.stream.IntStream;

import io.inverseof.model.AggregateCollection;
import io.inverseof.model.NamedAssociation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SingleLoads}.
 */
class SingleLoadsTests {

	private final NamedAssociation author = new AggregateCollection(Object.class, "author");

	private final NamedAssociation posts = new AggregateCollection(Object.class, "posts");

	private final SingleLoads loads = SingleLoads.ofOneQuery();

	@Test
	void countsEachAssociation() {
		assertThat(this.loads.add(this.author)).isEqualTo(1);
		assertThat(this.loads.add(this.author)).isEqualTo(2);
		assertThat(this.loads.add(this.posts)).isEqualTo(1);
	}

	@Test
	void givesEachThreadACountOfItsOwn() {
		assertThat(IntStream.range(0, 1000).parallel().mapToObj((i) -> this.loads.add(this.author)).toList())
			.doesNotHaveDuplicates()
			.contains(1, 1000);
	}

	@Test
	void saysWhatItCountsFor() {
		assertThat(SingleLoads.ofUnitOfWork().where()).isEqualTo("in one unit of work");
		assertThat(SingleLoads.ofOneQuery().where()).isEqualTo("by the results of one query");
	}

	@Test
	void isTheSameForOneUnit() {
		CurrentUnit unit = new CurrentUnit(1, (aggregate) -> null, (aggregate) -> null);
		assertThat(unit.singleLoads()).isSameAs(unit.singleLoads());
		assertThat(unit.singleLoads().where()).isEqualTo("in one unit of work");
	}

}
