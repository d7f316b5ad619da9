package io.inverseof.test;

import java.lang.reflect.Modifier;
import java.util.function.Supplier;

import javax.sql.DataSource;

import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.proxy.ProxyConfig;
import net.ttddyy.dsproxy.support.ProxyConnectionAdvice;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;

/**
 * Lets all data sources of a test hand out connections whose statements are listened to.
 * Only connections are exchanged: the beans keep their types, so that they can still be
 * injected and unwrapped as before.
 */
final class CountedDataSources implements BeanPostProcessor, PriorityOrdered {

	private final Supplier<QueryExecutionListener> listener;

	CountedDataSources(Supplier<QueryExecutionListener> listener) {
		this.listener = listener;
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		return (bean instanceof DataSource dataSource) ? count(dataSource) : bean;
	}

	private Object count(DataSource dataSource) {
		ProxyFactory proxies = new ProxyFactory(dataSource);
		proxies.setProxyTargetClass(isExtensible(dataSource.getClass()));
		proxies.addAdvice(countedConnections());
		return proxies.getProxy(dataSource.getClass().getClassLoader());
	}

	private ProxyConnectionAdvice countedConnections() {
		ProxyConnectionAdvice advice = new ProxyConnectionAdvice();
		advice.setProxyConfig(ProxyConfig.Builder.create().queryListener(this.listener.get()).build());
		return advice;
	}

	private static boolean isExtensible(Class<?> type) {
		return Modifier.isPublic(type.getModifiers()) && !Modifier.isFinal(type.getModifiers());
	}

}
