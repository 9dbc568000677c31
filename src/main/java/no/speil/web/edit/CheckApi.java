package no.speil.web.edit;

import static no.speil.web.http.RequestException.required;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import no.speil.corpus.SectionId;
import no.speil.library.aids.Insertion;
import no.speil.library.aids.TermSuggestion;
import no.speil.messages.CheckTexts;
import no.speil.messages.Messages;
import no.speil.qa.QaWarning;
import no.speil.web.http.PathParams;
import no.speil.web.page.SiteContext;
import no.speil.web.section.SectionInDocument;
import org.jspecify.annotations.Nullable;

/** Checks a text while it is typed; writes nothing. */
public final class CheckApi {
  private final SiteContext site;

  public CheckApi(SiteContext site) {
    this.site = site;
  }

  /** Answers with warnings in the language of the request, and a preview. */
  public void check(Context context) throws IOException {
    SectionId id = PathParams.section(context);
    TextBody body = site.json().read(context, TextBody.class);
    String markdown = required(body.markdown(), "Give the text as \"markdown\".");
    Messages t = site.messages(context);
    var aids = new WritingAids(site, t, SectionInDocument.of(site, id), markdown);
    var json =
        new ChecksJson(
            aids.warnings().stream().map(each -> WarningJson.of(t, each)).toList(),
            t.of("check.title", aids.warnings().size()),
            aids.agreement(),
            aids.insertions().stream().map(each -> InsertionJson.of(aids, each)).toList(),
            aids.words(),
            aids.preview(),
            aids.saved(),
            aids.savedAs());
    site.answer(context, json);
  }

  /** Body of the request. */
  record TextBody(@Nullable String markdown) {}

  /**
   * Warnings, what agrees, what of the original can be inserted, expected words, a preview as safe
   * HTML, and the text that would be saved.
   */
  record ChecksJson(
      List<WarningJson> checks,
      String summary,
      String agreement,
      List<InsertionJson> insertions,
      List<TermSuggestion> words,
      String preview,
      String saved,
      String savedAs) {}

  /** A warning of a check. */
  record WarningJson(String kind, List<String> words, String message) {
    static WarningJson of(Messages t, QaWarning warning) {
      return new WarningJson(
          warning.check().code(), warning.words(), CheckTexts.message(t, warning));
    }
  }

  /**
   * Something that can be inserted where the cursor is.
   *
   * @param note what it is about; may be empty
   */
  record InsertionJson(
      String kind, String before, String words, String after, String note, boolean missing) {
    static InsertionJson of(WritingAids aids, Insertion insertion) {
      return new InsertionJson(
          insertion.kind().code(),
          insertion.before(),
          insertion.words(),
          insertion.after(),
          aids.note(insertion),
          insertion.missing());
    }
  }
}
