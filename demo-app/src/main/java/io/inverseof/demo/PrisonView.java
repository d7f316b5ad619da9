package io.inverseof.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A prison as the API shows it.
 *
 * @param id the id of the prison
 * @param name the name
 * @param sentencesCount what the counter says
 * @param updatedAt when a sentence was written last
 * @param criminals who is there
 * @param sentences why
 */
record PrisonView(Long id, String name, int sentencesCount, Instant updatedAt, List<InmateView> criminals,
		List<SentenceView> sentences) {

	static PrisonView of(Prison prison) {
		return new PrisonView(prison.id(), prison.name(), prison.sentencesCount(), prison.updatedAt(),
				prison.criminals().stream().map(InmateView::of).toList(),
				prison.sentences().stream().map(SentenceView::of).toList());
	}

	record InmateView(Long id, String name) {

		static InmateView of(Criminal criminal) {
			return new InmateView(criminal.id(), criminal.name());
		}

	}

	record SentenceView(Long id, LocalDate since, InmateView criminal) {

		static SentenceView of(Sentence sentence) {
			return new SentenceView(sentence.id(), sentence.since(), InmateView.of(sentence.criminal().get()));
		}

	}

}
