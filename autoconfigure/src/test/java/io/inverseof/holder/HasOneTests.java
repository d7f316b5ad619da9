package io.inverseof.holder;

import io.inverseof.EmptyAssociationException;
import io.inverseof.holder.Blog.Author;
import io.inverseof.holder.Blog.Profile;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * A has-one in memory alone.
 */
class HasOneTests {

	private final Author ann = Author.of(1L);

	private final Author bob = Author.of(2L);

	private final Profile profile = new Profile();

	@Test
	void isEmptyAtFirst() {
		assertThat(this.ann.profile.orNull()).isNull();
		assertThat(this.ann.profile.isPresent()).isFalse();
		assertThatExceptionOfType(EmptyAssociationException.class).isThrownBy(this.ann.profile::get)
			.withMessage("Author.profile of Author 1 is empty: no Profile refers to it. Use orNull(), optional() or "
					+ "isPresent() where that is allowed.");
	}

	@Test
	void setPointsTheTargetAtTheOwner() {
		this.ann.profile.set(this.profile);
		assertThat(this.ann.profile.get()).isSameAs(this.profile);
		assertThat(this.profile.author.get()).isSameAs(this.ann);
	}

	@Test
	void setOnTheKeySideFillsIt() {
		this.profile.author.set(this.ann);
		assertThat(this.ann.profile.get()).isSameAs(this.profile);
	}

	@Test
	void aReplacedTargetIsEmptied() {
		this.ann.profile.set(this.profile);
		Profile other = new Profile();
		this.ann.profile.set(other);
		assertThat(this.ann.profile.get()).isSameAs(other);
		assertThat(this.profile.author.orNull()).isNull();
		assertThat(other.author.get()).isSameAs(this.ann);
	}

	@Test
	void settingTheSameTargetAgainChangesNothing() {
		this.ann.profile.set(this.profile);
		this.ann.profile.set(this.profile);
		assertThat(this.ann.profile.get()).isSameAs(this.profile);
		assertThat(this.profile.author.get()).isSameAs(this.ann);
	}

	@Test
	void settingNullEmptiesBothSides() {
		this.ann.profile.set(this.profile);
		this.ann.profile.set(null);
		assertThat(this.ann.profile.orNull()).isNull();
		assertThat(this.profile.author.orNull()).isNull();
		assertThat(this.ann.profile.isLoaded()).isTrue();
	}

	@Test
	void aTargetThatMovesLeavesItsOldOwner() {
		this.ann.profile.set(this.profile);
		this.bob.profile.set(this.profile);
		assertThat(this.ann.profile.orNull()).isNull();
		assertThat(this.profile.author.get()).isSameAs(this.bob);
	}

	@Test
	void aTargetWhoseKeyChangesLeaves() {
		this.ann.profile.set(this.profile);
		this.profile.author.setId(2L);
		assertThat(this.ann.profile.orNull()).isNull();
	}

	@Test
	void aReplacedTargetThatMovesLaterDoesNotTakeTheNewOneAlong() {
		Profile other = new Profile();
		this.profile.author.set(this.ann);
		other.author.set(this.ann);
		this.profile.author.set(this.bob);
		assertThat(this.ann.profile.get()).isSameAs(other);
		assertThat(this.bob.profile.get()).isSameAs(this.profile);
	}

	@Test
	void buildWiresBeforeTheAttributesAreSet() {
		Profile built = this.ann.profile.build((profile) -> assertThat(profile.author.get()).isSameAs(this.ann));
		assertThat(this.ann.profile.get()).isSameAs(built);
	}

	@Test
	void buildReplaces() {
		this.ann.profile.set(this.profile);
		Profile built = this.ann.profile.build((profile) -> profile.id = 9L);
		assertThat(this.ann.profile.get()).isSameAs(built);
		assertThat(this.profile.author.orNull()).isNull();
	}

	@Test
	void buildChangesNothingWhenTheAttributesFail() {
		this.ann.profile.set(this.profile);
		assertThatIllegalStateException().isThrownBy(() -> this.ann.profile.build((profile) -> {
			throw new IllegalStateException("no");
		}));
		assertThat(this.ann.profile.get()).isSameAs(this.profile);
		assertThat(this.profile.author.get()).isSameAs(this.ann);
	}

	@Test
	void equalsItselfOnly() {
		this.ann.profile.set(this.profile);
		assertThat(this.ann.profile).isEqualTo(this.ann.profile).isNotEqualTo(this.bob.profile);
		assertThat(this.ann.profile.hashCode()).isEqualTo(System.identityHashCode(this.ann.profile));
	}

	@Test
	void toStringNamesTheIdInsteadOfTheTarget() {
		assertThat(this.ann.profile).hasToString("HasOne[not loaded]");
		this.ann.profile.set(this.profile);
		assertThat(this.ann.profile).hasToString("Author.profile[unsaved]");
		this.profile.id = 3L;
		assertThat(this.ann.profile).hasToString("Author.profile[3]");
		this.ann.profile.set(null);
		assertThat(this.ann.profile).hasToString("Author.profile[empty]");
	}

}
