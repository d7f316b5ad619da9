package io.inverseof.demo.comparison;

import java.util.function.Supplier;

import io.inverseof.UnitOfWork;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.util.function.ThrowingSupplier;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Records the SQL of every request, and runs those with {@code ?naive=true} as if
 * inverseof shared nothing. Try it with {@code curl -i}: {@link StatementCountHeader}
 * tells the number of statements.
 */
@Component
class NaiveModeFilter extends OncePerRequestFilter {

	private final UnitOfWork unitOfWork;

	private final StatementLog log;

	NaiveModeFilter(UnitOfWork unitOfWork, StatementLog log) {
		this.unitOfWork = unitOfWork;
		this.log = log;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return request.getRequestURI().startsWith("/demo/");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
		Supplier<Void> work = ThrowingSupplier.of(() -> {
			chain.doFilter(request, response);
			return null;
		});
		boolean naive = Boolean.parseBoolean(request.getParameter("naive"));
		this.log.record(naive ? () -> this.unitOfWork.naive().call(work) : work);
	}

}
