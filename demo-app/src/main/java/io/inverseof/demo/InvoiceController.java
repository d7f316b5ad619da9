package io.inverseof.demo;

import java.util.List;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Invoices with their lines, as JSON or from a form: validated and saved in one go.
 */
@RestController
@RequestMapping("/invoices")
public class InvoiceController {

	private final Invoices invoices;

	private final InvoiceLines lines;

	InvoiceController(Invoices invoices, InvoiceLines lines) {
		this.invoices = invoices;
		this.lines = lines;
	}

	/**
	 * What a form may contain.
	 */
	@InitBinder
	void allowFields(WebDataBinder binder) {
		binder.setAllowedFields("customer", "lines[*].id", "lines[*].description", "lines[*].quantity");
	}

	@GetMapping("/{id}")
	public Invoice invoice(@PathVariable long id) {
		return find(id);
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	@ResponseStatus(HttpStatus.CREATED)
	public Invoice create(@Valid @RequestBody Invoice invoice) {
		return insert(invoice);
	}

	@PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	@ResponseStatus(HttpStatus.CREATED)
	public Invoice submit(@Valid @ModelAttribute Invoice invoice) {
		return insert(invoice);
	}

	/**
	 * Saves the invoice and all its lines, and shows what the database has.
	 */
	private Invoice insert(Invoice input) {
		return find(this.invoices.save(input).getId());
	}

	@PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
	@Transactional
	public Invoice update(@PathVariable long id, @Valid @RequestBody Invoice invoice) {
		return change(id, invoice);
	}

	@PostMapping(path = "/{id}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	@Transactional
	public Invoice resubmit(@PathVariable long id, @Valid @ModelAttribute Invoice invoice) {
		return change(id, invoice);
	}

	/**
	 * Saves the invoice and its new lines. Lines that have an id must be lines of this
	 * invoice, or nothing is saved. Of those {@code save} writes nothing but the key:
	 * what was typed into them is saved by their own repository, after that check.
	 */
	private Invoice change(long id, Invoice input) {
		if (!this.invoices.existsById(id)) {
			throw new UnknownIdException("invoice", id);
		}
		List<InvoiceLine> present = input.getLines().stream().filter((line) -> line.getId() != null).toList();
		input.setId(id);
		this.invoices.save(input);
		this.lines.saveAll(present);
		return find(id);
	}

	/**
	 * Removes a line, which deletes it: an invoice's lines are
	 * {@code @Dependent(DESTROY)}.
	 */
	@DeleteMapping("/{id}/lines/{lineId}")
	public Invoice removeLine(@PathVariable long id, @PathVariable long lineId) {
		Invoice invoice = find(id);
		invoice.getLines().remove(invoice.getLines().find(lineId));
		return this.invoices.save(invoice);
	}

	/**
	 * Deletes an invoice and its lines.
	 */
	@DeleteMapping("/{id}")
	public Invoice delete(@PathVariable long id) {
		Invoice invoice = find(id);
		this.invoices.delete(invoice);
		return invoice;
	}

	private Invoice find(long id) {
		return this.invoices.findById(id).orElseThrow(() -> new UnknownIdException("invoice", id));
	}

}
