package no.speil.web.glossary;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import no.speil.library.glossary.GlossaryContradiction;
import no.speil.library.glossary.GlossaryEntry;
import no.speil.library.glossary.GlossarySnapshot;
import no.speil.library.sync.Readiness;
import no.speil.messages.Messages;
import no.speil.messages.NoticeTexts;
import no.speil.web.glossary.GlossaryJson.ContradictionJson;
import no.speil.web.glossary.GlossaryJson.EntryJson;
import no.speil.web.glossary.GlossaryJson.ProposalJson;
import no.speil.web.http.IfMatch;
import no.speil.web.http.PathParams;
import no.speil.web.page.PageNumber;
import no.speil.web.page.SiteContext;
import org.jspecify.annotations.Nullable;

/** The glossary for programs, its version as the ETag. */
public final class GlossaryApi {
  private final SiteContext site;

  public GlossaryApi(SiteContext site) {
    this.site = site;
  }

  public void list(Context context) {
    GlossarySnapshot now = site.library().glossary().read();
    List<GlossaryEntry> glossary = now.entries();
    List<GlossaryContradiction> contradictions = GlossaryContradiction.of(glossary);
    List<GlossaryEntry> wanted =
        GlossaryPage.select(GlossaryPage.address(context), glossary, contradictions);
    List<GlossaryEntry> some = PageNumber.of(context, wanted.size(), GlossaryPage.SIZE).of(wanted);
    Readiness readiness = site.library().sync().readiness();
    tag(context, now);
    site.answer(
        context,
        new GlossaryJson(
            now.version(),
            wanted.size(),
            GlossaryPage.lines(site, glossary, some).stream().map(EntryJson::of).toList(),
            contradictions.stream().map(ContradictionJson::of).toList(),
            site.library().glossaryProposals().of(glossary).stream().map(ProposalJson::of).toList(),
            readiness.counted(),
            NoticeTexts.ofCounts(Messages.ENGLISH, readiness)));
  }

  public void add(Context context) throws IOException {
    String seen = seen(context);
    EntryBody body = site.json().read(context, EntryBody.class);
    answer(context.status(201), site.library().glossary().add(seen, body.entry(0)));
  }

  public void change(Context context) throws IOException {
    String seen = seen(context);
    int line = PathParams.line(context);
    EntryBody body = site.json().read(context, EntryBody.class);
    answer(context, site.library().glossary().change(seen, body.entry(line)));
  }

  public void remove(Context context) {
    site.library().glossary().remove(seen(context), PathParams.line(context));
    tag(context.status(204), site.library().glossary().read());
  }

  private void answer(Context context, GlossaryEntry entry) {
    GlossarySnapshot now = site.library().glossary().read();
    tag(context, now);
    List<GlossaryPage.Line> lines = GlossaryPage.lines(site, now.entries(), List.of(entry));
    site.answer(context, EntryJson.of(lines.getFirst()));
  }

  private static String seen(Context context) {
    return IfMatch.tag(context, "glossary");
  }

  private static void tag(Context context, GlossarySnapshot now) {
    context.header("ETag", "\"" + now.version() + "\"");
  }

  /** Body of an addition or a change. */
  record EntryBody(@Nullable String norwegian, @Nullable String english, @Nullable String note) {
    GlossaryEntry entry(int line) {
      return new GlossaryEntry(
          line,
          Objects.requireNonNullElse(norwegian, ""),
          Objects.requireNonNullElse(english, ""),
          Objects.requireNonNullElse(note, ""));
    }
  }
}
