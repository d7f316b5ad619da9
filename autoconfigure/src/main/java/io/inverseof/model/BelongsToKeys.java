package io.inverseof.model;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Objects;

import io.inverseof.ForeignKey;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.data.annotation.Transient;

/**
 * Finds the key of a belongs-to: columns of its own, or plain id properties that it
 * follows.
 */
final class BelongsToKeys {

	private final EntityMapping mapping;

	private final FollowedProperties followedProperties;

	BelongsToKeys(EntityMapping mapping, Surroundings surroundings) {
		this.mapping = mapping;
		this.followedProperties = new FollowedProperties(mapping, surroundings);
	}

	Key of(AssociationField field, Class<?> target, Violations problems) {
		ForeignKey annotation = field.annotation(ForeignKey.class);
		return (annotation != null) ? named(field, target, List.of(annotation.value()), problems)
				: own(field, problems);
	}

	/**
	 * Returns the columns that the mapping gives a belongs-to.
	 */
	Key own(AssociationField field, Violations problems) {
		if (AnnotatedElementUtils.isAnnotated(field.field(), Transient.class)) {
			problems.add(("%s is a belongs-to that is annotated with @Transient, so that its foreign key would neither "
					+ "be read nor written. Remove @Transient.")
				.formatted(field));
		}
		List<String> columns = this.mapping.belongsToColumns(field.owner(), field.path());
		for (String column : columns) {
			Field plain = this.mapping.plainProperty(field.owner(), column);
			if (plain != null) {
				problems.add(mappedTwice(field, columns, column, plain));
			}
		}
		return new Key(columns, List.of());
	}

	private static String mappedTwice(AssociationField field, List<String> columns, String column, Field plain) {
		return ("%s has the column %s, which the property %s maps as well. Add %s to %s, so that it follows that property "
				+ "and the property alone is saved; or remove the property.")
			.formatted(field, column, plain.getName(), ColumnNames.annotation(columns), field);
	}

	private Key named(AssociationField field, Class<?> target, List<String> names, Violations problems) {
		if (!KeyColumnCount.isRight(field, target, names, this.mapping, problems)) {
			return new Key(names, List.of());
		}
		List<String> columns = names.stream().map((name) -> rendered(field, name)).toList();
		List<Field> followed = columns.stream()
			.map((column) -> this.followedProperties.find(field, column))
			.filter(Objects::nonNull)
			.toList();
		if (followed.isEmpty() && columns.size() > 1) {
			return new Key(this.mapping.belongsToColumns(field.owner(), field.path()), List.of());
		}
		boolean sound = this.followedProperties.check(field, target, columns, followed, problems);
		return new Key(columns, sound ? followed : List.of());
	}

	/**
	 * In an embedded object with a prefix, the annotation may name the column with or
	 * without it.
	 */
	private String rendered(AssociationField field, String name) {
		List<String> columns = this.mapping.columns(field.owner());
		String prefixed = ColumnNames.find(FieldPaths.prefix(field.path()) + name, columns);
		return (prefixed != null) ? prefixed : ColumnNames.spelledAs(columns, List.of(name)).get(0);
	}

	/**
	 * The columns of a belongs-to, and the properties that it follows, if any.
	 */
	record Key(List<String> columns, List<Field> followed) {
	}

}
