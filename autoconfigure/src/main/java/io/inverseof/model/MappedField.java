package io.inverseof.model;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.inverseof.BelongsTo;
import io.inverseof.HasMany;
import io.inverseof.HasOne;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Transient;
import org.springframework.data.jdbc.core.mapping.AggregateReference;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.util.StringUtils;

/**
 * A field whose value is in the entity's own table, in the entity itself or in an
 * embedded object.
 */
record MappedField(List<Field> path, ResolvableType type) {

	/**
	 * Returns the fields of an entity, those of embedded objects in their place.
	 */
	static List<MappedField> of(Class<?> entity) {
		List<MappedField> fields = new ArrayList<>();
		collect(ResolvableType.forClass(entity), List.of(), fields);
		return fields;
	}

	private static void collect(ResolvableType holder, List<Field> parents, List<MappedField> fields) {
		for (Field field : FieldHierarchy.of(holder.resolve(Object.class))) {
			MappedField mapped = new MappedField(FieldPaths.append(parents, field),
					ResolvableType.forField(field, holder));
			if (mapped.isEmbedded() && !parents.contains(field)) {
				collect(mapped.type, mapped.path, fields);
			}
			else if (mapped.isInOwnTable()) {
				fields.add(mapped);
			}
		}
	}

	private boolean isEmbedded() {
		return !isStatic() && (isAnnotated(Embedded.class) || (isAnnotated(Id.class) && !isSimple(rawType())));
	}

	private boolean isInOwnTable() {
		Class<?> raw = rawType();
		if (isStatic() || isAnnotated(Transient.class) || BackReference.isDeclaredBy(field()) || raw == HasMany.class
				|| raw == HasOne.class || Map.class.isAssignableFrom(raw)) {
			return false;
		}
		return Collection.class.isAssignableFrom(raw) ? isSimple(this.type.asCollection().getGeneric().resolve(raw))
				: EntityIds.idField(raw) == null;
	}

	private boolean isStatic() {
		return Modifier.isStatic(field().getModifiers());
	}

	private boolean isAnnotated(Class<? extends java.lang.annotation.Annotation> annotation) {
		return AnnotatedElementUtils.isAnnotated(field(), annotation);
	}

	private static boolean isSimple(Class<?> type) {
		return type == Object.class || type.isArray() || BeanUtils.isSimpleValueType(type)
				|| AggregateReference.class.isAssignableFrom(type);
	}

	Field field() {
		return this.path.get(this.path.size() - 1);
	}

	Class<?> rawType() {
		return this.type.resolve(field().getType());
	}

	boolean isBelongsTo() {
		return rawType() == BelongsTo.class;
	}

	boolean isReference() {
		return AggregateReference.class.isAssignableFrom(rawType());
	}

	boolean isPartOf(@Nullable Field id) {
		return this.path.size() > 1 && this.path.get(0).equals(id);
	}

	String name() {
		return FieldPaths.name(this.path);
	}

	/**
	 * Returns the column of the field, which is not yet that of a key if the field is a
	 * belongs-to.
	 */
	String column() {
		String explicit = explicitColumn();
		return FieldPaths.prefix(this.path)
				+ ((explicit != null) ? explicit : ReflectiveEntityMapping.snakeCase(field().getName()));
	}

	@Nullable String explicitColumn() {
		Column column = AnnotatedElementUtils.findMergedAnnotation(field(), Column.class);
		return (column != null && StringUtils.hasText(column.value())) ? column.value() : null;
	}

}
