package no.speil.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import no.speil.corpus.ArchiveProfile;
import no.speil.corpus.Color;
import no.speil.corpus.LocalizedText;
import no.speil.corpus.Problem;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an archive says of itself in {@code archive/speil.yaml}. */
class ProfileFileTest {
  @TempDir private Path folder;
  private Path root;
  @AutoClose private Archive archive;

  @BeforeEach
  void open() throws IOException {
    root = folder.resolve("Norske stemmer");
    Files.createDirectories(root.resolve("archive/om"));
    Files.writeString(root.resolve("archive/om/arkivet.md"), "Om arkivet.\n");
    archive = Archive.open(root, Clock.systemUTC());
  }

  @Test
  void anArchiveThatSaysNothingIsCalledAfterItsFolder() throws IOException {
    assertThat(archive.profile()).isEqualTo(ArchiveProfile.named("Norske stemmer"));
    write("description: Brev\n");
    assertThat(archive.profile().name().in("nb")).isEqualTo("Norske stemmer");
    assertThat(archive.profile().description().in("en")).isEqualTo("Brev");
    assertThat(problems()).isEmpty();
  }

  @Test
  void everythingIsReadInBothLanguages() throws IOException {
    write(
        """
        # Om oss
        name:
          nb: Norske stemmer
          en: Norwegian Voices
        description: {nn: "Brev: gamle og nye", en: Letters}
        about: om/arkivet
        publisher: Kvinnefronten
        contact: post@example.org
        rights: CC BY 4.0
        url: https://example.org/arkiv
        examples: [stemmerett, '"human rights"']
        logo: om/logo.svg
        icon: om/logo.svg
        picture: om/logo.svg
        picture-caption: {nb: Lesesalen, en: The reading room}
        color: "#7a1f3d"
        """);
    Files.writeString(
        root.resolve("archive/om/logo.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
    assertThat(archive.profile())
        .isEqualTo(
            new ArchiveProfile(
                new LocalizedText(Map.of("nb", "Norske stemmer", "en", "Norwegian Voices")),
                new LocalizedText(Map.of("nn", "Brev: gamle og nye", "en", "Letters")),
                "om/arkivet",
                List.of("stemmerett", "\"human rights\""),
                new ArchiveProfile.Imprint(
                    LocalizedText.of("Kvinnefronten"),
                    "mailto:post@example.org",
                    LocalizedText.of("CC BY 4.0"),
                    "https://example.org/arkiv"),
                new ArchiveProfile.Branding(
                    "om/logo.svg",
                    "om/logo.svg",
                    "om/logo.svg",
                    new LocalizedText(Map.of("nb", "Lesesalen", "en", "The reading room")),
                    new Color(0x7a, 0x1f, 0x3d)),
                Map.of()));
    assertThat(archive.profile().description().in("nb")).isEqualTo("Brev: gamle og nye");
    assertThat(archive.profile().description().tag("nb")).isEqualTo("nn");
    assertThat(problems()).isEmpty();
  }

  @Test
  void aChangeIsSeenAtOnceAndSoIsItsEnd() throws IOException {
    write("name: Først\n");
    assertThat(archive.profile().name().in("en")).isEqualTo("Først");
    write("name: Siden\n");
    assertThat(archive.profile().name().in("en")).isEqualTo("Siden");
    Files.delete(root.resolve("archive/speil.yaml"));
    assertThat(archive.profile().name().in("en")).isEqualTo("Norske stemmer");
  }

  @Test
  void whatCannotBeUsedIsAProblemOfItsLineAndTheRestIsUsed() throws IOException {
    write(
        """
        name: [Ett, To]
        description:
          nb: Brev
          de: Briefe
          en: {a: b}
        about: om/borte
        contact: ring oss
        url: ftp://example.org/
        rights: %s
        publisher: Forlaget
        publisher: Et annet
        """
            .formatted("x".repeat(1001)));
    ArchiveProfile profile = archive.profile();
    assertThat(profile.name().in("nb")).isEqualTo("Norske stemmer");
    assertThat(profile.description()).isEqualTo(new LocalizedText(Map.of("nb", "Brev")));
    assertThat(profile.imprint())
        .isEqualTo(
            new ArchiveProfile.Imprint(LocalizedText.of("Forlaget"), "", LocalizedText.NONE, ""));
    assertThat(problems())
        .containsExactlyInAnyOrder(
            problem(1, Problem.Kind.PROFILE_NO_TEXT, "name"),
            problem(4, Problem.Kind.PROFILE_LANGUAGE, "description", "de"),
            problem(5, Problem.Kind.PROFILE_NO_TEXT, "description: en"),
            problem(6, Problem.Kind.PROFILE_NO_DOCUMENT, "om/borte"),
            problem(7, Problem.Kind.PROFILE_NO_ADDRESS, "contact", "ring oss"),
            problem(8, Problem.Kind.PROFILE_NO_ADDRESS, "url", "ftp://example.org/"),
            problem(9, Problem.Kind.PROFILE_TOO_LONG, "rights", "1000"),
            problem(11, Problem.Kind.KEY_TWICE, "publisher"));
  }

  @Test
  void wrongYamlIsAProblemOfItsLineAndTheRestIsUsed() throws IOException {
    write("name: Stemmer\nrights: CC: alt\nurl: https://example.org\n");
    assertThat(archive.profile().name().in("nb")).isEqualTo("Stemmer");
    assertThat(archive.profile().imprint().url()).isEqualTo("https://example.org");
    assertThat(archive.profile().imprint().rights().in("nb")).isEqualTo("CC: alt");
    assertThat(problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(Problem.Kind.PROFILE_INVALID);
              assertThat(problem.file()).isEqualTo("archive/speil.yaml");
              assertThat(problem.line()).isEqualTo(2);
            });
    write("bare tekst\n");
    assertThat(problems()).containsExactly(problem(1, Problem.Kind.PROFILE_WITHOUT_KEYS));
    write("name: x\n".repeat(9000));
    assertThat(problems()).containsExactly(problem(1, Problem.Kind.PROFILE_FILE_TOO_LONG));
    write("---\nname: Mellom streker\n---\n");
    assertThat(archive.profile().name().in("nb")).isEqualTo("Mellom streker");
    assertThat(problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "https:nowhere",
        "https://user@example.org/",
        "mailto:a@b.no?cc=c@d.no",
        "//example.org"
      })
  void anAddressOfNoOtherKindIsLinkedTo(String address) throws IOException {
    write("contact: \"" + address + "\"\nurl: \"" + address + "\"\n");
    assertThat(archive.profile().imprint().contact()).isEmpty();
    assertThat(archive.profile().imprint().url()).isEmpty();
    assertThat(problems())
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.PROFILE_NO_ADDRESS, Problem.Kind.PROFILE_NO_ADDRESS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://example.org/?arkiv", "https://example.org/#arkiv"})
  void noAddressBeginsWithOneThatHasAQuery(String address) throws IOException {
    write("url: \"" + address + "\"\n");
    assertThat(archive.profile().imprint().url()).isEmpty();
    assertThat(problems()).containsExactly(problem(1, Problem.Kind.PROFILE_NO_BASE, address));
  }

  @Test
  void aKeyThatNothingReadsIsTold() throws IOException {
    write("name: Stemmer\nnmae: Stemmer\n");
    assertThat(problems()).containsExactly(problem(2, Problem.Kind.PROFILE_UNKNOWN_KEY, "nmae"));
  }

  @Test
  void aColourInWhichWordsAreHardToReadIsToldWithItsContrast() throws IOException {
    write("color: '#f2c94c'\n");
    assertThat(archive.profile().branding().color()).isNull();
    assertThat(problems())
        .containsExactly(problem(1, Problem.Kind.PROFILE_PALE_COLOR, "#f2c94c", "1.4"));
    write("color: 0E536F\n");
    assertThat(archive.profile().branding().color()).hasToString("#0e536f");
    assertThat(problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"red", "#7a1f3d", "'#7a1'", "[1, 2]", "'#7a1f3d; } body { display: none'"})
  void whatIsNoColourIsToldAlsoWhereYamlTakesItForAComment(String color) throws IOException {
    write("name: Stemmer\ncolor: " + color + "\n");
    assertThat(archive.profile().branding().color()).isNull();
    assertThat(problems())
        .isNotEmpty()
        .allSatisfy(problem -> assertThat(problem.line()).isEqualTo(2));
  }

  @Test
  void picturesThatCannotBeShownAreTold() throws IOException {
    Files.writeString(root.resolve("archive/om/tekst.png"), "Ikke et bilde.\n");
    try (var large = new RandomAccessFile(root.resolve("archive/om/stort.png").toFile(), "rw")) {
      large.write(HexFormat.of().parseHex("89504e470d0a1a0a"));
      large.setLength(50 << 20);
    }
    write("logo: om/stort.png\nicon: ../hemmelig.png\npicture: om/tekst.png\n");
    assertThat(problems())
        .containsExactly(
            problem(1, Problem.Kind.PROFILE_LARGE_PICTURE, "om/stort.png"),
            problem(2, Problem.Kind.PROFILE_NO_PICTURE, "../hemmelig.png"),
            problem(3, Problem.Kind.PROFILE_NO_PICTURE, "om/tekst.png"));
    assertThat(archive.brandPicture("om/stort.png")).isEmpty();
    assertThat(archive.brandPicture("../hemmelig.png")).isEmpty();
  }

  @Test
  void tagsMakeNoObjects() throws IOException {
    write("name: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://x.example\"]]\n");
    assertThat(archive.profile().name().in("nb")).doesNotContain("ScriptEngine");
  }

  @Test
  void anotherEncodingIsReadAndTold() throws IOException {
    Files.write(
        root.resolve("archive/speil.yaml"),
        "name: Blå bøker\n".getBytes(Charset.forName("windows-1252")));
    assertThat(archive.profile().name().in("nb")).isEqualTo("Blå bøker");
    assertThat(problems()).containsExactly(problem(0, Problem.Kind.NOT_UTF8));
  }

  @Test
  void aFileThatNoLongerCanBeReadLeavesTheArchiveItsName() throws IOException {
    write("name: Stemmer\n");
    assertThat(archive.profile().name().in("nb")).isEqualTo("Stemmer");
    Files.delete(root.resolve("archive/speil.yaml"));
    Files.writeString(root.resolve("archive/speil.yaml"), "x".repeat(2 << 20));
    assertThat(archive.profile().name().in("nb")).isEqualTo("Stemmer");
    assertThat(problems()).extracting(Problem::kind).containsExactly(Problem.Kind.UNREADABLE);
  }

  @Test
  void theFileIsNeitherATextNorAPictureNorStray() throws IOException {
    write("name: Stemmer\n");
    var found = new ArrayList<String>();
    archive.walk(visitor(found, new ArrayList<>()));
    assertThat(found).containsExactly("om/arkivet");
    assertThat(problems()).isEmpty();
    assertThat(archive.picture("archive/speil.yaml")).isEmpty();
  }

  private void write(String yaml) throws IOException {
    Files.writeString(root.resolve("archive/speil.yaml"), yaml);
  }

  private static Problem problem(int line, Problem.Kind kind, String... details) {
    return Problem.of("archive/speil.yaml", line, kind, details);
  }

  private List<Problem> problems() {
    var problems = new ArrayList<Problem>();
    archive.walk(visitor(new ArrayList<>(), problems));
    return problems;
  }

  private static ArchiveVisitor visitor(List<String> found, List<Problem> problems) {
    return new ArchiveVisitor() {
      @Override
      public void found(ArchiveFile file) {
        found.add(file.id().value());
      }

      @Override
      public void unlisted(String path) {
        throw new AssertionError(path);
      }

      @Override
      public void problem(Problem problem) {
        problems.add(problem);
      }
    };
  }
}
