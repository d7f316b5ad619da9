package io.inverseof;

import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.jspecify.annotations.NullMarked;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.core.mapping.AggregateReference;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The rules of the house style that a compiler does not hold. A new package is entered
 * into {@link #LAYERS} first.
 */
@AnalyzeClasses(packages = "io.inverseof", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	/**
	 * From the bottom to the top. The packages of a line don't see each other.
	 */
	private static final List<List<String>> LAYERS = """
			io.inverseof
			io.inverseof.model..
			io.inverseof.holder..
			io.inverseof.unitofwork..
			io.inverseof.lazyloading..
			io.inverseof.jdbc.inheritance..
			io.inverseof.jdbc.batch..
			io.inverseof.jdbc
			io.inverseof.jdbc.parents..
			io.inverseof.jdbc.saving..
			io.inverseof.metrics.. io.inverseof.actuate.. io.inverseof.jackson.. io.inverseof.validation..
			io.inverseof.autoconfigure..
			""".lines().map((line) -> List.of(line.split(" "))).toList();

	@ArchTest
	static final ArchRule everyPackageBelongsToALayer = classes().should()
		.resideInAnyPackage(packages().toArray(String[]::new));

	@ArchTest
	static final ArchRule packagesImportDownwardsOnly = CompositeArchRule
		.of(packages().map(ArchitectureTests::importsDownwardsOnly).toList());

	@ArchTest
	static final ArchRule packagesAreFreeOfCycles = slices().assignedFrom(eachPackage()).should().beFreeOfCycles();

	@ArchTest
	static final ArchRule onlyJdbcSeesSpringDataJdbc = noClasses().that()
		.resideOutsideOfPackages("io.inverseof.jdbc..", "io.inverseof.autoconfigure..")
		.should()
		.dependOnClassesThat(resideInAPackage("org.springframework.data.jdbc.core..")
			.and(DescribedPredicate.not(equivalentTo(AggregateReference.class))));

	@ArchTest
	static final ArchRule onlyMetricsSeesMicrometer = noClasses().that()
		.resideOutsideOfPackages("io.inverseof.metrics..", "io.inverseof.autoconfigure..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("io.micrometer..");

	@ArchTest
	static final ArchRule packagesAreNullMarked = classes().should(resideInANullMarkedPackage());

	@ArchTest
	static final ArchRule autoConfigurationsArePublicAndFinal = classes().that()
		.areAnnotatedWith(AutoConfiguration.class)
		.should()
		.bePublic()
		.andShould()
		.haveModifier(JavaModifier.FINAL);

	@ArchTest
	static final ArchRule autoConfigurationsHaveNoPublicMembers = members().that()
		.areDeclaredInClassesThat()
		.areAnnotatedWith(AutoConfiguration.class)
		.and(areNotDefaultConstructors())
		.should()
		.notBePublic();

	@ArchTest
	static final ArchRule nestedConfigurationsAreLeanAndPackagePrivate = classes().that()
		.areMemberClasses()
		.and()
		.areAnnotatedWith(Configuration.class)
		.should()
		.bePackagePrivate()
		.andShould(notProxyBeanMethods());

	@ArchTest
	static final ArchRule beanMethodsArePackagePrivate = methods().that()
		.areAnnotatedWith(Bean.class)
		.should()
		.bePackagePrivate();

	@ArchTest
	static final ArchRule postProcessorBeanMethodsAreStatic = methods().that()
		.areAnnotatedWith(Bean.class)
		.and()
		.haveRawReturnType(assignableTo(BeanPostProcessor.class).or(assignableTo(BeanFactoryPostProcessor.class)))
		.should()
		.beStatic();

	private static Stream<String> packages() {
		return LAYERS.stream().flatMap(List::stream);
	}

	private static ArchRule importsDownwardsOnly(String name) {
		return noClasses().that()
			.resideInAPackage(name)
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(packagesNotBelow(name));
	}

	private static String[] packagesNotBelow(String name) {
		return LAYERS.stream()
			.dropWhile((layer) -> !layer.contains(name))
			.flatMap(List::stream)
			.filter((candidate) -> !candidate.equals(name))
			.toArray(String[]::new);
	}

	private static DescribedPredicate<JavaMember> areNotDefaultConstructors() {
		return DescribedPredicate.describe("are not default constructors",
				(member) -> !(member instanceof JavaConstructor constructor)
						|| !constructor.getRawParameterTypes().isEmpty());
	}

	private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
		return ArchCondition.from(DescribedPredicate.describe("reside in a package marked with @NullMarked",
				(type) -> type.getPackage().isAnnotatedWith(NullMarked.class)));
	}

	private static ArchCondition<JavaClass> notProxyBeanMethods() {
		return ArchCondition.from(DescribedPredicate.describe("set proxyBeanMethods to false",
				(type) -> !type.getAnnotationOfType(Configuration.class).proxyBeanMethods()));
	}

	private static SliceAssignment eachPackage() {
		return new SliceAssignment() {

			@Override
			public SliceIdentifier getIdentifierOf(JavaClass type) {
				return SliceIdentifier.of(type.getPackageName());
			}

			@Override
			public String getDescription() {
				return "each package";
			}

		};
	}

}
