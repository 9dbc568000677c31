package no.speil.web.edit;

import no.speil.lexicon.GlossaryEntry;
import no.speil.library.glossary.GlossaryActions;
import no.speil.library.glossary.GlossaryChangedException;
import no.speil.library.glossary.GlossaryRefusedException;
import no.speil.messages.Messages;
import no.speil.web.http.FormData;

/**
 * The fields of a word that is added to the glossary from the page where a translation is written,
 * which keeps its text.
 *
 * @param added the word that was just added, in words; else empty
 * @param refusal why it was not; else empty
 */
public record TermForm(
    String norwegian, String english, String note, String added, String refusal) {
  static final TermForm NONE = new TermForm("", "", "", "", "");

  /** What stands in the fields. */
  static TermForm typed(FormData form) {
    return new TermForm(form.get("norwegian"), form.get("english"), form.get("term-note"), "", "");
  }

  /** Adds the word; what is refused stays in the fields. */
  TermForm add(Messages t, GlossaryActions glossary) {
    try {
      GlossaryEntry added =
          glossary.add(glossary.read().version(), new GlossaryEntry(0, norwegian, english, note));
      String words = t.of("edit.term.added", added.norwegian(), added.english());
      return new TermForm("", "", "", words, "");
    } catch (GlossaryChangedException e) {
      return refused(t.of("error.glossary-changed.advice"));
    } catch (GlossaryRefusedException e) {
      return refused(t.of("glossary.refused." + e.reason().code(), GlossaryEntry.LONGEST));
    }
  }

  private TermForm refused(String why) {
    return new TermForm(norwegian, english, note, "", why);
  }

  public boolean isTyped() {
    return !(norwegian + english + note).isBlank();
  }
}
