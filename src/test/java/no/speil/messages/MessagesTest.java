package no.speil.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.corpus.BlockKind;
import no.speil.corpus.DocumentKind;
import no.speil.corpus.Freshness;
import no.speil.corpus.LinkOutcome;
import no.speil.corpus.Problem;
import no.speil.corpus.Role;
import no.speil.corpus.Side;
import no.speil.corpus.State;
import no.speil.corpus.Task;
import no.speil.exchange.cite.CitationFormat;
import no.speil.exchange.unit.ImportStep;
import no.speil.exchange.unit.UnreadableFileException;
import no.speil.lexicon.DictionaryEntry;
import no.speil.library.catalogue.BrowseIndex;
import no.speil.library.documents.ActionRefusedException.NotNow;
import no.speil.library.glossary.GlossaryContradiction;
import no.speil.library.glossary.GlossaryRefusedException;
import no.speil.people.AccountRefusedException;
import no.speil.qa.QaCheck;
import no.speil.record.ReportCategory;
import no.speil.record.ReportVerdict;
import no.speil.record.ResolveEvent;
import no.speil.search.CollocateRequest.Measure;
import no.speil.search.ConcordanceRequest.By;
import no.speil.search.Facet;
import no.speil.search.SearchNotice;
import no.speil.search.SearchRequest;
import no.speil.search.StateFacet;
import no.speil.search.Waiting;
import no.speil.status.grading.ChangeClass;
import no.speil.web.count.SpreadPage;
import no.speil.web.http.ErrorType;
import no.speil.web.read.HelpPage;
import no.speil.web.search.FacetLinks;
import no.speil.web.search.SearchUrl;
import no.speil.web.section.SectionNotice;
import no.speil.web.section.ViewMode;
import org.junit.jupiter.api.Test;

/** Every word that the pages ask for is there in both languages, and no other is. */
class MessagesTest {
  private static final Pattern WHOLE_KEY =
      Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z][a-z0-9_-]*)+|skip|mood)\"");

  /** Reasons of an import to do nothing, or what goes without saying. */
  private static final Set<ImportStep.Reason> UNSAID =
      Set.of(ImportStep.Reason.TRANSLATED, ImportStep.Reason.SAME_TEXT, ImportStep.Reason.NO_TEXT);

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(bundle("nb").stringPropertyNames()).isEqualTo(bundle("en").stringPropertyNames());
  }

  @Test
  void noKeyIsMissing() {
    Set<String> known = bundle("en").stringPropertyNames();
    assertThat(known).containsAll(composedKeys());
    assertThat(keysAskedFor()).isSubsetOf(known);
  }

  @Test
  void noKeyIsUnused() throws IOException {
    Set<String> used = new TreeSet<>(composedKeys());
    used.addAll(quotedKeys());
    assertThat(bundle("en").stringPropertyNames()).isSubsetOf(used);
  }

  @Test
  void everyMessageIsAPatternWithTheSamePlaces() {
    Properties english = bundle("en");
    Properties norwegian = bundle("nb");
    for (String key : english.stringPropertyNames()) {
      assertThat(places(norwegian.getProperty(key)))
          .as(key)
          .isEqualTo(places(english.getProperty(key)));
      assertThat(english.getProperty(key) + norwegian.getProperty(key)).as(key).doesNotContain("'");
    }
  }

  @Test
  void aMomentIsToldAsFromNow() {
    ZonedDateTime now = ZonedDateTime.of(2026, 11, 26, 12, 0, 0, 0, ZoneId.systemDefault());
    assertThat(
            Stream.of(now.minusHours(2), now.minusDays(1), now.minusDays(2), now.minusYears(1))
                .map(at -> Messages.ENGLISH.lately(at.toInstant(), now.toInstant())))
        .containsExactly("today, 10:00", "yesterday, 12:00", "24 November", "26 November 2025");
    assertThat(Messages.NORWEGIAN.lately(now.toInstant(), now.toInstant()))
        .isEqualTo("i dag kl. 12:00");
  }

  /** Keys that are made of a word and a code. */
  private static Set<String> composedKeys() {
    var keys = new TreeSet<String>();
    DictionaryEntry.PARTS_OF_SPEECH.forEach(part -> keys.add("lookup.kind." + part));
    for (String form : List.of("epub", "md", "txt", "xlf", "xliff", "po", "tmx", "csv", "json")) {
      keys.add("take." + form);
    }
    for (String words : List.of("none", "number", "words", "beginnings", "more")) {
      keys.add("static.search." + words);
    }
    keys.addAll(List.of("suggestion.conflict", "suggestion.overwritten", "suggestion.machine"));
    keys.addAll(List.of("hit.why-translation", "hit.why-part", "hit.why-form"));
    String events =
        "confirm keep edit revise suggest report comment resolve resolve-not check check-not omit"
            + " omit-not claim claim-not link again returned unrecognized";
    for (String code : events.split(" ")) {
      keys.add("event." + code);
      keys.add("done." + code);
    }
    keys.addAll(List.of("done.settle", "done.rename"));
    for (StateFacet value : StateFacet.values()) {
      keys.add("state." + value.code());
      keys.add("state." + value.code() + ".about");
    }
    for (State state : State.values()) {
      keys.add("done.mark." + state.code());
      keys.add("trust." + state.code());
      keys.add("source." + state.code());
      if (state != State.UNTRANSLATED) {
        keys.add("mark." + state.code());
      }
    }
    keys.add("mark.untranslated");
    for (SectionNotice notice : SectionNotice.values()) {
      if (notice != SectionNotice.NONE && notice != SectionNotice.STATE) {
        keys.add("section-notice." + notice.code());
        if (notice != SectionNotice.STALE) {
          keys.add("section-notice." + notice.code() + ".about");
        }
      }
    }
    for (Freshness freshness : Freshness.values()) {
      keys.add("freshness." + freshness.code());
      keys.add("freshness." + freshness.code() + ".about");
    }
    for (SearchNotice.Kind kind : SearchNotice.Kind.values()) {
      keys.add("notice." + kind.name().toLowerCase(Locale.ROOT));
    }
    for (NotNow.Reason reason : NotNow.Reason.values()) {
      keys.add("refused." + reason.name().toLowerCase(Locale.ROOT));
    }
    for (ResolveEvent.Outcome outcome : ResolveEvent.Outcome.values()) {
      keys.add("event." + outcome.name().toLowerCase(Locale.ROOT));
      keys.add("done." + outcome.name().toLowerCase(Locale.ROOT));
    }
    for (ReportVerdict verdict : ReportVerdict.values()) {
      keys.add("event.report." + verdict.code());
      keys.add("verdict." + verdict.code());
      keys.add("settle." + verdict.code());
    }
    for (ReportCategory reportCategory : ReportCategory.values()) {
      keys.add("category." + reportCategory.code());
    }
    for (String by : List.of("year", "kind", "subject", "author", "publisher", "title")) {
      keys.add("browse.by." + by);
      keys.add("browse.none." + by);
    }
    keys.add("browse.by.folder");
    for (String by : List.of("year", "kind", "subject")) {
      keys.add("home.all." + by);
    }
    keys.add("browse.more.year");
    keys.add("browse.more.title");
    for (BrowseIndex.Trait trait : BrowseIndex.Trait.values()) {
      keys.add("browse.only." + trait.code());
    }
    for (LinkOutcome outcome : LinkOutcome.values()) {
      keys.add("link." + outcome.code());
    }
    for (Problem.Kind kind : Problem.Kind.values()) {
      String code = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
      keys.add("problem." + code);
      keys.add("problem." + code + ".remedy");
    }
    for (ImportStep.Kind kind : ImportStep.Kind.values()) {
      String code = kind.name().toLowerCase(Locale.ROOT);
      keys.add("import.count." + code);
      if (kind != ImportStep.Kind.NOTHING) {
        keys.add("import.kind." + code);
      }
    }
    for (ImportStep.Reason reason : ImportStep.Reason.values()) {
      if (!UNSAID.contains(reason)) {
        keys.add("import.reason." + reason.code());
      }
    }
    for (UnreadableFileException.Reason reason : UnreadableFileException.Reason.values()) {
      keys.add("import.file." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    for (AccountRefusedException.Reason reason : AccountRefusedException.Reason.values()) {
      keys.add("account.refused." + reason.code());
    }
    for (Role role : Role.values()) {
      keys.add("role." + role.code());
      keys.add("role." + role.code() + ".about");
    }
    keys.addAll(List.of("turn.no", "turn.en"));
    List.of("confirmed", "sure", "doubtful").forEach(link -> keys.add("align.link." + link));
    keys.addAll(List.of("align.missing.confirmed", "align.added.confirmed"));
    Stream.of(CitationFormat.values()).forEach(each -> keys.add("cite.format." + each.code()));
    for (Side side : Side.values()) {
      keys.add("pinned.changed." + side.code());
      keys.add("pinned." + side.code() + ".kept");
      keys.add("pinned." + side.code() + ".lost");
    }
    for (Task task : Task.values()) {
      keys.add("task." + task.code());
    }
    for (Waiting.Kind kind : Waiting.Kind.values()) {
      keys.add("inbox." + kind.code());
      keys.add("work.by." + kind.code());
    }
    for (BlockKind kind : BlockKind.values()) {
      keys.add("block." + kind.code());
    }
    keys.add("work.by.approved");
    for (QaCheck check : QaCheck.values()) {
      keys.add("check." + check.code());
    }
    for (ChangeClass grade : ChangeClass.values()) {
      keys.add("change." + grade.code());
      keys.add("change.short." + grade.code());
      keys.add("help.stale." + grade.code());
    }
    keys.addAll(List.of("change.number", "change.short.number"));
    for (GlossaryContradiction.Kind kind : GlossaryContradiction.Kind.values()) {
      keys.add("glossary.contradiction." + kind.code());
    }
    for (GlossaryRefusedException.Reason reason : GlossaryRefusedException.Reason.values()) {
      keys.add("glossary.refused." + reason.code());
    }
    for (ErrorType errorType : ErrorType.TABLE) {
      keys.add("error." + errorType.code());
      keys.add("error." + errorType.code() + ".advice");
    }
    keys.add("error.method-not-allowed");
    keys.add("error.method-not-allowed.advice");
    for (String code : HelpPage.QUERIES) {
      keys.add("example." + code);
      keys.add("example." + code + ".query");
    }
    Arrays.stream(ViewMode.values())
        .map(ViewMode::norwegianFirst)
        .forEach(view -> keys.add("view." + view.code()));
    Stream.of(DocumentKind.values()).forEach(kind -> keys.add("kind." + kind.code()));
    Stream.of(Facet.values())
        .map(Facet::code)
        .filter(code -> Facet.named(code).isPresent())
        .forEach(code -> keys.add("facet." + code));
    for (Measure measure : Measure.values()) {
      keys.add("count.collocates." + measure.code());
      keys.add("count.collocates.about." + measure.code());
    }
    SpreadPage.FACETS.forEach(facet -> keys.add("count.spread.none." + facet.code()));
    FacetLinks.LANGUAGES.forEach(language -> keys.add("language." + language));
    Stream.of(By.LEFT, By.RIGHT).forEach(it -> keys.add("kwic.sort." + it.code()));
    SearchUrl.SORTS.stream()
        .forEach(it -> keys.add("search.sort." + it.name().toLowerCase(Locale.ROOT)));
    Stream.of(SearchRequest.Group.values())
        .forEach(it -> keys.add("search.group." + it.name().toLowerCase(Locale.ROOT)));
    return keys;
  }

  private static Set<String> keysAskedFor() {
    Pattern asked =
        Pattern.compile("(?:\\bt|messages|Message)\\.(?:of|counted)\\(\\s*\"([^\"]+)\"(?!\\s*\\+)");
    Set<String> keys = matches(asked);
    quotedKeys().stream().filter(key -> key.startsWith("convert.")).forEach(keys::add);
    return keys;
  }

  private static Set<String> quotedKeys() {
    return matches(WHOLE_KEY);
  }

  private static Set<String> matches(Pattern pattern) {
    return Stream.of(
            "src/main/java/no/speil/cli",
            "src/main/java/no/speil/exchange/convert",
            "src/main/java/no/speil/library/imports",
            "src/main/java/no/speil/messages",
            "src/main/java/no/speil/publish",
            "src/main/java/no/speil/web",
            "src/main/jte")
        .flatMap(MessagesTest::files)
        .flatMap(source -> pattern.matcher(source).results())
        .map(result -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> files(String folder) {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files.filter(Files::isRegularFile).toList().stream().map(MessagesTest::read);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Set<String> places(String message) {
    assertThat(new MessageFormat(message).toPattern()).isNotNull();
    Matcher place = Pattern.compile("\\{(\\d)").matcher(message);
    return place
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties bundle(String language) {
    var properties = new Properties();
    Path file =
        Path.of("src/main/resources/no/speil/messages/messages_" + language + ".properties");
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return properties;
  }
}
