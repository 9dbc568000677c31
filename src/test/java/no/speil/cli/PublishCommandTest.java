package no.speil.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import no.speil.archive.SmallDisk;
import no.speil.corpus.State;
import no.speil.library.TestLibrary;
import no.speil.web.TestServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishCommandTest {
  private static final String URL = "https://brev.example.org";

  @TempDir static Path folder;
  private static Path root;
  private static Path site;
  private static String section;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeAll
  static void publish() {
    root = folder.resolve("letters");
    site = folder.resolve("site");
    TestServer.copyFiles("letters", root);
    try (var library =
        new TestLibrary(root)
            .put("archive/speil.yaml", "name: Brevene\nrights: CC BY 4.0\nurl: " + URL + "\n")
            .put("archive/lukket.md", "---\naccess: signed-in\n---\n\n# Lukket\n\nFløyelsgraset.\n")
            .put("archive/2015/10% mål?.md", "# Mål\n\nMålet er ti prosent.\n")) {
      library.open();
      section = library.section("2015/brev", "Styret").id().value();
      library.mark(library.section("2015/brev", "Styret"), State.TRANSLATED, TestLibrary.KARI);
    }
    var test = new PublishCommandTest();
    assertThat(test.run("publish", "--root", root, site)).as(test.err()).isZero();
  }

  @Test
  void everyLinkLeadsToAFile() throws IOException {
    List<Path> pages = files(site).filter(file -> file.toString().endsWith(".html")).toList();
    assertThat(pages).hasSizeGreaterThan(100);
    for (Path page : pages) {
      for (Element element : read(page).select("[href], [src], [action]")) {
        for (String name : List.of("href", "src", "action")) {
          String link = element.attr(name).replaceFirst("[?#].*", "");
          if (!link.isEmpty() && !link.matches("(https?|mailto):.*")) {
            assertThat(page.resolveSibling(URLDecoder.decode(link, UTF_8)).normalize())
                .as("%s in %s", link, page)
                .isRegularFile()
                .startsWith(site);
          }
        }
      }
    }
  }

  @Test
  void pagesAreThereInBothLanguages() throws IOException {
    Document english = read(site.resolve("d/2015/brev/index.html"));
    Document norwegian = read(site.resolve("nb/d/2015/brev/index.html"));
    assertThat(english.select("html").attr("lang")).isEqualTo("en");
    assertThat(norwegian.select("html").attr("lang")).isEqualTo("nb");
    assertThat(english.select("nav a[hreflang=nb]").attr("href"))
        .isEqualTo("../../../nb/d/2015/brev/index.html");
    assertThat(english.select("nav.views a[href$=html]").eachAttr("href"))
        .containsExactly("index.html", "view=lines.html", "view=no.html", "view=en.html");
    assertThat(read(site.resolve("nb/index.html")).text()).contains("Brevene");
  }

  @Test
  void aSectionKeepsItsAddressAndIsCitedInItsVersion() throws IOException {
    Document page = read(site.resolve("s/" + section + "/index.html"));
    assertThat(page.select(".row").text()).contains("Styret må gå.", "The board must go.");
    assertThat(page.select("#citation").text()).contains(URL + "/s/" + section + "?v=");
    assertThat(page.text()).contains("kari");
  }

  @Test
  void textsRecordsAndPicturesLieThereAsInTheArchive() throws IOException {
    for (String file :
        List.of(
            "archive/2015/brev.md",
            "archive/æøå/Ærlig talt.md",
            "archive/2015/merke.png",
            "archive/speil.yaml",
            "translations/2015/brev.md",
            "translations/2015/brev.jsonl")) {
      assertThat(site.resolve(file)).hasSameBinaryContentAs(root.resolve(file));
    }
    assertThat(site.resolve("export/2015/brev.epub")).isNotEmptyFile();
    assertThat(site.resolve("export/2015/brev.tei.xml")).content().contains("<TEI");
    assertThat(site.resolve("cite/2015/brev.bib")).content().contains("@");
    assertThat(site.resolve("sitemap.xml")).content().contains(URL + "/sitemap-1.xml");
    assertThat(site.resolve("sitemap-1.xml")).content().contains(URL + "/d/2015/brev");
  }

  @Test
  void whatNotEverybodyMayReadIsNowhere() throws IOException {
    assertThat(files(site).map(Path::toString)).noneMatch(file -> file.contains("lukket"));
    for (Path file : files(site).filter(each -> !each.toString().endsWith(".png")).toList()) {
      assertThat(Files.readAllBytes(file))
          .asString(UTF_8)
          .doesNotContainIgnoringCase("fløyelsgras");
    }
  }

  @Test
  void whatOnlyAServerCanDoIsGoneOrLeadsToOne() throws IOException {
    Document page = read(site.resolve("d/2015/brev/index.html"));
    assertThat(page.select("form").eachAttr("action")).containsOnly("../../../search/index.html");
    for (String script : page.select("script[src]").eachAttr("src")) {
      assertThat(site.resolve("d/2015/brev").resolve(script)).content().doesNotContain("fetch(");
    }
    assertThat(page.select("a[href=" + URL + "/activity]")).isNotEmpty();
    assertThat(read(site.resolve("word/brev/in=no.html")).select("h1").text()).contains("brev");
  }

  @Test
  void belowAPathOfAHostTheSiteIsTheSame() throws IOException {
    Path below = folder.resolve("below");
    assertThat(run("publish", "--root", root, "--url", "https://example.org/arkiv", below))
        .isZero();
    assertThat(contents(below).keySet()).isEqualTo(contents(site).keySet());
    Document page = read(below.resolve("d/2015/brev/index.html"));
    assertThat(page.select("form").eachAttr("action")).containsOnly("../../../search/index.html");
    assertThat(page.select("a[href=https://example.org/arkiv/activity]")).isNotEmpty();
  }

  @Test
  void theSameArchiveIsWrittenAlikeAndNothingTwice() throws IOException {
    Path other = folder.resolve("other");
    assertThat(run("publish", "--root", root, other)).isZero();
    assertThat(contents(other)).isEqualTo(contents(site));
    assertThat(run("publish", "--root", root, other)).isZero();
    assertThat(out()).contains("\n0 files");
    assertThat(contents(other)).isEqualTo(contents(site));
  }

  @Test
  void afterAnUpdateOfTheProgramThePagesOfSectionsAreMadeAnewToo() throws IOException {
    Path older = folder.resolve("older");
    assertThat(run("publish", "--root", root, older)).isZero();
    Path inputs = older.resolve(".inputs");
    Files.writeString(inputs, "0.1 " + Files.readString(inputs)); // begins with the version
    String section =
        contents(older).keySet().stream().filter(each -> each.startsWith("s/")).findFirst().get();
    Files.writeString(older.resolve(section), "as an older version has shown it");
    assertThat(run("publish", "--root", root, older)).isZero();
    assertThat(contents(older)).isEqualTo(contents(site));
  }

  @Test
  void onlyWhatHasChangedIsWrittenAndWhatIsGoneIsRemoved() throws IOException {
    Path mine = folder.resolve("mine");
    Path changing = folder.resolve("changing");
    TestServer.copyFiles("letters", mine);
    try (var library = new TestLibrary(mine)) {
      library.open();
    }
    assertThat(run("publish", "--root", mine, changing)).isZero();
    Map<String, String> before = contents(changing);
    try (var library = new TestLibrary(mine)) {
      library.open();
      library.mark(library.section("2015/brev", "Styret"), State.TRANSLATED, TestLibrary.KARI);
    }
    assertThat(run("publish", "--root", mine, changing)).isZero();
    Map<String, String> marked = contents(changing);
    var changed = new TreeMap<>(marked);
    changed.entrySet().removeAll(before.entrySet());
    assertThat(changed.keySet())
        .contains(
            "d/2015/brev/index.html", "nb/progress/index.html", "translations/2015/brev.jsonl")
        .filteredOn(file -> file.matches("(nb/)?d/.*"))
        .allMatch(file -> file.contains("d/2015/brev/"));

    new TestLibrary(mine)
        .delete("archive/2015/vedtak.md")
        .put("archive/2015/a-foran.md", "# Foran\n\nEn tekst før de andre.\n")
        .put("archive/2015/merke.png", "another picture");
    Path letter = mine.resolve("archive/2015/kilde.md");
    Files.writeString(letter, Files.readString(letter).replaceFirst("title: .*", "title: Kilden"));
    try (var library = new TestLibrary(mine)) {
      library.open();
    }
    assertThat(run("publish", "--root", mine, changing)).isZero();
    Path anew = folder.resolve("anew");
    assertThat(run("publish", "--root", mine, anew)).isZero();
    assertThat(contents(changing)).isEqualTo(contents(anew));
    assertThat(changing.resolve("d/2015/vedtak")).doesNotExist();
    assertThat(read(changing.resolve("d/2015/brev/index.html")).text()).contains("Foran");
  }

  @Test
  void aTitleInOneLanguageIsNewOnThePagesOfWordsInThatLanguage() throws IOException {
    Path mine = folder.resolve("titles");
    TestServer.copyFiles("letters", mine);
    try (var library = new TestLibrary(mine)) {
      library.open();
    }
    Path changing = folder.resolve("changing-titles");
    assertThat(run("publish", "--root", mine, changing)).isZero();
    Path letter = mine.resolve("archive/2015/brev.md");
    Files.writeString(letter, Files.readString(letter).replaceFirst("title: .*", "title: Brevet"));
    assertThat(run("publish", "--root", mine, changing)).isZero();
    Path anew = folder.resolve("anew-titles");
    assertThat(run("publish", "--root", mine, anew)).isZero();
    assertThat(contents(changing)).isEqualTo(contents(anew));
  }

  @Test
  void aFolderThatHoldsSomethingElseIsLeftAlone() throws IOException {
    Path mine = Files.createDirectory(folder.resolve("photographs"));
    Files.writeString(mine.resolve("cat.jpg"), "x");
    assertThat(run("publish", "--root", root, mine)).isEqualTo(2);
    assertThat(err()).contains(mine + " holds something else");
    assertThat(run("publish", "--root", root, root.resolve("site"))).isEqualTo(2);
    assertThat(run("publish", "--root", root, folder)).isEqualTo(2);
    assertThat(err()).contains("is not apart from the archive");
    assertThat(contents(mine)).containsOnlyKeys("cat.jpg");
  }

  @Test
  void anAddressThatIsNoneOfASiteIsRefused() {
    for (String url :
        List.of("brev", "ftp://example.org", "https://example.org/?q=1", "https://")) {
      assertThat(run("publish", "--root", root, "--url", url, folder.resolve("new"))).isEqualTo(2);
      assertThat(err()).contains("'--url'").doesNotContain("\tat ");
    }
    assertThat(folder.resolve("new")).doesNotExist();
  }

  @Test
  void whatAKilledCommandHasLeftIsNotInTheWay() throws IOException {
    Path left = folder.resolve("left");
    Path leftBag = folder.resolve("left-bag");
    for (Path place : List.of(left, leftBag.resolve("data"))) {
      Files.createDirectories(place.resolve(".new/d"));
      Files.writeString(place.resolve(".new/d/half.html"), "x");
      Files.createFile(place.resolve(".new.lock"));
    }
    assertThat(run("publish", "--root", root, left)).isZero();
    assertThat(contents(left)).isEqualTo(contents(site));
    assertThat(run("publish", "--root", root, "--bag", leftBag)).isZero();
  }

  @Test
  void twoDoNotWriteToOneFolder() throws IOException {
    Path one = Files.createDirectory(folder.resolve("one"));
    Path file = one.resolve(".new.lock");
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      assertThat(channel.tryLock()).isNotNull();
      assertThat(run("publish", "--root", root, one)).isEqualTo(1);
    }
    assertThat(err()).contains("writing " + one + ": another process is writing there");
    assertThat(run("publish", "--root", root, one)).isZero();
  }

  @Test
  void aFullDiskIsTold() throws IOException {
    Path small = folder.resolve("small");
    try (SmallDisk disk = SmallDisk.mount(small)) {
      disk.fill();
      disk.free();
      assertThat(run("publish", "--root", root, small)).isEqualTo(1);
      assertThat(err()).contains("writing " + small, "No space left on device");
      assertThat(contents(small)).isEmpty();
    }
  }

  @Test
  void aBagHasTheChecksumsOfAllItsFiles() throws Exception {
    Path bag = folder.resolve("bag");
    assertThat(run("publish", "--root", root, "--bag", bag)).isZero();
    assertThat(bag.resolve("bagit.txt"))
        .hasContent("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    assertThat(contents(bag.resolve("data"))).isEqualTo(contents(site));
    for (String manifest : List.of("manifest-sha512.txt", "tagmanifest-sha512.txt")) {
      String plain = Files.readString(bag.resolve(manifest)).replace("%25", "%"); // RFC 8493, 2.1.3
      Path sums = Files.writeString(folder.resolve(manifest), plain);
      Process judge =
          new ProcessBuilder("sha512sum", "--check", "--strict", "--quiet", sums.toString())
              .directory(bag.toFile())
              .inheritIO()
              .start();
      assertThat(judge.waitFor()).as(manifest).isZero();
    }
    long bytes = 0;
    List<Path> payload = files(bag.resolve("data")).toList();
    for (Path file : payload) {
      bytes += Files.size(file);
    }
    assertThat(bag.resolve("bag-info.txt"))
        .content()
        .contains("Payload-Oxum: " + bytes + "." + payload.size() + "\n");
    assertThat(bag.resolve("manifest-sha512.txt")).content().hasLineCount(payload.size());
    assertThat(run("publish", "--root", root, "--bag", bag)).isZero();
    assertThat(out()).contains("\n0 files");
  }

  @Test
  void everybodyMayDownloadEverything() throws IOException {
    Path mine = folder.resolve("offering");
    TestServer.copyFiles("letters", mine);
    Path place = folder.resolve("offered");
    try (var server = TestServer.again(mine)) {
      assertThat(server.get("/copy.zip").statusCode()).isEqualTo(404);
      assertThat(Jsoup.parse(server.get("/home").body()).select("footer a[href=/copy.zip]"))
          .isEmpty();
      assertThat(run("publish", "--root", mine, "--zip", place)).as(err()).isZero();
      assertThat(Jsoup.parse(server.get("/home").body()).select("footer a[href=/copy.zip]").text())
          .isEqualTo("Download everything (ZIP)");
      HttpResponse<byte[]> answer = server.bytes("/copy.zip");
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
      var packed = new TreeMap<String, String>();
      try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          var checksum = new CRC32();
          byte[] bytes = zip.readAllBytes();
          checksum.update(bytes);
          packed.put(entry.getName(), bytes.length + " " + checksum.getValue());
        }
      }
      assertThat(packed).isEqualTo(contents(place));
      assertThat(run("publish", "--root", mine, "--zip", place)).isZero();
      assertThat(out()).contains("\n0 files");
      assertThat(server.bytes("/copy.zip").body()).isEqualTo(answer.body());
    }
  }

  @Test
  void repositoriesAreToldWhatEveryTextIs() throws IOException {
    JsonNode crate = new ObjectMapper().readTree(site.resolve("ro-crate-metadata.json").toFile());
    var entities = new TreeMap<String, JsonNode>();
    crate.path("@graph").forEach(entity -> entities.put(entity.path("@id").asText(), entity));
    assertThat(crate.path("@context").asText()).isEqualTo("https://w3id.org/ro/crate/1.2/context");
    JsonNode dataset = entities.get("./");
    assertThat(dataset.path("name").asText()).isEqualTo("Brevene");
    for (String demanded : List.of("description", "datePublished", "license")) {
      assertThat(dataset.path(demanded).isMissingNode()).as(demanded).isFalse();
    }
    assertThat(dataset.at("/license/@id").asText())
        .isEqualTo("https://creativecommons.org/licenses/by/4.0/");
    for (JsonNode part : dataset.path("hasPart")) {
      String id = part.path("@id").asText();
      assertThat(site.resolve(URLDecoder.decode(id, UTF_8))).isRegularFile();
      assertThat(entities.get(id).path("@type").asText()).isEqualTo("File");
    }
    JsonNode translation = entities.get("translations/2015/brev.md");
    assertThat(translation.at("/translationOfWork/@id").asText()).isEqualTo("archive/2015/brev.md");
    assertThat(translation.path("inLanguage").asText()).isEqualTo("en");
    assertThat(entities.get("#Kvinnegruppa").path("@type").asText()).isIn("Organization", "Person");
    crate
        .findValues("author")
        .forEach(
            authors ->
                authors.forEach(
                    author -> assertThat(entities).containsKey(author.path("@id").asText())));
  }

  private static Document read(Path page) throws IOException {
    return Jsoup.parse(page, "UTF-8");
  }

  private static Stream<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList().stream();
    }
  }

  /** The checksum of each file, by its path. */
  private static Map<String, String> contents(Path folder) throws IOException {
    var contents = new TreeMap<String, String>();
    for (Path file : files(folder).toList()) {
      var checksum = new CRC32();
      checksum.update(Files.readAllBytes(file));
      contents.put(
          folder.relativize(file).toString(), Files.size(file) + " " + checksum.getValue());
    }
    return contents;
  }

  private int run(Object... arguments) {
    out.reset();
    err.reset();
    String[] words = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
    return SpeilCommand.run(
        words, Map.of(), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
  }

  private String out() {
    return "\n" + out.toString(UTF_8);
  }

  private String err() {
    return err.toString(UTF_8);
  }
}
