package no.speil.web.edit;

import no.speil.library.glossary.GlossaryActions;
import no.speil.library.glossary.GlossaryChangedException;
import no.speil.library.glossary.GlossaryEntry;
import no.speil.library.glossary.GlossaryRefusedException;
import no.speil.messages.Messages;
import no.speil.web.edit.EditView.Term;
import no.speil.web.http.FormData;
import no.speil.web.page.SiteContext;

/**
 * Adds words to the glossary from the page where a translation is written, which keeps its text.
 */
final class TermForm {
  private final GlossaryActions glossary;

  TermForm(SiteContext site) {
    this.glossary = site.library().glossary();
  }

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
}
