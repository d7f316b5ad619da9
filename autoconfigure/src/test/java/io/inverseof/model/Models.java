package io.inverseof.model;

import java.util.List;
import java.util.Objects;

import io.inverseof.AssociationScope;

import org.springframework.beans.BeanUtils;
import org.springframework.data.domain.Sort;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Makes models of small test domains, with the default mapping.
 */
final class Models {

	static final DetectionFlags LATEST = LoadDefaults.LATEST.flags();

	static final DetectionFlags PLURAL = new DetectionFlags(true, true, true);

	private Models() {
	}

	static AssociationModel of(Class<?>... entities) {
		return of(LATEST, entities);
	}

	static AssociationModel of(DetectionFlags flags, Class<?>... entities) {
		Violations violations = new Violations();
		AssociationModel model = model(flags, violations, entities);
		assertThat(violations.toList()).isEmpty();
		return model;
	}

	static List<String> problems(Class<?>... entities) {
		Violations violations = new Violations();
		model(LATEST, violations, entities);
		return violations.toList();
	}

	private static AssociationModel model(DetectionFlags flags, Violations violations, Class<?>... entities) {
		return AssociationModel.of(List.of(entities), new ReflectiveEntityMapping(), BeanUtils::instantiateClass, flags,
				violations);
	}

	static AssociationProperty association(AssociationModel model, Class<?> owner, String name) {
		return Objects.requireNonNull(model.associationsOf(owner).get(name), () -> owner + " has no " + name);
	}

	static Inverse inverse(AssociationModel model, Class<?> owner, String name) {
		return association(model, owner, name).inverse();
	}

	static class Filter implements AssociationScope {

		@Override
		public Query query() {
			return Query.query(Criteria.where("name").isNotNull());
		}

	}

	static class Sorted implements AssociationScope {

		@Override
		public Query query() {
			return Query.empty().sort(Sort.by("name"));
		}

	}

	static class Limited implements AssociationScope {

		@Override
		public Query query() {
			return Query.empty().limit(3);
		}

	}

	static class FilterAndLimit implements AssociationScope {

		@Override
		public Query query() {
			return Query.query(Criteria.where("name").isNotNull()).limit(3);
		}

	}

}
