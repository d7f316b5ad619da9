package io.inverseof.model;

import java.util.List;

import io.inverseof.As;
import io.inverseof.AssociationScope;
import io.inverseof.BelongsTo;
import io.inverseof.Discriminator;
import io.inverseof.ForeignKey;
import io.inverseof.HasMany;
import io.inverseof.HasOne;
import io.inverseof.InverseOf;
import io.inverseof.NoInverse;
import io.inverseof.Polymorphic;
import io.inverseof.ScopedBy;
import io.inverseof.Through;
import org.junit.jupiter.api.Test;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Both sides of polymorphic associations, and what can be wrong with them.
 */
class PolymorphicDetectionTests {

	@Test
	void pairsBothSidesByName() {
		AssociationModel model = Models.of(Product.class, Employee.class, Image.class);
		AssociationProperty imageable = Models.association(model, Image.class, "imageable");
		AssociationProperty images = Models.association(model, Product.class, "images");
		assertThat(images.inverse().association()).isSameAs(imageable);
		assertThat(images.keySide()).isSameAs(imageable);
		assertThat(images.foreignKey()).containsExactly("imageable_id");
		assertThat(images.typeColumn()).isEqualTo(new TypeColumn("imageable_type", "Product"));
		assertThat(imageable.isPolymorphic()).isTrue();
		assertThat(imageable.typeColumn()).isEqualTo(new TypeColumn("imageable_type", null));
		assertThat(images.inverse().reason()).isEqualTo(
				"Image.imageable is the polymorphic belongs-to that @As(\"imageable\") on Product.images names.");
	}

	@Test
	void theStoredTypeDecidesAboutTheOtherSide() {
		AssociationModel model = Models.of(Product.class, Employee.class, Image.class);
		AssociationProperty imageable = Models.association(model, Image.class, "imageable");
		assertThat(imageable.inverse().association()).isNull();
		assertThat(imageable.inverse().reason())
			.isEqualTo("None: the stored type decides, Product.cover for \"Product\".");
		assertThat(model.polymorphicInverse(imageable, Product.class))
			.isSameAs(Models.association(model, Product.class, "cover"));
		assertThat(model.polymorphicInverse(imageable, Employee.class)).isNull();
	}

	@Test
	void namesAreSimpleNamesOrAliases() {
		AssociationModel model = Models.of(Product.class, Employee.class, Boss.class, Image.class);
		AssociationProperty imageable = Models.association(model, Image.class, "imageable");
		assertThat(imageable.typeNames()).containsExactly("Product", "worker");
		assertThat(imageable.polymorphicTarget("worker")).isEqualTo(Employee.class);
		assertThat(imageable.polymorphicTarget("Boss")).isNull();
		assertThat(model.typeNameOf(Boss.class)).isEqualTo("worker");
	}

	@Test
	void noInverseSwitchesEitherSideOff() {
		AssociationModel model = Models.of(Album.class, Track.class);
		assertThat(Models.inverse(model, Album.class, "tracks").exists()).isFalse();
		assertThat(Models.inverse(model, Album.class, "others").reason()).isEqualTo(
				"None: no association of Track back to Album on place_id qualifies: Track.place is annotated with "
						+ "@NoInverse.");
		assertThat(Models.inverse(model, Track.class, "place").reason())
			.isEqualTo("None: @NoInverse on Track.place switches the detection off.");
		assertThat(Models.association(model, Album.class, "others").keySide()).isNotNull();
	}

	@Test
	void anOrdinaryHasManyDoesNotUseAPolymorphicKey() {
		assertThat(Models.problems(Box.class, Image.class, Product.class)).containsExactly(
				"Box.images has the foreign key box_id by default, but Image has no such column, only id, imageable_id, "
						+ "imageable_type. Declare a BelongsTo<Box, Long> in Image, or name the column with @ForeignKey. If it "
						+ "is the other side of Image.imageable, annotate it with @As(\"imageable\").");
	}

	@Test
	void refusesNamesThatAreNotThere() {
		assertThat(Models.problems(Typo.class, Plain.class, Image.class)).containsExactly(
				"Plain.typos names \"typo\" with @As, but Typo.typo is not polymorphic. Annotate it with @Polymorphic, or "
						+ "remove @As. Did you mean \"other\"?",
				"Plain.images names \"imagable\" with @As, but Image has no such association. Did you mean \"imageable\"?");
	}

	@Test
	void refusesOwnersThatDoNotFit() {
		assertThat(Models.problems(Stranger.class, Coded.class, Image.class, Product.class)).containsExactly(
				"Coded.images names \"imageable\" with @As, but Image.imageable has keys of type Long, while the id of Coded "
						+ "has the type String: both must be the same.",
				"Stranger.images names \"imageable\" with @As, but Image.imageable refers to objects of Imageable, which "
						+ "Stranger is not. Let Stranger implement Imageable, or declare a more general type there.");
	}

	@Test
	void refusesAnnotationsOnTheWrongSide() {
		assertThat(Models.problems(Swapped.class, Product.class, Image.class)).contains(
				"Swapped.images is annotated with @Polymorphic, but is a has-many: only the belongs-to at the other side has a "
						+ "column for the type. Name that belongs-to here, as in @As(\"imageable\"), and put @Polymorphic on it.",
				"Swapped.product is annotated with @As(\"images\"), but is a belongs-to: only a has-one or has-many is the other "
						+ "side of a polymorphic belongs-to. Write @Polymorphic, or remove the annotation.",
				"Swapped.name is annotated with @Polymorphic and @As, but is not an association: it is of type \"String\". "
						+ "Remove the annotation, or declare the field as a BelongsTo, HasOne or HasMany.");
	}

	@Test
	void refusesTwoClassesOfOneName() {
		assertThat(Models.problems(Product.class, Other.Product.class, Image.class)).singleElement()
			.asString()
			.startsWith("Image.imageable may refer to ")
			.endsWith(
					", which all have the name \"Product\", so that its column imageable_type cannot tell them apart. Give "
							+ "them different names with @TypeAlias.");
	}

	@Test
	void refusesATypeColumnThatAPropertyMapsAndAKeyThatAPropertyIs() {
		assertThat(Models.problems(Twice.class)).containsExactly(
				"Twice.target has the column target_type for its type, which the property targetType maps as well. Remove the "
						+ "property, or name another column, as in @Polymorphic(typeColumn = \"target_kind\").",
				"Twice.other is polymorphic and has @ForeignKey, so that it would follow the property otherId, which cannot "
						+ "say which class it is an id of. Remove the property, and name the column with "
						+ "@Column(\"other_id\").");
	}

	@Test
	void refusesAnInverseThatNobodyHas() {
		assertThat(Models.problems(Named.class, Owner.class)).containsExactly(
				"Named.target names \"things\" with @InverseOf, but no class that it may refer to has an association of that "
						+ "name that is annotated with @As(\"target\"). Did you mean \"nameds\"?");
	}

	@Test
	void refusesATargetThatNothingCanBe() {
		assertThat(Models.problems(Lonely.class)).containsExactly(
				"Lonely.target is polymorphic, but no entity of this application that fits Imageable has an id of type Long. "
						+ "Declare a type that the targets have in common, as in BelongsTo<Object, Long>, and the type of "
						+ "their ids.");
	}

	@Test
	void refusesAnOrdinaryHasManyOnAPolymorphicKey() {
		assertThat(Models.problems(ByHand.class, Foreigner.class, Picture.class, Image.class, Product.class))
			.containsExactly(
					"ByHand.images has the foreign key imageable_id, which is that of the polymorphic Image.imageable, so that "
							+ "it would find rows that refer to objects of other classes. Replace @ForeignKey by "
							+ "@As(\"imageable\").",
					"Foreigner.images has the foreign key imageable_id, which is that of the polymorphic Image.imageable, so "
							+ "that it would find rows that refer to objects of other classes. Remove it, or name another "
							+ "column.",
					"Picture.labels has the foreign key picture_id, which is that of the polymorphic Label.picture, so that it "
							+ "would find rows that refer to objects of other classes. Annotate it with @As(\"picture\").");
	}

	@Test
	void saysThatTheAnnotationMayBeMissing() {
		assertThat(Models.problems(Unmarked.class)).containsExactly(
				"Unmarked.imageable refers to Imageable, which is no entity, so that there is no table a key could refer to. "
						+ "Annotate it with @Polymorphic if its targets are of several classes, for a second column that says "
						+ "which; or refer to an aggregate root.",
				"Unmarked.anything refers to Object, which is no entity, so that there is no table a key could refer to. "
						+ "Annotate it with @Polymorphic if its targets are of several classes, for a second column that says "
						+ "which; or refer to an aggregate root.");
	}

	@Test
	void refusesATypeColumnThatIsAnotherColumn() {
		assertThat(Models.problems(Shared.class, Product.class)).containsExactly(
				"Shared.one and Shared.two both have the column kind for their type, which may differ. Name another column "
						+ "for one of them, as in @Polymorphic(typeColumn = \"two_kind\").",
				"Shared.three has the column three_id for its type, which is the key of the same association. Name another "
						+ "column, as in @Polymorphic(typeColumn = \"three_kind\").",
				"Shared.four has the column product_id for its type, which is the key of Shared.product. Name another column, "
						+ "as in @Polymorphic(typeColumn = \"four_kind\").");
	}

	@Test
	void tellsOneMistakeOnce() {
		assertThat(Models.problems(Scoped.class)).containsExactly(
				"Scoped.target is polymorphic and has a scope, but its targets are rows of several tables, which have no "
						+ "columns in common that a scope could name. Remove @ScopedBy.");
		assertThat(Models.problems(Keyed.class)).containsExactly(
				"Keyed.target is polymorphic and has @ForeignKey(\"what_id\"), which names a property to follow. Name the "
						+ "column with @Column(\"what_id\") instead.");
		assertThat(Models.problems(Coded.class, Image.class)).containsExactly(
				"Coded.images names \"imageable\" with @As, but Image.imageable has keys of type Long, while the id of Coded "
						+ "has the type String: both must be the same.");
		assertThat(Models.problems(Twofold.class, Image.class, Product.class)).containsExactly(
				"Twofold.products is annotated with both @Through and @As, but has no key and no inverse of its own, and "
						+ "deletes no Product. Remove @As, or put it on Twofold.images.");
	}

	@Test
	void aSourceOfOneClassGoesBeforeAPolymorphicOne() {
		AssociationModel model = Models.of(Place.class, Bookmark.class, Reading.class);
		ThroughPath path = Models.association(model, Place.class, "readings").through();
		assertThat(path).isNotNull();
		assertThat(path.source()).isSameAs(Models.association(model, Bookmark.class, "list"));
		ThroughPath things = Models.association(model, Place.class, "things").through();
		assertThat(things).isNotNull();
		assertThat(things.source()).isSameAs(Models.association(model, Bookmark.class, "thing"));
	}

	interface Imageable {

	}

	static class Product implements Imageable {

		@Id
		Long id;

		@As("imageable")
		HasMany<Image> images;

		@As("imageable")
		HasOne<Image> cover;

	}

	@TypeAlias("worker")
	static class Employee implements Imageable {

		@Id
		Long id;

		@As("imageable")
		HasMany<Image> images;

	}

	@Discriminator
	static class Boss extends Employee {

	}

	static class Image {

		@Id
		Long id;

		@Polymorphic
		BelongsTo<Imageable, Long> imageable;

	}

	static class Album {

		@Id
		Long id;

		@As("place")
		@NoInverse
		HasMany<Track> tracks;

		@As("place")
		HasMany<Track> others;

	}

	static class Track {

		@Id
		Long id;

		@Polymorphic
		@NoInverse
		BelongsTo<Object, Long> place;

	}

	static class Box implements Imageable {

		@Id
		Long id;

		HasMany<Image> images;

	}

	static class Typo {

		@Id
		Long id;

		BelongsTo<Plain, Long> typo;

		@Polymorphic
		BelongsTo<Object, Long> other;

	}

	static class Plain implements Imageable {

		@Id
		Long id;

		@As("typo")
		HasMany<Typo> typos;

		@As("imagable")
		HasMany<Image> images;

	}

	static class Stranger {

		@Id
		Long id;

		@As("imageable")
		HasMany<Image> images;

	}

	static class Coded implements Imageable {

		@Id
		String id;

		@As("imageable")
		HasMany<Image> images;

	}

	static class Swapped {

		@Id
		Long id;

		@Polymorphic
		HasMany<Image> images;

		@As("images")
		BelongsTo<Product, Long> product;

		@Polymorphic
		@As("x")
		String name;

	}

	static class Other {

		static class Product implements Imageable {

			@Id
			Long id;

		}

	}

	static class Twice {

		@Id
		Long id;

		@Polymorphic
		BelongsTo<Object, Long> target;

		String targetType;

		@Polymorphic
		@ForeignKey("other_id")
		BelongsTo<Object, Long> other;

		Long otherId;

	}

	static class Named {

		@Id
		Long id;

		@Polymorphic
		@InverseOf("things")
		BelongsTo<Object, Long> target;

	}

	static class Owner {

		@Id
		Long id;

		@As("target")
		HasMany<Named> nameds;

		List<String> things;

	}

	static class Lonely {

		@Id
		Long id;

		@Polymorphic
		BelongsTo<Imageable, Long> target;

	}

	static class ByHand implements Imageable {

		@Id
		Long id;

		@ForeignKey("imageable_id")
		HasMany<Image> images;

	}

	static class Foreigner {

		@Id
		Long id;

		@ForeignKey("imageable_id")
		HasMany<Image> images;

	}

	static class Picture {

		@Id
		Long id;

		HasMany<Label> labels;

	}

	static class Label {

		@Id
		Long id;

		@Polymorphic
		BelongsTo<Object, Long> picture;

	}

	static class Unmarked {

		@Id
		Long id;

		BelongsTo<Imageable, Long> imageable;

		BelongsTo<Object, Long> anything;

	}

	static class Shared {

		@Id
		Long id;

		BelongsTo<Product, Long> product;

		@Polymorphic(typeColumn = "kind")
		BelongsTo<Object, Long> one;

		@Polymorphic(typeColumn = "kind")
		BelongsTo<Object, Long> two;

		@Polymorphic(typeColumn = "three_id")
		BelongsTo<Object, Long> three;

		@Polymorphic(typeColumn = "product_id")
		BelongsTo<Object, Long> four;

	}

	static class Scoped {

		@Id
		Long id;

		@Polymorphic
		@ScopedBy(Unnamed.class)
		BelongsTo<Object, Long> target;

	}

	static class Unnamed implements AssociationScope {

		@Override
		public Query query() {
			return Query.query(Criteria.where("nmae").is("x"));
		}

	}

	static class Keyed {

		@Id
		Long id;

		@Polymorphic
		@ForeignKey("what_id")
		BelongsTo<Object, Long> target;

	}

	static class Twofold implements Imageable {

		@Id
		Long id;

		@As("imageable")
		HasMany<Image> images;

		@As("imageable")
		@Through(value = "images", source = "imageable")
		HasMany<Product> products;

	}

	static class Place {

		@Id
		Long id;

		@As("thing")
		HasMany<Bookmark> bookmarks;

		@Through("bookmarks")
		HasMany<Reading> readings;

		@Through("bookmarks")
		HasMany<Reading> things;

	}

	static class Bookmark {

		@Id
		Long id;

		BelongsTo<Reading, Long> list;

		@Polymorphic
		BelongsTo<Object, Long> thing;

	}

	static class Reading {

		@Id
		Long id;

	}

}
