package io.inverseof.demo;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Criminals, and through their sentences to the prisons: the other direction.
 */
@RestController
@RequestMapping("/criminals")
public class CriminalController {

	private final Criminals criminals;

	CriminalController(Criminals criminals) {
		this.criminals = criminals;
	}

	@GetMapping("/{id}")
	public CriminalView criminal(@PathVariable long id) {
		return CriminalView.of(this.criminals.findById(id).orElseThrow(() -> new UnknownIdException("criminal", id)));
	}

}
