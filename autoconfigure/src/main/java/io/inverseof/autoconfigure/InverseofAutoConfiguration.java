package io.inverseof.autoconfigure;

import java.util.List;
import java.util.function.Supplier;

import javax.sql.DataSource;

import io.inverseof.AssociationOperations;
import io.inverseof.InvalidAssociationsException;
import io.inverseof.jdbc.AggregateGraph;
import io.inverseof.jdbc.AssociationCallbacks;
import io.inverseof.jdbc.AssociationLoader;
import io.inverseof.jdbc.AssociationModels;
import io.inverseof.jdbc.AssociationQueries;
import io.inverseof.jdbc.AssociationRuntime;
import io.inverseof.jdbc.Creation;
import io.inverseof.jdbc.CustomLayerAdopter;
import io.inverseof.jdbc.InverseJdbcConverter;
import io.inverseof.jdbc.InverseLayer;
import io.inverseof.jdbc.InverseMappingContext;
import io.inverseof.jdbc.JdbcAssociationOperations;
import io.inverseof.jdbc.JdbcEntityMapping;
import io.inverseof.jdbc.LayerVerifier;
import io.inverseof.jdbc.PreloadVerifier;
import io.inverseof.jdbc.Recount;
import io.inverseof.jdbc.RowObserver;
import io.inverseof.jdbc.RuntimeSettings;
import io.inverseof.jdbc.RuntimeSupplier;
import io.inverseof.jdbc.SchemaVerifier;
import io.inverseof.jdbc.SubclassCandidates;
import io.inverseof.jdbc.TargetValidator;
import io.inverseof.jdbc.parents.CounterRecount;
import io.inverseof.jdbc.parents.ParentUpdates;
import io.inverseof.jdbc.parents.TouchClock;
import io.inverseof.jdbc.saving.AssociationAggregateTemplate;
import io.inverseof.jdbc.saving.DependentDeletionListener;
import io.inverseof.jdbc.saving.GraphParts;
import io.inverseof.jdbc.saving.GraphSaver;
import io.inverseof.jdbc.saving.SavingCallbacks;
import io.inverseof.jdbc.saving.Transactions;
import io.inverseof.lazyloading.LazyLoadGuard;
import io.inverseof.lazyloading.LazyLoadSettings;
import io.inverseof.model.AssociationModel;
import io.inverseof.unitofwork.AssociationListener;
import io.inverseof.unitofwork.AssociationListeners;
import io.inverseof.unitofwork.TransactionalUnitOfWork;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Lazy;
import org.springframework.data.auditing.AuditingHandler;
import org.springframework.data.auditing.DateTimeProvider;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.jdbc.core.convert.DataAccessStrategy;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.convert.RelationResolver;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.jdbc.repository.config.AbstractJdbcConfiguration;
import org.springframework.data.jdbc.repository.config.JdbcConfiguration;
import org.springframework.data.relational.RelationalManagedTypes;
import org.springframework.data.relational.core.mapping.NamingStrategy;
import org.springframework.data.relational.core.mapping.event.AfterConvertCallback;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.support.JdbcAccessor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.function.SingletonSupplier;

/**
 * Auto-configuration for associations that know their inverse, under the repositories of
 * Spring Data JDBC.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = DataJdbcRepositoriesAutoConfiguration.class,
		after = { JdbcTemplateAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class })
@ConditionalOnClass({ NamedParameterJdbcOperations.class, AbstractJdbcConfiguration.class })
@ConditionalOnBean({ NamedParameterJdbcOperations.class, PlatformTransactionManager.class })
@ConditionalOnBooleanProperty(name = "spring.data.jdbc.repositories.enabled", matchIfMissing = true)
@EnableConfigurationProperties(InverseofProperties.class)
public final class InverseofAutoConfiguration {

	@Bean
	static RuntimeSupplier inverseofRuntimeSupplier(BeanFactory beanFactory) {
		return new CachingRuntimeSupplier(beanFactory);
	}

	@Bean
	static InverseLayer inverseofLayer(RuntimeSupplier runtime, ApplicationContext applicationContext) {
		return new InverseLayer(runtime, subclasses(applicationContext));
	}

	private static SubclassCandidates subclasses(ApplicationContext applicationContext) {
		return new SubclassCandidates(applicationContext, new SubclassScan(applicationContext));
	}

	@Bean
	static CustomLayerAdopter inverseofCustomLayerAdopter(BeanFactory beanFactory,
			ApplicationContext applicationContext) {
		RuntimeSupplier runtime = new CachingRuntimeSupplier(beanFactory);
		Supplier<GraphSaver> saver = SingletonSupplier.of(() -> beanFactory.getBean(GraphSaver.class));
		return new CustomLayerAdopter(new InverseLayer(runtime, subclasses(applicationContext)), runtime,
				(context, stock) -> new AssociationAggregateTemplate(context, stock.getConverter().getMappingContext(),
						stock.getConverter(), stock.getDataAccessStrategy(), saver));
	}

	@Bean
	@Lazy(false)
	StartUpVerification inverseofStartUpVerification(ListableBeanFactory beanFactory, RuntimeSupplier runtime,
			ObjectProvider<AssociationModel> model, ObjectProvider<SchemaVerifier> schema) {
		return new StartUpVerification(new LayerVerifier(beanFactory), new PreloadVerifier(beanFactory), runtime, model,
				schema);
	}

	/**
	 * The layer itself, in the place of what Spring Boot would define.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnSingleCandidate(NamedParameterJdbcOperations.class)
	@ConditionalOnMissingBean(AbstractJdbcConfiguration.class)
	static class LayerConfiguration {

		@Bean
		@ConditionalOnMissingBean(JdbcMappingContext.class)
		InverseMappingContext jdbcMappingContext(InverseLayer layer, ObjectProvider<NamingStrategy> namingStrategy,
				JdbcCustomConversions customConversions, RelationalManagedTypes jdbcManagedTypes) {
			return layer.mappingContext(jdbcManagedTypes, customConversions, namingStrategy.getIfAvailable());
		}

		/**
		 * An application that maps its entities by a context of its own, without
		 * associations, keeps the stock converter.
		 */
		@Bean
		@ConditionalOnMissingBean(JdbcConverter.class)
		JdbcConverter jdbcConverter(InverseLayer layer, JdbcMappingContext mappingContext,
				NamedParameterJdbcOperations operations, @Lazy RelationResolver relationResolver,
				JdbcCustomConversions conversions, JdbcDialect dialect) {
			return (mappingContext instanceof InverseMappingContext)
					? layer.converter(mappingContext, operations, relationResolver, conversions, dialect)
					: JdbcConfiguration.createConverter(mappingContext, operations, relationResolver, conversions,
							dialect);
		}

		@Bean
		@ConditionalOnMissingBean(DataAccessStrategy.class)
		DataAccessStrategy dataAccessStrategyBean(InverseLayer layer, NamedParameterJdbcOperations operations,
				JdbcConverter jdbcConverter, JdbcDialect dialect) {
			return (jdbcConverter instanceof InverseJdbcConverter)
					? layer.dataAccessStrategy(operations, jdbcConverter, dialect)
					: JdbcConfiguration.createDataAccessStrategy(operations, jdbcConverter, null, dialect);
		}

	}

	/**
	 * The template, which an application may define itself.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnSingleCandidate(NamedParameterJdbcOperations.class)
	@ConditionalOnMissingBean({ AbstractJdbcConfiguration.class, JdbcAggregateOperations.class })
	static class TemplateConfiguration {

		@Bean
		JdbcAggregateTemplate jdbcAggregateTemplate(ApplicationContext applicationContext,
				JdbcMappingContext mappingContext, JdbcConverter converter, DataAccessStrategy dataAccessStrategy,
				ObjectProvider<GraphSaver> saver) {
			return (converter instanceof InverseJdbcConverter)
					? new AssociationAggregateTemplate(applicationContext, mappingContext, converter,
							dataAccessStrategy, SingletonSupplier.of(saver::getObject))
					: new JdbcAggregateTemplate(applicationContext, mappingContext, converter, dataAccessStrategy);
		}

	}

	/**
	 * What works on top of the layer, whoever defined it.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnSingleCandidate(NamedParameterJdbcOperations.class)
	static class RuntimeConfiguration {

		private static final String LISTENERS = "inverseofListeners";

		private static final String AUDITING = "jdbcAuditingHandler";

		private static InverseMappingContext inverse(JdbcMappingContext context) {
			if (context instanceof InverseMappingContext inverse) {
				return inverse;
			}
			throw new InvalidAssociationsException(List.of(("Associations cannot work here, because the "
					+ "JdbcMappingContext is a %s. Remove that bean, or let it be (or extend) %s.")
				.formatted(context.getClass().getName(), InverseMappingContext.class.getName())));
		}

		@Bean(name = LISTENERS, defaultCandidate = false)
		AssociationListeners inverseofListeners(ObjectProvider<AssociationListener> listeners) {
			return new AssociationListeners(listeners::orderedStream);
		}

		@Bean
		@Lazy
		JdbcEntityMapping inverseofEntityMapping(JdbcMappingContext mappingContext) {
			return new JdbcEntityMapping(inverse(mappingContext));
		}

		@Bean
		@Lazy
		SchemaVerifier inverseofSchemaVerifier(JdbcMappingContext mappingContext,
				NamedParameterJdbcOperations operations, JdbcDialect dialect) {
			return new SchemaVerifier(inverse(mappingContext), operations.getJdbcOperations(), dialect);
		}

		@Bean
		ResolvedFlags inverseofFlags(InverseofProperties properties) {
			return ResolvedFlags.of(properties);
		}

		@Bean
		@Lazy
		AssociationModel inverseofAssociationModel(JdbcMappingContext mappingContext, JdbcEntityMapping mapping,
				ListableBeanFactory beanFactory, ResolvedFlags flags) {
			return new AssociationModels(inverse(mappingContext), mapping, beanFactory).build(flags.toDetectionFlags());
		}

		@Bean
		@Fallback
		@ConditionalOnMissingBean
		TransactionalUnitOfWork inverseofUnitOfWork(InverseofProperties properties, RuntimeSupplier runtime,
				@Qualifier(LISTENERS) AssociationListeners listeners) {
			return new TransactionalUnitOfWork(properties.unitOfWork().maxEntries(),
					(aggregate) -> runtime.get().idOf(aggregate),
					(aggregate) -> runtime.get().neighbourhoodOf(aggregate), listeners);
		}

		@Bean
		@Lazy
		AssociationLoader inverseofLoader(ObjectProvider<JdbcAggregateOperations> operations, JdbcConverter converter,
				JdbcEntityMapping mapping, @Qualifier(LISTENERS) AssociationListeners listeners) {
			return new AssociationLoader(operations, new AssociationQueries(converter, mapping), listeners);
		}

		@Bean
		@Lazy
		LazyLoadGuard inverseofLazyLoadGuard(InverseofProperties properties, TransactionalUnitOfWork unitOfWork,
				@Qualifier(LISTENERS) AssociationListeners listeners) {
			return new LazyLoadGuard(new LazyLoadSettings(properties.strictLoading(), properties.nPlusOne().threshold(),
					properties.batchSize(), properties.enabled()), unitOfWork, listeners);
		}

		@Bean
		@Lazy
		AssociationRuntime inverseofRuntime(AssociationModel model, JdbcMappingContext mappingContext,
				AssociationLoader loader, TransactionalUnitOfWork unitOfWork,
				@Qualifier(LISTENERS) AssociationListeners listeners, InverseofProperties properties,
				ObjectProvider<AfterConvertCallback<?>> callbacks, LazyLoadGuard guard,
				ObjectProvider<Creation> creation, RowObserver observer) {
			RuntimeSettings settings = new RuntimeSettings(properties.enabled(), properties.unitOfWork().maxEntries(),
					callbacks.stream().findAny().isPresent(), properties.batchSize(), properties.aggregateBatchSize());
			return new AssociationRuntime(model, inverse(mappingContext), loader, unitOfWork, listeners, settings,
					guard, (property, owner, target) -> creation.getObject().create(property, owner, target), observer);
		}

		private static @Nullable DataSource dataSource(NamedParameterJdbcOperations operations) {
			return (operations.getJdbcOperations() instanceof JdbcAccessor accessor) ? accessor.getDataSource() : null;
		}

		@Bean
		@Lazy
		Transactions inverseofTransactions(ObjectProvider<PlatformTransactionManager> transactionManagers,
				NamedParameterJdbcOperations jdbc) {
			return new Transactions(transactionManagers, dataSource(jdbc));
		}

		@Bean
		@Lazy
		Recount inverseofRecount(AssociationModel model, RuntimeSupplier runtime, JdbcConverter converter,
				NamedParameterJdbcOperations jdbc, JdbcDialect dialect, Transactions transactions) {
			return new CounterRecount(model, new AggregateGraph(runtime), converter, jdbc, dialect, transactions::run);
		}

		@Bean
		@Lazy
		GraphSaver inverseofGraphSaver(RuntimeSupplier runtime, ObjectProvider<JdbcAggregateOperations> operations,
				JdbcConverter converter, JdbcEntityMapping mapping, NamedParameterJdbcOperations jdbc,
				JdbcDialect dialect, Transactions transactions, ObjectProvider<TargetValidator> validators,
				RowObserver observer) {
			GraphParts parts = new GraphParts(new AggregateGraph(runtime), operations, converter, jdbc, dialect,
					new AssociationQueries(converter, mapping), observer);
			return new GraphSaver(parts, transactions, validators);
		}

		@Bean
		@Lazy
		TouchClock inverseofTouchClock(BeanFactory beanFactory) {
			return new TouchClock(() -> auditing(beanFactory),
					() -> beanFactory.getBeanProvider(DateTimeProvider.class).getIfUnique());
		}

		/**
		 * There may be another one for another kind of database.
		 */
		private static @Nullable AuditingHandler auditing(BeanFactory beanFactory) {
			return beanFactory.containsBean(AUDITING) ? beanFactory.getBean(AUDITING, AuditingHandler.class)
					: beanFactory.getBeanProvider(AuditingHandler.class).getIfUnique();
		}

		@Bean
		@Lazy
		RowObserver inverseofRowObserver(AssociationModel model, RuntimeSupplier runtime, JdbcConverter converter,
				NamedParameterJdbcOperations jdbc, JdbcDialect dialect, TouchClock clock) {
			return new ParentUpdates(model, new AggregateGraph(runtime), converter, jdbc, dialect, clock);
		}

		@Bean
		DependentDeletionListener inverseofDependentDeletionListener(ObjectProvider<GraphSaver> saver,
				RuntimeSupplier runtime) {
			return new DependentDeletionListener(runtime, SingletonSupplier.of(saver::getObject));
		}

		@Bean
		SavingCallbacks.BeforeConvert inverseofSavingBeforeConvertCallback(ObjectProvider<GraphSaver> saver,
				RuntimeSupplier runtime) {
			return new SavingCallbacks.BeforeConvert(runtime, SingletonSupplier.of(saver::getObject));
		}

		@Bean
		SavingCallbacks.AfterSave inverseofSavingAfterSaveCallback(ObjectProvider<GraphSaver> saver,
				RuntimeSupplier runtime) {
			return new SavingCallbacks.AfterSave(runtime, SingletonSupplier.of(saver::getObject));
		}

		@Bean
		AssociationCallbacks.BeforeConvert inverseofBeforeConvertCallback(RuntimeSupplier runtime) {
			return new AssociationCallbacks.BeforeConvert(runtime);
		}

		@Bean
		AssociationCallbacks.BeforeSave inverseofBeforeSaveCallback(RuntimeSupplier runtime) {
			return new AssociationCallbacks.BeforeSave(runtime);
		}

		@Bean
		AssociationCallbacks.Saving inverseofSavingListener(RuntimeSupplier runtime) {
			return new AssociationCallbacks.Saving(runtime);
		}

		@Bean
		AssociationCallbacks.AfterSave inverseofAfterSaveCallback(RuntimeSupplier runtime) {
			return new AssociationCallbacks.AfterSave(runtime);
		}

		@Bean
		AssociationCallbacks.AfterSaveCallbacks inverseofAfterSaveCallbacksCallback(RuntimeSupplier runtime) {
			return new AssociationCallbacks.AfterSaveCallbacks(runtime);
		}

		@Bean
		@ConditionalOnBean(AfterConvertCallback.class)
		AssociationCallbacks.Converted inverseofConvertedCallback(RuntimeSupplier runtime) {
			return new AssociationCallbacks.Converted(runtime);
		}

		@Bean
		@ConditionalOnBean(AfterConvertCallback.class)
		AssociationCallbacks.AfterConvert inverseofAfterConvertCallback(RuntimeSupplier runtime) {
			return new AssociationCallbacks.AfterConvert(runtime);
		}

		@Bean
		@Lazy
		@ConditionalOnMissingBean(AssociationOperations.class)
		JdbcAssociationOperations inverseofAssociationOperations(RuntimeSupplier runtime,
				JdbcMappingContext mappingContext, ObjectProvider<JdbcAggregateOperations> operations,
				ObjectProvider<Recount> recount) {
			return new JdbcAssociationOperations(runtime, inverse(mappingContext), operations, recount::getObject);
		}

	}

}
