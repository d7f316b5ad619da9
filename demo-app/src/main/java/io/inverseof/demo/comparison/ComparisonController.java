package io.inverseof.demo.comparison;

import java.util.function.Supplier;

import io.inverseof.UnitOfWork;
import io.inverseof.demo.comparison.ComparableRequests.Parameters;
import io.inverseof.demo.comparison.QueryMeters.Moves;
import io.inverseof.demo.comparison.StatementLog.Recording;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Runs a request twice, as it is and in naive mode, and compares.
 */
@RestController
class ComparisonController {

	private final ComparableRequests requests;

	private final StatementLog log;

	private final MeterRegistry registry;

	private final UnitOfWork naive;

	ComparisonController(ComparableRequests requests, StatementLog log, MeterRegistry registry, UnitOfWork unitOfWork) {
		this.requests = requests;
		this.log = log;
		this.registry = registry;
		this.naive = unitOfWork.naive();
	}

	/**
	 * Compares one request. One at a time, for the meters are those of the whole
	 * application.
	 * @param request the name of the request
	 * @param id the id of the author, post or project
	 * @param postId the id of one of the author's posts
	 * @param reader the id of the author who is signed in
	 * @param page the number of the page of a list
	 * @return both runs
	 */
	@GetMapping("/demo/run")
	synchronized Comparison run(@RequestParam String request, @RequestParam(defaultValue = "1") long id,
			@RequestParam(defaultValue = "1") long postId, @RequestParam(defaultValue = "1") long reader,
			@RequestParam(defaultValue = "1") int page) {
		Parameters parameters = new Parameters(id, postId, reader, page);
		Supplier<Object> work = () -> this.requests.get(request).apply(parameters);
		QueryMeters before = QueryMeters.of(this.registry);
		Recording<Object> recording = this.log.record(work);
		Moves moves = QueryMeters.of(this.registry).since(before);
		return Comparison.of(request, recording, moves, this.log.record(() -> this.naive.call(work)));
	}

}
