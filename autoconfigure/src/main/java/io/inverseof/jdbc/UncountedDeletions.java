package io.inverseof.jdbc;

import java.lang.reflect.Method;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.inverseof.model.AssociationModel;
import io.inverseof.model.AssociationProperty;
import io.inverseof.model.Inheritance;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.log.LogMessage;
import org.springframework.data.annotation.QueryAnnotation;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.RepositoryDefinition;

/**
 * Warns of query methods that delete rows which others count: Spring Data JDBC sends one
 * statement for them, and nobody sees which rows it deletes.
 */
final class UncountedDeletions {

	private static final Log logger = LogFactory.getLog(UncountedDeletions.class);

	private static final Pattern DERIVED = Pattern.compile("(delete|remove)(\\p{Lu}.*?)??By\\p{Lu}.*");

	private final ListableBeanFactory beanFactory;

	UncountedDeletions(ListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	void warn(AssociationModel model) {
		List<AssociationProperty> observed = model.all()
			.stream()
			.filter(AssociationProperty::isObservedByTarget)
			.toList();
		if (observed.isEmpty()) {
			return;
		}
		for (Class<?> repository : RepositoryInterfaces.in(this.beanFactory)) {
			Class<?> type = RepositoryInterfaces.domainType(repository);
			observed.stream()
				.filter((property) -> type != null && isRowOf(property, type))
				.findFirst()
				.ifPresent((property) -> deletions(repository).forEach((method) -> warn(method, property)));
		}
	}

	/**
	 * Rows of subclasses may be in the same table.
	 */
	private static boolean isRowOf(AssociationProperty property, Class<?> type) {
		return type.isAssignableFrom(property.owner())
				&& Inheritance.tableOwner(property.owner()) == Inheritance.tableOwner(type);
	}

	/**
	 * What a fragment of the application implements is up to the application.
	 */
	private static Stream<Method> deletions(Class<?> repository) {
		return Stream.of(repository.getMethods())
			.filter((method) -> !method.isDefault() && DERIVED.matcher(method.getName()).matches())
			.filter((method) -> !AnnotatedElementUtils.hasAnnotation(method, QueryAnnotation.class))
			.filter((method) -> isRepository(method.getDeclaringClass()));
	}

	private static boolean isRepository(Class<?> type) {
		boolean repository = Repository.class.isAssignableFrom(type)
				|| AnnotatedElementUtils.hasAnnotation(type, RepositoryDefinition.class);
		return repository && !type.getName().startsWith("org.springframework.data.");
	}

	private static void warn(Method method, AssociationProperty property) {
		logger.warn(LogMessage.format(
				"%s.%s(..) deletes rows by a statement of its own, which nobody counts or touches for %s. Find the rows "
						+ "and pass them to deleteAll(..), or call AssociationOperations.resetCounters(..) afterwards.",
				method.getDeclaringClass().getSimpleName(), method.getName(), property));
	}

}
