package io.inverseof.demo;

import java.util.List;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Prisons and who is there. Nobody here handles a sentence: criminals come and go through
 * {@code prison.criminals()}.
 */
@RestController
@RequestMapping("/prisons")
public class PrisonController {

	private final Prisons prisons;

	private final Criminals criminals;

	PrisonController(Prisons prisons, Criminals criminals) {
		this.prisons = prisons;
		this.criminals = criminals;
	}

	@GetMapping
	public List<PrisonView> prisons() {
		return this.prisons.findAllByOrderById().stream().map(PrisonView::of).toList();
	}

	@GetMapping("/{id}")
	public PrisonView prison(@PathVariable long id) {
		return PrisonView.of(find(id));
	}

	@PostMapping(path = "/{id}/criminals", consumes = MediaType.APPLICATION_JSON_VALUE)
	@ResponseStatus(HttpStatus.CREATED)
	@Transactional
	public PrisonView convict(@PathVariable long id, @Valid @RequestBody NewCriminal convict) {
		return insert(id, convict);
	}

	@PostMapping(path = "/{id}/criminals", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	@ResponseStatus(HttpStatus.CREATED)
	@Transactional
	public PrisonView submit(@PathVariable long id, @Valid @ModelAttribute NewCriminal convict) {
		return insert(id, convict);
	}

	/**
	 * Inserts a criminal, and the sentence that leads there; the prison counts it.
	 */
	private PrisonView insert(long id, NewCriminal convict) {
		Prison prison = find(id);
		prison.criminals().create((criminal) -> criminal.setName(convict.name()));
		return PrisonView.of(prison);
	}

	/**
	 * Brings in somebody who is elsewhere, or was here before: inserts a sentence. Adding
	 * alone would not look whether there is one, for it reads nothing.
	 */
	@PutMapping("/{id}/criminals/{criminalId}")
	@Transactional
	public PrisonView bringBack(@PathVariable long id, @PathVariable long criminalId) {
		Prison prison = find(id);
		Criminal criminal = this.criminals.findById(criminalId)
			.orElseThrow(() -> new UnknownIdException("criminal", criminalId));
		if (!prison.criminals().contains(criminal)) {
			prison.criminals().add(criminal);
		}
		return PrisonView.of(this.prisons.save(prison));
	}

	/**
	 * Lets somebody out: deletes the sentence, not the criminal.
	 */
	@DeleteMapping("/{id}/criminals/{criminalId}")
	@Transactional
	public PrisonView release(@PathVariable long id, @PathVariable long criminalId) {
		Prison prison = find(id);
		prison.criminals().remove(prison.criminals().find(criminalId));
		return PrisonView.of(this.prisons.save(prison));
	}

	private Prison find(long id) {
		return this.prisons.findById(id).orElseThrow(() -> new UnknownIdException("prison", id));
	}

}
