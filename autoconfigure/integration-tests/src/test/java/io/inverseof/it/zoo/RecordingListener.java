package io.inverseof.it.zoo;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/**
 * Records what is said to the database: connections taken and given back, transactions,
 * and statements with their settings and parameters.
 */
final class RecordingListener implements MethodExecutionListener, QueryExecutionListener {

	private static final Set<String> QUESTIONS = Set.of("isWrapperFor", "unwrap", "getConnection", "toString",
			"hashCode", "equals");

	private final Recording recording;

	private RecordingListener(Recording recording) {
		this.recording = recording;
	}

	static DataSource record(DataSource dataSource, Recording recording) {
		RecordingListener listener = new RecordingListener(recording);
		return ProxyDataSourceBuilder.create(dataSource).listener(listener).methodListener(listener).build();
	}

	@Override
	public void beforeMethod(MethodExecutionContext context) {
		String name = context.getMethod().getName();
		if (context.getTarget() instanceof DataSource) {
			this.recording.jdbc("DataSource." + name, context.getMethodArgs());
		}
		else if (context.getTarget() instanceof Connection && !QUESTIONS.contains(name)) {
			this.recording.jdbc("Connection." + name, context.getMethodArgs());
		}
		else if (context.getTarget() instanceof Statement && isSetting(context.getMethod())) {
			this.recording.jdbc("Statement." + name, context.getMethodArgs());
		}
	}

	private static boolean isSetting(Method method) {
		return method.getDeclaringClass() == Statement.class && method.getName().startsWith("set");
	}

	@Override
	public void afterMethod(MethodExecutionContext context) {
	}

	@Override
	public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
		for (QueryInfo query : queries) {
			this.recording.jdbc(execution.getMethod().getName() + " " + query.getQuery(), parameters(query));
		}
	}

	@Override
	public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
	}

	private static List<Object> parameters(QueryInfo query) {
		List<Object> parameters = new ArrayList<>();
		for (List<ParameterSetOperation> batch : query.getParametersList()) {
			List<Object> operations = new ArrayList<>();
			batch.forEach((operation) -> operations
				.add(List.of(operation.getMethod().getName(), Arrays.asList(operation.getArgs()))));
			parameters.add(operations);
		}
		return parameters;
	}

}
