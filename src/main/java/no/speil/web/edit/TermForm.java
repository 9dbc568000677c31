package no.speil.web.edit;

import no.speil.library.glossary.GlossaryActions;
import no.speil.library.glossary.GlossaryChangedException;
import no.speil.library.glossary.GlossaryEntry;
import no.speil.library.glossary.GlossaryRefusedException;
import no.speil.messages.Messages;
import no.speil.web.http.FormData;

/**
 * Adds words to the glossary from the page where a translation is written, which keeps its text.
 */
public record TermForm(GlossaryActions glossary) {
  /** What stands in the fields. */
  static Term typed(FormData form) {
    return new Term(form.get("norwegian"), form.get("english"), form.get("term-note"), "", "");
  }

  /** Adds what the form names; what is refused stays in its fields. */
  Term add(Messages t, FormData form) {
    Term typed = typed(form);
    var entry = new GlossaryEntry(0, typed.norwegian(), typed.english(), typed.note());
    try {
      GlossaryEntry added = glossary.add(glossary.read().version(), entry);
      return new Term("", "", "", t.of("edit.term.added", added.norwegian(), added.english()), "");
    } catch (GlossaryChangedException e) {
      return typed.refused(t.of("error.glossary-changed.advice"));
    } catch (GlossaryRefusedException e) {
      return typed.refused(t.of("glossary.refused." + e.reason().code(), GlossaryEntry.LONGEST));
    }
  }

  /**
   * The fields of a word that is added to the glossary.
   *
   * @param added the word that was just added, in words; else empty
   * @param refusal why it was not; else empty
   */
  public record Term(String norwegian, String english, String note, String added, String refusal) {
    static final Term NONE = new Term("", "", "", "", "");

    /** The same, refused for that reason. */
    Term refused(String why) {
      return new Term(norwegian, english, note, "", why);
    }

    public boolean isTyped() {
      return !(norwegian + english + note).isBlank();
    }
  }
}
