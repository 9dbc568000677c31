package no.speil.web.glossary;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.lexicon.GlossaryEntry;
import no.speil.library.glossary.GlossaryActions;
import no.speil.library.glossary.GlossaryChangedException;
import no.speil.library.glossary.GlossaryContradiction;
import no.speil.library.glossary.GlossaryRefusedException;
import no.speil.library.glossary.GlossarySnapshot;
import no.speil.library.glossary.GlossaryUsage.EntryUsage;
import no.speil.library.sync.Readiness;
import no.speil.messages.Messages;
import no.speil.messages.NoticeTexts;
import no.speil.messages.RefusalTexts;
import no.speil.web.glossary.GlossaryJson.ContradictionJson;
import no.speil.web.glossary.GlossaryJson.EntryJson;
import no.speil.web.glossary.GlossaryJson.ProposalJson;
import no.speil.web.http.FormData;
import no.speil.web.http.IfMatch;
import no.speil.web.http.Json;
import no.speil.web.http.PathParams;
import no.speil.web.http.RequestException.VersionMissing;
import no.speil.web.page.PageNumber;
import no.speil.web.page.PageShell;
import no.speil.web.page.PageUrl;
import no.speil.web.page.Paging;
import no.speil.web.page.Redirects;
import no.speil.web.page.SiteContext;
import org.jspecify.annotations.Nullable;

/**
 * The glossary as a page with forms, and for programs with its version as the ETag. What is refused
 * in a form comes back in one at the top, with what was typed.
 */
public final class GlossaryPage {
  /** Entries on a page. */
  static final int SIZE = 100;

  private static final String PATH = "/glossary";

  private static final List<String> NAMES = List.of("q", "only", "page");

  private static final String CONTRADICTIONS = "contradictions";

  private static final String LINE = "#line-";

  private final SiteContext site;

  public GlossaryPage(SiteContext site) {
    this.site = site;
  }

  public void show(Context context) {
    show(context, List.of());
  }

  /** The same, which first says what was done. */
  void show(Context context, List<String> said) {
    show(context, address(context), actions().read(), new GlossaryEntry("", ""), "", said);
  }

  private GlossaryActions actions() {
    return site.library().glossary();
  }

  /** The address that a request is for. */
  static PageUrl address(Context context) {
    return valid(PageUrl.of(context, PATH, NAMES));
  }

  private static PageUrl valid(PageUrl asked) {
    return asked
        .to(PATH)
        .with("only", isOfContradictions(asked) ? CONTRADICTIONS : "")
        .onPage(asked.page(Integer.MAX_VALUE));
  }

  /** Whether an address asks for contradictions only. */
  public static boolean isOfContradictions(PageUrl address) {
    return address.get("only").equals(CONTRADICTIONS);
  }

  /** The page of the whole glossary that has the line of that number. */
  private static PageUrl at(GlossarySnapshot now, int line) {
    long before = now.entries().stream().filter(entry -> entry.line() < line).count();
    return PageUrl.at(PATH).onPage((int) (before / SIZE) + 1);
  }

  /** The entries that are wanted, on all pages. */
  static List<GlossaryEntry> select(
      PageUrl address, List<GlossaryEntry> glossary, List<GlossaryContradiction> contradictions) {
    String wanted = GlossaryEntry.key(address.get("q"));
    Set<GlossaryEntry> odd =
        contradictions.stream()
            .flatMap(each -> each.entries().stream())
            .collect(Collectors.toSet());
    return glossary.stream()
        .filter(entry -> !isOfContradictions(address) || odd.contains(entry))
        .filter(
            entry ->
                Stream.of(entry.norwegian(), entry.english(), entry.note())
                    .anyMatch(text -> GlossaryEntry.key(text).contains(wanted)))
        .toList();
  }

  public void addFromForm(Context context) {
    attempt(
        context,
        0,
        (form, back) -> {
          int line = actions().add(form.get("version"), entry(form, 0)).line();
          return at(actions().read(), line).href() + LINE + line;
        });
  }

  /** Changes the entry on a line, or takes it away. */
  public void changeFromForm(Context context) {
    int line = PathParams.line(context);
    attempt(
        context,
        line,
        (form, back) -> {
          String version = form.get("version");
          if (form.get("do").equals("remove")) {
            actions().remove(version, line);
            return back.href();
          }
          actions().change(version, entry(form, line));
          return back.href() + LINE + line;
        });
  }

  /**
   * @param change of the glossary of a version, from a page of it; gives the address to go on to
   */
  private void attempt(Context context, int line, BiFunction<FormData, PageUrl, String> change) {
    FormData form = FormData.of(context);
    if (form.get("version").isEmpty()) {
      throw new VersionMissing();
    }
    Messages t = site.messages(context);
    PageUrl back = valid(PageUrl.parse(form.get("back"), NAMES));
    try {
      Redirects.other(context, change.apply(form, back));
    } catch (GlossaryChangedException e) {
      int where = line == 0 ? 0 : lineNow(e.now(), form.get("before"));
      String why = t.of("error.glossary-changed") + ". " + t.of("error.glossary-changed.advice");
      show(context.status(409), back, e.now(), entry(form, where), why, List.of());
    } catch (GlossaryRefusedException e) {
      String why = RefusalTexts.of(t, e.reason());
      show(context.status(400), back, actions().read(), entry(form, line), why, List.of());
    }
  }

  private static GlossaryEntry entry(FormData form, int line) {
    return new GlossaryEntry(line, form.get("norwegian"), form.get("english"), form.get("note"));
  }

  /** The line that has the entry of that line now; 0 if none has. */
  private static int lineNow(GlossarySnapshot now, String before) {
    return now.entries().stream()
        .filter(entry -> before(entry).equals(before))
        .findFirst()
        .map(GlossaryEntry::line)
        .orElse(0);
  }

  /** What a form says of the entry that it was made for. */
  public static String before(GlossaryEntry entry) {
    return entry.norwegian() + "\t" + entry.english();
  }

  private void show(
      Context context,
      PageUrl address,
      GlossarySnapshot now,
      GlossaryEntry fields,
      String refusal,
      List<String> said) {
    PageShell shell = site.shell(context, "glossary.title");
    List<GlossaryEntry> glossary = now.entries();
    List<GlossaryContradiction> contradictions = GlossaryContradiction.of(glossary);
    List<GlossaryEntry> wanted = select(address, glossary, contradictions);
    PageNumber number = PageNumber.of(address.page(Integer.MAX_VALUE), wanted.size(), SIZE);
    var view =
        new View(
            shell,
            said,
            now,
            fields,
            refusal,
            address.onPage(number.page()),
            wanted.size(),
            contradictions,
            lines(glossary, number.of(wanted)),
            Paging.of(number.page(), wanted.size(), SIZE, page -> address.onPage(page).href()));
    site.show(context, "glossary/glossary", view);
  }

  /** Some of the entries, with where they are used. */
  private List<EntryUsage> lines(List<GlossaryEntry> glossary, List<GlossaryEntry> some) {
    return site.library().glossaryUsage().of(glossary, some);
  }

  public void list(Context context) {
    GlossarySnapshot now = actions().read();
    List<GlossaryEntry> glossary = now.entries();
    List<GlossaryContradiction> contradictions = GlossaryContradiction.of(glossary);
    List<GlossaryEntry> wanted = select(address(context), glossary, contradictions);
    List<GlossaryEntry> some = PageNumber.of(context, wanted.size(), SIZE).of(wanted);
    Readiness readiness = site.library().sync().readiness();
    tag(context, now);
    var json =
        new GlossaryJson(
            now.version(),
            wanted.size(),
            lines(glossary, some).stream().map(EntryJson::of).toList(),
            contradictions.stream().map(ContradictionJson::of).toList(),
            site.library().glossaryProposals().of(glossary).stream().map(ProposalJson::of).toList(),
            readiness.counted(),
            NoticeTexts.ofCounts(Messages.ENGLISH, readiness));
    Json.write(context, json);
  }

  public void add(Context context) throws IOException {
    String seen = seen(context);
    EntryBody body = Json.read(context, EntryBody.class);
    answer(context.status(201), actions().add(seen, body.entry(0)));
  }

  public void change(Context context) throws IOException {
    String seen = seen(context);
    int line = PathParams.line(context);
    EntryBody body = Json.read(context, EntryBody.class);
    answer(context, actions().change(seen, body.entry(line)));
  }

  public void remove(Context context) {
    actions().remove(seen(context), PathParams.line(context));
    tag(context.status(204), actions().read());
  }

  private void answer(Context context, GlossaryEntry entry) {
    GlossarySnapshot now = actions().read();
    tag(context, now);
    Json.write(context, EntryJson.of(lines(now.entries(), List.of(entry)).getFirst()));
  }

  private static String seen(Context context) {
    return IfMatch.tag(context, "glossary");
  }

  private static void tag(Context context, GlossarySnapshot now) {
    context.header("ETag", "\"" + now.version() + "\"");
  }

  /**
   * The glossary's page.
   *
   * @param said what was done, in sentences
   * @param fields of the form at the top: of an entry to add, or of a change that was refused
   * @param refusal why it was refused; empty for a new form
   * @param address of this very list
   * @param total entries on all pages
   */
  public record View(
      PageShell shell,
      List<String> said,
      GlossarySnapshot now,
      GlossaryEntry fields,
      String refusal,
      PageUrl address,
      int total,
      List<GlossaryContradiction> contradictions,
      List<EntryUsage> lines,
      Paging paging) {}

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
