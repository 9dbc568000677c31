package no.speil.web.edit;

import io.javalin.http.Context;
import java.util.List;
import no.speil.align.dp.Pairing.Span;
import no.speil.corpus.DocumentId;
import no.speil.corpus.SectionId;
import no.speil.library.aids.MemoryMatch;
import no.speil.library.aids.MemoryMatch.FileSource;
import no.speil.library.aids.MemoryMatch.LiveSource;
import no.speil.library.aids.MemoryMatch.RecordSource;
import no.speil.status.TrackedSection;
import no.speil.web.http.Json;
import no.speil.web.http.PathParams;
import no.speil.web.http.QueryParams;
import no.speil.web.page.SiteContext;
import org.jspecify.annotations.Nullable;

/** The translation memory for a section, for programs and the scripts of pages. */
public final class MemoryApi {
  private static final int MOST = 10;

  private final SiteContext site;

  public MemoryApi(SiteContext site) {
    this.site = site;
  }

  public void list(Context context) {
    TrackedSection section = site.library().ids().section(PathParams.section(context));
    int at = QueryParams.number(context, "at", -1, 0, Integer.MAX_VALUE);
    List<MatchJson> matches =
        site.library().aids().remembered(section, at, MOST).stream().map(MatchJson::of).toList();
    Json.write(context, new MemoryJson(section.id().value(), matches));
  }

  /** What was translated before, likest first. */
  record MemoryJson(String section, List<MatchJson> matches) {}

  /**
   * A match.
   *
   * @param from where the sentence that it is like begins in the words of the original, in UTF-16
   *     units; null where it is like the whole section
   * @param to where that sentence ends
   */
  record MatchJson(
      @Nullable Integer from,
      @Nullable Integer to,
      String source,
      double likeness,
      String original,
      String translation,
      @Nullable String document,
      @Nullable String section,
      @Nullable String file) {
    static MatchJson of(MemoryMatch match) {
      return switch (match.source()) {
        case LiveSource live ->
            of(match, "section", live.document().id(), live.section().id(), null);
        case RecordSource record ->
            of(match, "history", record.earlier().document(), record.earlier().section(), null);
        case FileSource file -> of(match, "file", null, null, file.file());
      };
    }

    private static MatchJson of(
        MemoryMatch match,
        String source,
        @Nullable DocumentId document,
        @Nullable SectionId section,
        @Nullable String file) {
      Span sentence = match.part().sentence();
      return new MatchJson(
          sentence == null ? null : sentence.from(),
          sentence == null ? null : sentence.to(),
          source,
          match.likeness(),
          match.original(),
          match.translation(),
          document == null ? null : document.value(),
          section == null ? null : section.value(),
          file);
    }
  }
}
