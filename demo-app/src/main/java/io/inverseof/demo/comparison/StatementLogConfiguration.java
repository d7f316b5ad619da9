package io.inverseof.demo.comparison;

import javax.sql.DataSource;

import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts the {@link StatementLog} between the application and its database.
 */
@Configuration(proxyBeanMethods = false)
class StatementLogConfiguration {

	@Bean
	static BeanPostProcessor statementLogging(ObjectProvider<StatementLog> log) {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String beanName) {
				return (bean instanceof DataSource dataSource)
						? ProxyDataSourceBuilder.create(dataSource).listener(log.getObject()).build() : bean;
			}

		};
	}

}
