package io.inverseof.it.backreferences;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import io.inverseof.it.backreferences.Purchases.Attachment;
import io.inverseof.it.backreferences.Purchases.Discount;
import io.inverseof.it.backreferences.Purchases.Line;
import io.inverseof.it.backreferences.Purchases.Note;
import io.inverseof.it.backreferences.Purchases.Part;
import io.inverseof.it.backreferences.Purchases.Purchase;
import io.inverseof.it.backreferences.Purchases.Shipment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Makes purchases with all members, and looks at whom the members refer to.
 */
final class Families {

	private Families() {
	}

	static Purchase withAllMembers() {
		Purchase purchase = new Purchase("new");
		Line line = new Line("paper");
		line.discount = new Discount();
		line.parts.add(new Part("sheet"));
		line.parts.add(new Part("wrap"));
		purchase.lines.add(line);
		purchase.notes.put("x", new Note("text", null));
		purchase.shipment = new Shipment();
		purchase.details().attachments.add(new Attachment());
		return purchase;
	}

	static void assertKnowTheirParents(Purchase purchase) {
		assertThat(strangers(purchase)).isEmpty();
	}

	/**
	 * Collects the members that don't refer to their parent.
	 */
	static List<Object> strangers(Purchase purchase) {
		List<Object> strangers = new ArrayList<>();
		purchase.lines.forEach((line) -> collect(purchase, line, strangers::add));
		purchase.notes.values().stream().filter((note) -> note.purchase() != purchase).forEach(strangers::add);
		Shipment shipment = purchase.shipment;
		if (shipment != null && shipment.document != purchase) {
			strangers.add(shipment);
		}
		if (purchase.details().purchase != purchase) {
			strangers.add(purchase.details());
		}
		purchase.details().attachments.stream()
			.filter((attachment) -> attachment.purchase != purchase || attachment.details != purchase.details)
			.forEach(strangers::add);
		return strangers;
	}

	private static void collect(Purchase purchase, Line line, Consumer<Object> strangers) {
		if (line.purchase != purchase) {
			strangers.accept(line);
		}
		if (line.discount != null && Objects.requireNonNull(line.discount).line != line) {
			strangers.accept(line.discount);
		}
		line.parts.stream().filter((part) -> part.line != line).forEach(strangers);
	}

}
