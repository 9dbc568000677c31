package no.speil.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static no.speil.cli.ImportedFolder.PNG;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.speil.cli.ImportedFolder.Outcome;
import no.speil.corpus.DocumentId;
import no.speil.library.Library;
import no.speil.library.TestLibrary;
import no.speil.markdown.render.LinkResolver;
import no.speil.messages.Messages;
import no.speil.web.page.DocumentLinkResolver;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code import} of sites made with Hugo and Jekyll, as their keepers have them. */
class SiteImportTest {
  private static final Path PRESERVATION = Path.of("../shared/corpora/nb-preservation");

  @TempDir private Path folder;
  private ImportedFolder site;

  @BeforeEach
  void make() {
    site = new ImportedFolder(folder);
  }

  private void makeHugo() {
    site.put("hugo.toml", "baseURL = 'https://bevaring.example.org/'\n[languages.nb]\nweight = 1\n")
        .put("layouts/index.html", "<html>{{ .Content }}</html>")
        .put("themes/x/README.md", "The theme of the site and nothing else of it.\n")
        .put("static/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
        .put("content/_index.nb.md", "---\ntitle: Bevaring\n---\nVelkommen til oss.\n")
        .put("content/_index.en.md", "---\ntitle: Preservation\n---\nWelcome to us.\n")
        .put(
            "content/blogg/strategi/index.nb.md",
            """
            +++
            title = "Strategi: hva vi gjør"
            date = 2024-02-20T09:00:00+01:00
            authors = ["Nordmann, Kari"]
            description = "Om strategien."
            tags = ["bevaring", "strategi"]
            weight = 3
            aliases = ["/gammel/strategi/"]
            [menu.main]
            name = "Strategi"
            +++

            {{< note >}}
            Se [om oss]({{< relref "om" >}}), [kort om oss](../../om.nb.md#hvem) og {{% ref "om.md" %}}.
            {{< /note >}}

            ![Kart](kart.png "Et kart") og ![](/logo.svg)

              Innrykk  og   mellomrom står.\t
            """)
        .put(
            "content/blogg/strategi/index.en.md",
            """
            ---
            title: "Strategy: what we do"
            date: 2024-02-20
            author: Nordmann, Kari
            tags: [preservation, strategy]
            ---
            See [about us](../../om.en.md) and ![Map](kart.png).
            """)
        .put("content/blogg/strategi/kart.png", PNG)
        .put("content/om.nb.md", "---\ntitle: Om oss\n---\n\n## Hvem {#hvem}\n\nDet er oss.\n")
        .put("content/om.en.md", "---\ntitle: About us\n---\n\n## Who {#who}\n\nIt is us.\n");
  }

  @Test
  void hugoSiteBecomesDocuments() {
    makeHugo();

    Outcome outcome = site.run("/");

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    assertThat(site.files())
        .containsExactly(
            "archive/blogg/strategi.md",
            "archive/blogg/strategi/kart.png",
            "archive/home.md",
            "archive/logo.svg",
            "archive/om.md",
            "translations/blogg/strategi.md",
            "translations/home.md",
            "translations/om.md");
    assertThat(site.read("archive/blogg/strategi.md"))
        .isEqualTo(
            """
            ---
            title: "Strategi: hva vi gjør"
            description: Om strategien.
            language: nb
            date: 2024-02-20
            authors:
              - Nordmann, Kari
            aliases:
              - gammel/strategi
            tags:
              - bevaring
              - strategi
            subjects:
              - preservation
              - strategy
            ---

            {{< note >}}
            Se [om oss]({{< relref "om" >}}), [kort om oss](../om.md#hvem) og {{% ref "om.md" %}}.
            {{< /note >}}

            ![Kart](kart.png "Et kart") og ![](/logo.svg)

              Innrykk  og   mellomrom står.\t
            """);
    assertThat(site.read("translations/blogg/strategi.md"))
        .contains("title: \"Strategy: what we do\"\nlanguage: en\n", "  - Nordmann, Kari\n")
        .endsWith("---\nSee [about us](../om.md) and ![Map](kart.png).\n");
    assertThat(outcome.out()).endsWith("8 files written.\n").doesNotContain("layouts", "themes");
  }

  @Test
  void textsOutsideTheContentOfASiteAreTold() {
    makeHugo();
    site.put("assets/lister/arkiv.nb.md", "Arkiv.\n").put("static/doc/rapport.pdf", "%PDF-1.4\n");
    Outcome outcome = site.run("/");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("Outside content/ these were not read: 1 .md, 1 .pdf. ");
  }

  @Test
  void importedSiteHasNoProblems() {
    makeHugo();
    site.run("/");

    assertThat(site.check().out()).contains("3 documents, ", ": 0 problems, ");
  }

  @Test
  void linksAndPicturesOfAnImportedSiteLeadWhereTheyDid() {
    makeHugo();
    site.run("/");

    try (var served = new TestLibrary(site.root())) {
      Library library = served.open();
      var strategy = new DocumentId("blogg/strategi");
      LinkResolver original =
          new DocumentLinkResolver(Messages.ENGLISH, library, strategy, "archive");
      LinkResolver translation =
          new DocumentLinkResolver(Messages.ENGLISH, library, strategy, "translations");

      assertThat(original.resolve("kart.png", true))
          .isEqualTo(translation.resolve("kart.png", true))
          .isEqualTo("/files/archive/blogg/strategi/kart.png");
      assertThat(original.resolve("/logo.svg", true)).isEqualTo("/files/archive/logo.svg");
      assertThat(original.resolve("../om.md#hvem", false)).isEqualTo("/d/om#hvem");
      assertThat(original.resolvePath("om")).isEqualTo("/d/om");
    }
  }

  @Test
  void languagesAreToldByFoldersAsWell() {
    site.put("config.yaml", "title: x\n")
        .put("content/no/brev.md", "---\ntitle: Et brev\n---\n\nSe [om](om.md).\n")
        .put("content/no/om.md", "Om oss.\n")
        .put("content/en/brev.md", "---\ntitle: A letter\n---\n\nSee [about](om.md).\n")
        .put("content/nn/sak.md", "Ei sak.\n")
        .put("content/en/sak.md", "A case.\n");

    assertThat(site.run("/").code()).isZero();
    assertThat(site.files())
        .containsExactly(
            "archive/brev.md",
            "archive/om.md",
            "archive/sak.md",
            "translations/brev.md",
            "translations/sak.md");
    assertThat(site.read("archive/brev.md"))
        .isEqualTo("---\ntitle: Et brev\nlanguage: \"no\"\n---\n\nSe [om](om.md).\n");
    assertThat(site.read("archive/sak.md")).startsWith("---\nlanguage: nn\n---\n");
    assertThat(site.check().out()).contains("3 documents, ", ": 0 problems, ");
  }

  @Test
  void languageInTheFrontMatterCountsMoreThanThePath() {
    site.put("a.en.md", "---\nlanguage: nb\n---\nDette er på norsk.\n");

    site.run("/");

    assertThat(site.files()).containsExactly("archive/a.md");
    assertThat(site.read("archive/a.md")).contains("language: nb");
  }

  @Test
  void jekyllPostsArePairedByTheirKey() {
    site.put("_config.yml", "title: x\n")
        .put("_layouts/post.md", "Not a text and not to be read.\n")
        .put(
            "_posts/2015-08-24-styret-maa-gaa.md",
            """
            ---
            layout: post
            title: Styret må gå
            lang: nb
            ref: board
            ---
            Se {% link om.md %} og [brevet]({% post_url 2015-08-20-brev %}).
            {% include note.html %}
            """)
        .put(
            "_posts/2015-08-24-board.md",
            "---\ntitle: The board must go\nlang: en\nref: board\n---\nSee {{ site.url }}/x.\n")
        .put("_posts/nb/2015-09-01-svar.md", "---\ntitle: Svar\n---\nHer er et svar.\n")
        .put("_posts/en/2015-09-01-svar.md", "---\ntitle: Answer\n---\nHere is an answer.\n");

    assertThat(site.run("/").code()).isZero();
    assertThat(site.files())
        .containsExactly(
            "archive/posts/2015-08-24-styret-maa-gaa.md",
            "archive/posts/2015-09-01-svar.md",
            "translations/posts/2015-08-24-styret-maa-gaa.md",
            "translations/posts/2015-09-01-svar.md");
    assertThat(site.read("archive/posts/2015-08-24-styret-maa-gaa.md"))
        .isEqualTo(
            """
            ---
            title: Styret må gå
            language: nb
            date: 2015-08-24
            ---
            Se {% link om.md %} og [brevet]({% post_url 2015-08-20-brev %}).
            {% include note.html %}
            """);
    assertThat(site.check().out())
        .contains(
            "styret-maa-gaa.md:6: The link to {% post_url 2015-08-20-brev %} leads to no text and"
                + " no picture of this archive. Correct the address",
            "2 documents, ", ": 1 problem, ");
  }

  @Test
  void brokenFrontMatterIsReadAsFarAsItGoesAndTold() {
    site.put("a.nb.md", "+++\ntitle = \"En tittel\"\ndate = \ndraft = true\n+++\nTekst om noe.\n")
        .put("b.nb.md", "---\ntitle: En: tittel\nauthors: [Kari\ndate: 2015-08-24\n---\nTekst.\n")
        .put("c.nb.md", "+++\ntitle = 'C'\n\nIngen slutt på dette.\n")
        .put("d.nb.md", "---\ntitle: D\ndate: i fjor\nparams:\n  a: b\n---\nTekst.\n");

    Outcome outcome = site.run("/");

    assertThat(outcome.code()).isZero();
    assertThat(site.read("archive/a.md")).startsWith("---\ntitle: En tittel\nlanguage: nb\n---\n");
    assertThat(site.read("archive/b.md"))
        .startsWith("---\ntitle: \"En: tittel\"\nlanguage: nb\ndate: 2015-08-24\n---\n");
    assertThat(site.read("archive/c.md")).endsWith("+++\ntitle = 'C'\n\nIngen slutt på dette.\n");
    assertThat(outcome.out())
        .contains("a.nb.md: Its front matter is broken TOML, in line 3: ")
        .contains("a.nb.md: It is marked as a draft.")
        .contains("b.nb.md: Its front matter is broken YAML, in line 2: ")
        .contains("c.nb.md: Its front matter has no closing line +++, and is taken as text.")
        .contains("d.nb.md: Its date is not understood and left out: i fjor.")
        .contains("d.nb.md: Of its front matter this is left out: params.");
  }

  @Test
  void bodiesOfARealSiteStayAsTheyAreToTheByte() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(PRESERVATION), "no " + PRESERVATION);
    Map<String, String> bodies = new TreeMap<>();
    for (var side : Map.of("archive", ".nb.md", "translations", ".en.md").entrySet()) {
      Path texts = PRESERVATION.resolve(side.getKey());
      try (Stream<Path> files = Files.walk(texts)) {
        for (Path file : files.filter(each -> each.toString().endsWith(".md")).toList()) {
          byte[] bytes = Files.readAllBytes(file);
          String path = texts.relativize(file).toString();
          site.put(path.replaceFirst("\\.md$", side.getValue()), bytes);
          bodies.put(side.getKey() + "/" + path, body(new String(bytes, UTF_8)));
        }
      }
    }

    assertThat(site.run("/").code()).isZero();

    assertThat(site.files()).isEqualTo(List.copyOf(bodies.keySet()));
    bodies.forEach((path, body) -> assertThat(body(site.read(path))).as(path).isEqualTo(body));
    String checked = site.check().out();
    assertThat(checked).contains("53 documents, ");
    assertThat(
            checked
                .lines()
                .filter(line -> line.matches("(archive|translations)/\\S+:\\d+: (?!check ).*")))
        .allMatch(line -> line.contains("leads to no text and no picture of this archive"))
        .hasSizeBetween(20, 80);
  }

  private static String body(String text) {
    Matcher head = Pattern.compile("---\\n.*?\\n---\\n", Pattern.DOTALL).matcher(text);
    return head.lookingAt() ? text.substring(head.end()) : text;
  }
}
