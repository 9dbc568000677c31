package no.speil.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import no.speil.cli.ImportedFolder.Outcome;
import no.speil.corpus.State;
import no.speil.corpus.TextHash;
import no.speil.download.PageServer;
import no.speil.exchange.convert.KeptPage;
import no.speil.library.TestLibrary;
import no.speil.status.TrackedSection;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageImportTest {
  private static final String STATEMENT = "2015/amnesty-styret";
  private static final String WORDS =
      "<p>Dette er et avsnitt som ikke ble skrevet for noe annet enn å være der, og det er på norsk.</p>";
  private static final String ENGLISH =
      "<p>This is a paragraph that was written for the test, and it is in English, with some of its words.</p>";

  @TempDir private Path folder;
  private ImportedFolder archive;
  @AutoClose private final PageServer other = new PageServer();

  @BeforeEach
  void open() {
    archive = new ImportedFolder(folder);
  }

  @Test
  void aPageBecomesAnOriginalBelowItsYear() {
    page(
        "/tale",
        "<html lang=nb><meta property='og:site_name' content='Avisa'><meta name=author content='Kari Li'>"
            + "<meta name=date content='2015-08-24'><meta name=description content='Kort: sagt'>"
            + "<link rel=canonical href='/2015/tale'>"
            + "<nav>Meny</nav><main><h1>Tale om «språk» og skrift</h1>"
            + WORDS
            + "<p><a href='x'>Lenke</a></main>");

    Outcome outcome = run(other.at("/tale?fra=forsiden"));

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .isEqualTo(
            """
            2015/tale-om-språk-og-skrift
              archive/2015/tale-om-språk-og-skrift.warc.gz written, from %1$s
              archive/2015/tale-om-språk-og-skrift.md written, from %1$s
            2 files written.
            """
                .formatted(other.at("/tale?fra=forsiden")));
    assertThat(outcome.code()).isZero();
    assertThat(withoutAttachments("archive/2015/tale-om-språk-og-skrift.md"))
        .isEqualTo(
            """
            ---
            title: Tale om «språk» og skrift
            description: "Kort: sagt"
            language: nb
            date: 2015-08-24
            authors:
              - Kari Li
            publisher: Avisa
            source: %s
            ---

            Dette er et avsnitt som ikke ble skrevet for noe annet enn å være der, og det er på norsk.

            [Lenke](%s)
            """
                .formatted(other.at("/2015/tale"), other.at("/x")));
    assertThat(archive.check().code()).isZero();
  }

  @Test
  void thePageIsKeptAsItWasFetchedAndListedWithItsDateAndChecksum() throws IOException {
    page("/a", "<html lang=nb><title>Brev</title>" + WORDS + "<script>spor()</script>");

    assertThat(run("--id", "2015/et brev", other.at("/a")).code()).isZero();

    Path kept = archive.root().resolve("archive/2015/et brev.warc.gz");
    String sha256 = HexFormat.of().formatHex(TextHash.sha256().digest(Files.readAllBytes(kept)));
    assertThat(archive.read("archive/2015/et brev.md"))
        .containsPattern(
            "\nattachments:\n  - file: \"et brev\\.warc\\.gz\"\n    date: \\d{4}-\\d\\d-\\d\\d\n"
                + "    sha256: "
                + sha256
                + "\n---\n");
    try (InputStream in = Files.newInputStream(kept)) {
      KeptPage page = KeptPage.read(in);
      assertThat(page.address()).isEqualTo(other.at("/a"));
      assertThat(new String(page.html(), UTF_8)).contains("<script>spor()</script>");
    }
    assertThat(archive.check().out()).contains("1 document, 2 sections: 0 problems");

    Files.write(kept, new byte[] {0}, StandardOpenOption.APPEND);
    assertThat(archive.check().out())
        .contains(
            "archive/2015/et brev.md:6: The attached file et brev.warc.gz is not as it was when its"
                + " checksum was written down. Bring back the file from a backup");
    Files.delete(kept);
    assertThat(archive.check().out())
        .contains("archive/2015/et brev.md:6: The attached file et brev.warc.gz is not in the");
  }

  @Test
  void namesAndFoldersAreThoseAskedFor() {
    page("/a", "<title>En tittel</title>" + WORDS);
    assertThat(run("--into", "brev", other.at("/a")).code()).isZero();
    assertThat(run("--id", "2014/annet", other.at("/a")).code()).isZero();
    assertThat(archive.files())
        .containsExactly(
            "archive/2014/annet.md",
            "archive/2014/annet.warc.gz",
            "archive/brev/en-tittel.md",
            "archive/brev/en-tittel.warc.gz");
  }

  @Test
  void anImportNeverOverwrites() {
    page("/a", "<title>En tittel</title>" + WORDS);
    run(other.at("/a"));
    String before = archive.read("archive/en-tittel.md");
    page("/a", "<title>En tittel</title>" + WORDS + WORDS);

    Outcome again = run(other.at("/a"));

    assertThat(again.code()).isEqualTo(1);
    assertThat(again.out()).contains("archive/en-tittel.md is there already and stays as it is");
    assertThat(archive.read("archive/en-tittel.md")).isEqualTo(before);
  }

  @Test
  void aDryRunShowsTheTextAndWritesNothing() {
    page("/a", "<title>En tittel</title>" + WORDS.repeat(10));
    Outcome outcome = run("--dry-run", other.at("/a"));
    assertThat(outcome.out())
        .contains(
            "archive/en-tittel.md would be written",
            "  | title: En tittel",
            "  | Dette er et avsnitt",
            "  | … (7 more lines)");
    assertThat(archive.files()).isEmpty();
  }

  @Test
  void picturesWithinThePageComeAlong() {
    page("/a", "<title>T</title>" + WORDS + "<p><img alt=b src='data:image/png;base64,iVBORw0K'>");
    assertThat(run(other.at("/a")).code()).isZero();
    assertThat(archive.files())
        .containsExactly("archive/t.md", "archive/t.warc.gz", "archive/t/picture-1.png");
    assertThat(archive.read("archive/t.md")).contains("![b](t/picture-1.png)");
  }

  @Test
  void anEnglishPageNeedsItsOriginal() {
    page("/en", "<html lang=en><title>A title</title>" + ENGLISH);
    Outcome alone = run(other.at("/en"));
    assertThat(alone.code()).isEqualTo(1);
    assertThat(alone.out())
        .contains(
            "not imported: it is in English, and a translation needs its original: import the"
                + " Norwegian page first, then this one under its name with --id");
    assertThat(archive.files()).isEmpty();

    page("/nb", "<html lang=nb><title>En tittel</title>" + WORDS);
    run(other.at("/nb"));
    assertThat(run("--id", "en-tittel", other.at("/en")).code()).isZero();
    assertThat(archive.files())
        .containsExactly(
            "archive/en-tittel.md",
            "archive/en-tittel.warc.gz",
            "translations/en-tittel.md",
            "translations/en-tittel.warc.gz");
    assertThat(archive.read("translations/en-tittel.md"))
        .startsWith("---\ntitle: A title\nlanguage: en\nsource: " + other.at("/en"));
    assertThat(archive.check().code()).isZero();
  }

  @Test
  void anEnglishPageThatNamesItsNorwegianOneGetsAnOriginalHeldElsewhere() {
    page(
        "/en",
        "<html lang=en><link rel=alternate hreflang=nb href=/nb><title>A title</title>" + ENGLISH);
    page("/nb", "<html lang=nb><title>En tittel</title>" + WORDS);

    Outcome outcome = run(other.at("/en"));

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .contains("To fill it: import " + other.at("/nb") + " --as-original-of a-title");
    assertThat(archive.read("archive/a-title.md"))
        .isEqualTo("---\ntitle: A title\nlanguage: \"no\"\nsource: " + other.at("/nb") + "\n---\n");
    assertThat(run("--as-original-of", "a-title", other.at("/nb")).code()).isZero();
    assertThat(archive.read("archive/a-title.md")).contains("\n---\n\nDette er et avsnitt");
  }

  @Test
  void aPageOfAnotherLanguageIsRefused() {
    page("/de", "<html lang=de><title>Ein Titel</title><p>Das ist ein Absatz.");
    page("/no", "<title>Tittel</title><p>Kort.");
    assertThat(run(other.at("/de")).out())
        .contains("not imported: its language is de, and texts here are Norwegian and English");
    assertThat(run(other.at("/no")).out()).contains("not imported: nothing tells its language");
  }

  @Test
  void theOriginalOfAStatementHeldElsewhereIsFilledAndItsSectionsKeepTheirIds() throws IOException {
    var library = new TestLibrary(archive.root());
    for (String path : List.of("archive/%s.md", "translations/%s.md", "translations/%s.jsonl")) {
      library.put(path.formatted(STATEMENT), shipped(path.formatted(STATEMENT)));
    }
    library.open();
    library.mark(
        library.section(STATEMENT, "Amnesty International’s International"),
        State.TRANSLATED,
        TestLibrary.KARI);
    List<TrackedSection> before = library.sections(STATEMENT);
    library.close();
    String record = library.read("translations/" + STATEMENT + ".jsonl");
    String head = library.read("archive/" + STATEMENT + ".md");
    other.put("/uttalelse", "text/html; charset=utf-8", resource("statement.html"));

    Outcome outcome = run("--as-original-of", STATEMENT, other.at("/uttalelse"));

    assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
    assertThat(outcome.out())
        .contains("archive/2015/amnesty-styret.md written, from " + other.at("/uttalelse"))
        .contains(
            "Its source is still"
                + " http://kvinnefronten.no/pressemelding-amnestys-kvinnegruppe-melder-seg-ut/.");
    assertThat(withoutAttachments("archive/" + STATEMENT + ".md"))
        .as("the front matter stays")
        .startsWith(head.stripTrailing() + "\n\nStyret i Amnesty Norge har ikke oppfylt")
        .doesNotContain("Forsiden", "Personvern");
    library.open();
    List<TrackedSection> after = library.sections(STATEMENT);
    assertThat(states(after)).hasSize(18).containsExactlyElementsOf(states(before));
    assertThat(after)
        .as("every translation has its original")
        .extracting(
            each -> each.section().original().size() + " " + each.section().translation().size())
        .containsOnly("1 1");
    assertThat(library.section(STATEMENT, "Tone Dahl").section().translation().getFirst().text())
        .isEqualTo("Tone Dahl");
    assertThat(library.read("translations/" + STATEMENT + ".jsonl")).startsWith(record);
    library.close();

    Outcome again = run("--as-original-of", STATEMENT, other.at("/uttalelse"));
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.out())
        .contains("archive/2015/amnesty-styret.md has text already and stays as it is");
  }

  private static List<String> states(List<TrackedSection> sections) {
    return sections.stream()
        .map(each -> each.section().id() + " " + each.sectionStatus().state())
        .toList();
  }

  @Test
  void whatIsMissingInTheFrontMatterOfAFilledOriginalIsAdded() {
    put(
        "archive/a.md",
        "---\n# merknad\nkind: brev\nsource: http://localhost/gammel # sett\ndate:\n---\n");
    page(
        "/a",
        "<html lang=nb><title>En tittel</title><meta name=author content=Kari><meta name=date content=2015>"
            + WORDS);
    assertThat(run("--as-original-of", "a", other.at("/a")).code()).isZero();
    assertThat(withoutAttachments("archive/a.md"))
        .startsWith(
            """
            ---
            # merknad
            kind: brev
            source: http://localhost/gammel # sett
            date: 2015
            authors:
              - Kari
            title: En tittel
            language: nb
            ---

            Dette er et avsnitt""");
  }

  @Test
  void whatCannotBeFilledIsASentence() {
    page("/nb", "<html lang=nb><title>En tittel</title>" + WORDS);
    page("/en", "<html lang=en><title>A title</title>" + ENGLISH);
    put("archive/a.md", "---\nsource: http://x.no/\n---\n");
    put("translations/b.md", "Text.\n");
    put("archive/c.md", "+++\nsource = 'http://x.no/'\n+++\n");
    archive.put(
        "../root/archive/d.md",
        "---\ntitle: Blåbær\n---\n".getBytes(Charset.forName("windows-1252")));
    assertThat(run("--as-original-of", "a", other.at("/en")).out())
        .contains("not imported: it is in English, and an original is Norwegian");
    assertThat(run("--as-original-of", "x", other.at("/nb")).out())
        .contains("not imported: there is no document x; to make a new one, use --id x");
    assertThat(run("--as-original-of", "b", other.at("/nb")).out())
        .contains("archive/b.md written");
    assertThat(run("--as-original-of", "d", other.at("/nb")).out())
        .contains("archive/d.md is not UTF-8, or was changed just now, and stays as it is");
    assertThat(run("--as-original-of", "../a", other.at("/nb")).code()).isEqualTo(2);
    assertThat(run("--as-original-of", "a", "/file.md").code()).isEqualTo(2);
    assertThat(run("--as-original-of", "a", other.at("/nb"), other.at("/en")).code()).isEqualTo(2);
  }

  @Test
  void whatMustNotBeFetchedIsRefusedAndTheRestIsImported() {
    page("/a", "<title>En tittel</title>" + WORDS);
    other.put("/b", "application/pdf", new byte[] {1});
    other.put("/c", "text/html", new byte[20 << 20]);
    other.put("/d", "text/html", "<script>x()</script>".getBytes(UTF_8));
    other.redirect("/e", "file:///etc/passwd");
    Outcome outcome =
        run(
            other.at("/b"),
            other.at("/c"),
            other.at("/d"),
            other.at("/e"),
            "file:///etc/passwd",
            other.at("/a"));
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out().lines())
        .contains(
            "  not imported: it is no page (application/pdf); save it as a file and import that",
            "  not imported: it is larger than 5 MB, and a page for people is not",
            "  not imported: there is no text on it, as where a script writes it",
            "  not imported: it sends on to file:///etc/passwd, which is no address of the web",
            "  not imported: only addresses that begin with http:// or https:// are fetched",
            "2 files written, 5 not imported.");
  }

  @Test
  void thisMachineIsOnlyAskedWhenThatIsAllowed() {
    page("/a", "<title>En tittel</title>" + WORDS);
    Outcome outcome = archive.run(other.at("/a"));
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out()).contains("localhost is this machine or in its own network");
    assertThat(other.asked()).isEmpty();
  }

  @Test
  void aPageInAnotherEncodingIsRead() {
    byte[] bytes = ("<title>Blåbær</title>" + WORDS).getBytes(Charset.forName("windows-1252"));
    other.put("/a", "text/html; charset=ISO-8859-1", bytes);
    other.put("/b", "text/html; charset=utf-8", bytes);
    assertThat(run("--id", "a", other.at("/a")).out()).doesNotContain("UTF-8");
    assertThat(run("--id", "b", other.at("/b")).out())
        .contains("It is not UTF-8 and was read as Windows-1252; look at its letters æ, ø and å.");
    for (String path : List.of("archive/a.md", "archive/b.md")) {
      assertThat(archive.read(path)).contains("title: Blåbær", "for noe annet enn å være der");
    }
  }

  private String withoutAttachments(String path) {
    return archive.read(path).replaceFirst("attachments:\n(?:  .*\n)+", "");
  }

  private void page(String path, String html) {
    other.put(path, "text/html; charset=utf-8", html.getBytes(UTF_8));
  }

  private void put(String path, String text) {
    new TestLibrary(archive.root()).put(path, text);
  }

  private Outcome run(String... arguments) {
    var all = new ArrayList<String>(List.of("--allow-private"));
    all.addAll(List.of(arguments));
    return archive.run(all.toArray(String[]::new));
  }

  private static String shipped(String path) throws IOException {
    return Files.readString(Path.of(path));
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = PageImportTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }
}
