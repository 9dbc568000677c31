package no.speil.web.glossary;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import no.speil.archive.StoredImport;
import no.speil.exchange.term.TermFile;
import no.speil.exchange.unit.UnreadableFileException;
import no.speil.lexicon.GlossaryEntry;
import no.speil.library.actions.Actor;
import no.speil.library.glossary.GlossaryAdditions;
import no.speil.library.glossary.GlossaryAdditions.RefusedLine;
import no.speil.messages.Messages;
import no.speil.messages.RefusalTexts;
import no.speil.web.http.Json;
import no.speil.web.http.UploadForm;
import no.speil.web.page.ShortText;
import no.speil.web.page.SiteContext;

/** The glossary's terms from files of other programs, and for them. */
public final class TermFileHandler {
  /** So many lines are named; the rest is counted. */
  private static final int MOST_NAMED = 20;

  private final SiteContext site;

  public TermFileHandler(SiteContext site) {
    this.site = site;
  }

  /**
   * The terms of a file for other programs.
   *
   * @param source where they come from, in words
   */
  public record TermList(String source, List<GlossaryEntry> terms) {}

  /** Sends the glossary as TBX. */
  public void download(Context context) {
    String source = site.library().archive().profile().name().in("en");
    var terms = new TermList(source, site.library().glossary().read().entries());
    context.contentType("application/x-tbx+xml; charset=utf-8");
    context.header("Content-Disposition", "attachment; filename=\"glossary.tbx\"");
    context.result(site.pages().xml("glossary/tbx", terms));
  }

  /** Adds the terms of a file; all that can be, or none where the file cannot be read. */
  public void upload(Context context, Actor actor) {
    if (actor.isProgram()) {
      Json.write(context, TermsJson.of(UploadForm.takeOfProgram(context, this::add)));
      return;
    }
    Messages t = site.messages(context);
    List<String> said =
        UploadForm.of(context).take(context, t, file -> sentences(t, file.name(), add(file)));
    new GlossaryPage(site).show(context, said);
  }

  /** What a file came to. */
  record Result(TermFile file, GlossaryAdditions additions) {}

  private Result add(StoredImport.File upload) throws UnreadableFileException {
    TermFile file = TermFile.read(upload.name(), upload.content());
    List<GlossaryEntry> entries = file.terms().stream().map(TermFileHandler::entry).toList();
    return new Result(file, site.library().glossary().addAll(entries));
  }

  /** A definition may be longer than a note. */
  private static GlossaryEntry entry(GlossaryEntry term) {
    String note = ShortText.of(term.note(), GlossaryEntry.LONGEST);
    return new GlossaryEntry(term.line(), term.norwegian(), term.english(), note);
  }

  private static List<String> sentences(Messages t, String file, Result result) {
    GlossaryAdditions additions = result.additions();
    var sentences = new ArrayList<String>();
    sentences.add(t.of("glossary.added", additions.added(), additions.known()));
    List<Integer> passed = result.file().passed();
    if (!passed.isEmpty()) {
      String lines =
          passed.stream().limit(MOST_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
      sentences.add(t.of("glossary.passed", passed.size(), lines));
    }
    additions.refused().stream()
        .limit(MOST_NAMED)
        .map(each -> refusal(t, file, each))
        .forEach(sentences::add);
    return sentences;
  }

  private static String refusal(Messages t, String file, RefusedLine refused) {
    String why = RefusalTexts.of(t, refused.reason());
    return t.of("import.file.line", file, refused.line(), why);
  }

  /**
   * What became of a file's terms.
   *
   * @param passed lines of entries that lack a Norwegian or an English term
   */
  record TermsJson(int added, int known, List<Integer> passed, List<RefusedLine> refused) {
    static TermsJson of(Result result) {
      return new TermsJson(
          result.additions().added(),
          result.additions().known(),
          result.file().passed(),
          result.additions().refused());
    }
  }
}
