package no.speil;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.speil.search.execute.SectionIterator;
import no.speil.search.execute.SectionSearcher;
import no.speil.web.search.SearchJson;
import org.junit.jupiter.api.Test;

/** Who may use whom. A package per concept of the domain, and one home for each library. */
class ArchitectureTest {
  private static final String WRITING = "write.*|newOutputStream|delete.*|move|copy";
  private static final JavaClasses SPEIL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("no.speil");

  @Test
  void corpusDependsOnNothing() {
    uses("corpus").because("everybody speaks in its values").check(SPEIL);
    noClasses()
        .that()
        .resideInAPackage("no.speil.corpus.text..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("no.speil.corpus")
        .because("words and letters are compared without knowing what they are part of")
        .check(SPEIL);
  }

  @Test
  void markdownUsesTheCorpus() {
    uses("markdown", "corpus").because("it turns text into values and back").check(SPEIL);
  }

  @Test
  void lexiconIsPure() {
    uses("lexicon", "corpus").because("how texts are cut into terms is passed in").check(SPEIL);
    isPure("lexicon");
  }

  @Test
  void alignmentIsPure() {
    uses("align", "corpus", "lexicon")
        .because("it can be measured on any two texts without an archive")
        .check(SPEIL);
    isPure("align");
  }

  @Test
  void jsonIsPure() {
    uses("json", "corpus").because("it knows forms, and nothing of what is kept").check(SPEIL);
    isPure("json");
  }

  @Test
  void recordIsPure() {
    uses("record", "corpus", "json").because("its lines outlive the program").check(SPEIL);
    isPure("record");
  }

  @Test
  void statusIsPureAndKnowsNoMarkdown() {
    uses("status", "corpus", "record")
        .because("it grades what a reader sees, which markdown tells it")
        .check(SPEIL);
    isPure("status");
  }

  @Test
  void checksArePure() {
    uses("qa", "corpus", "status").because("a check looks at two texts alone").check(SPEIL);
    isPure("qa");
  }

  @Test
  void archiveUsesNoIndexAndNoPages() {
    uses("archive", "corpus", "markdown", "record", "json")
        .because("files must be safe whatever is made of them")
        .check(SPEIL);
  }

  @Test
  void searchKnowsSectionsAndNothingOfFiles() {
    uses("search", "corpus", "lexicon", "json")
        .because("an index is made from values")
        .check(SPEIL);
  }

  @Test
  void searchPackagesUseItsValues() {
    noClasses()
        .that()
        .resideInAPackage("no.speil.search")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("no.speil.search.*..")
        .because("what others ask with and get must not depend on how it is found")
        .check(SPEIL);
  }

  @Test
  void queryLanguageKnowsNothingOfLucene() {
    noClasses()
        .that()
        .resideInAPackage("no.speil.search.query..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.lucene..", "com.ibm.icu..")
        .because("a query means the same whatever it is looked up in")
        .check(SPEIL);
  }

  @Test
  void othersUseTheFrontOfTheSearchOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("no.speil.search..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("no.speil.search.*..")
                .and(not(resideInAnyPackage("no.speil.search.index", "no.speil.search.analysis")))
                .and(not(type(SectionSearcher.class)))
                .and(not(type(SectionIterator.class)))
                .and(not(type(SectionIterator.Stopped.class))))
        .because("all other public classes are public for their neighbours only")
        .check(SPEIL);
  }

  @Test
  void peopleKnowNothingOfTexts() {
    uses("people", "corpus", "archive")
        .because("who may write does not depend on what is written; files are the archive's affair")
        .check(SPEIL);
    livesIn("com.password4j..", "people");
    livesIn("com.webauthn4j..", "people");
    livesIn("com.nimbusds..", "web.account");
  }

  @Test
  void libraryKnowsNothingOfTheWeb() {
    uses(
            "library",
            "corpus",
            "markdown",
            "lexicon",
            "align",
            "record",
            "status",
            "qa",
            "archive",
            "search",
            "json",
            "exchange")
        .because("commands use it as pages do")
        .check(SPEIL);
    noClasses()
        .that()
        .resideInAPackage("no.speil.library..")
        .and()
        .resideOutsideOfPackages("no.speil.library.imports..", "no.speil.library.exports..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("no.speil.exchange..")
        .because("formats of others are read and written at the border")
        .check(SPEIL);
  }

  @Test
  void gitUsesTheLibrary() {
    uses("git", "library", "archive", "corpus", "markdown", "record", "status", "json")
        .because("it reads and writes documents as whoever works on them does")
        .check(SPEIL);
    noClasses()
        .that()
        .resideOutsideOfPackages("no.speil.git..", "no.speil.web..", "no.speil.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("no.speil.git..")
        .because("an archive without it is the same")
        .check(SPEIL);
  }

  @Test
  void messagesKnowNoPages() {
    uses(
            "messages",
            "library",
            "people",
            "exchange",
            "corpus",
            "record",
            "status",
            "qa",
            "search",
            "archive")
        .because("commands speak in the same words as pages")
        .check(SPEIL);
  }

  @Test
  void commandsUseTheServerAndNoPages() {
    noClasses()
        .that()
        .resideInAPackage("no.speil.cli..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("no.speil.web..")
                .and(not(resideInAnyPackage("no.speil.web", "no.speil.web.http")))
                .and(not(type(SearchJson.class))))
        .because("what both need stands below them; search --json answers as the server does")
        .check(SPEIL);
  }

  @Test
  void partsOfTheLibraryDoNotKnowTheWhole() {
    noClasses()
        .that()
        .resideInAPackage("no.speil.library.*..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("no.speil.library")
        .because("Library only wires them")
        .check(SPEIL);
  }

  @Test
  void exchangeTurnsValuesIntoTexts() {
    uses("exchange", "corpus", "lexicon", "markdown", "record", "status", "search")
        .because("a format is written from values, wherever they come from")
        .check(SPEIL);
  }

  @Test
  void webAsksTheLibrary() {
    uses(
            "web",
            "messages",
            "library",
            "exchange",
            "people",
            "corpus",
            "markdown",
            "lexicon",
            "align",
            "record",
            "status",
            "qa",
            "search",
            "archive",
            "git",
            "json",
            "delivery")
        .because("a page shows what the library answers")
        .check(SPEIL);
  }

  @Test
  void aStaticSiteIsMadeFromPages() {
    uses(
            "publish",
            "web",
            "messages",
            "library",
            "archive",
            "search",
            "lexicon",
            "status",
            "corpus")
        .because("there is one way to make a page")
        .check(SPEIL);
    noClasses()
        .that()
        .resideInAPackage("no.speil.publish..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("no.speil.web..").and(not(resideInAPackage("no.speil.web.page"))))
        .because("it asks a server as a browser does")
        .check(SPEIL);
  }

  @Test
  void linkCheckKnowsOnlyAddresses() {
    uses("linkcheck", "corpus", "download")
        .because("it asks strangers, and should know little")
        .check(SPEIL);
  }

  @Test
  void downloadKnowsOnlyAddresses() {
    uses("download", "corpus").because("what strangers send is read elsewhere").check(SPEIL);
  }

  @Test
  void theServerCallsNobody() {
    livesIn("java.net.http..", "linkcheck", "download", "delivery", "publish");
    noClasses()
        .that()
        .resideOutsideOfPackages("no.speil.linkcheck..", "no.speil.download..", "no.speil.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("no.speil.linkcheck..", "no.speil.download..")
        .because("only a command, when somebody gives it, fetches something from other servers")
        .check(SPEIL);
  }

  @Test
  void noticesLeaveByOneDoor() {
    uses("delivery", "corpus").because("what is sent is written elsewhere").check(SPEIL);
    livesIn("jakarta.mail..", "delivery");
    livesIn("org.eclipse.angus..", "delivery");
    noClasses()
        .that()
        .resideOutsideOfPackages("no.speil.delivery..", "no.speil.web..", "no.speil.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("no.speil.delivery..")
        .because("an archive of which nobody is told is the same")
        .check(SPEIL);
  }

  @Test
  void packagesHaveNoCycles() {
    slices()
        .matching("no.speil.(**)")
        .should()
        .beFreeOfCycles()
        .because("two packages that need each other are one")
        .check(SPEIL);
  }

  @Test
  void packagesOfTheWebUseFewOthers() {
    usesOfTheWeb("http");
    usesOfTheWeb("page", "http");
    usesOfTheWeb("section", "http", "page");
    usesOfTheWeb("document", "http", "page", "section");
    for (String place : List.of("account", "glossary")) {
      usesOfTheWeb(place, "http", "page");
    }
    for (String place : List.of("align", "imports", "mark", "queue", "report", "word")) {
      usesOfTheWeb(place, "http", "page", "section");
    }
    usesOfTheWeb("edit", "http", "page", "section", "queue");
    usesOfTheWeb("inbox", "http", "page", "section", "document");
    for (String place : List.of("admin", "cite", "search")) {
      usesOfTheWeb(place, "http", "page", "section", "document");
    }
    usesOfTheWeb("read", "http", "page", "section", "document", "cite", "search");
    usesOfTheWeb("feed", "http", "page", "section", "document", "queue", "search");
  }

  @Test
  void flexmarkAndTheSanitiserLiveInMarkdown() {
    livesIn("com.vladsch.flexmark..", "markdown");
    livesIn("org.owasp..", "markdown");
  }

  @Test
  void yamlIsReadInFrontMatterAndInTheWordsOfTheDescription() {
    livesIn("org.yaml..", "markdown", "web");
  }

  @Test
  void readersOfOtherFormatsLiveInConvert() {
    livesIn("org.jsoup..", "corpus.text", "download", "exchange", "web.page", "publish");
    livesIn("org.zwobble.mammoth..", "exchange.convert");
    livesIn("net.dankito.readability4j..", "exchange.convert");
    livesIn("org.netpreserve..", "exchange.convert");
  }

  @Test
  void luceneLivesInSearch() {
    livesIn("org.apache.lucene..", "search");
    livesIn("com.ibm.icu..", "search", "people");
  }

  @Test
  void javalinAndTemplatesLiveInWeb() {
    livesIn("io.javalin..", "web");
    livesIn("gg.jte..", "web");
    livesIn("com.github.victools..", "web");
    livesIn("com.fasterxml.classmate..", "web");
  }

  @Test
  void protocolOfHarvestersLivesInWeb() {
    livesIn("io.gdcc..", "web.oai");
  }

  @Test
  void prometheusLivesInWeb() {
    livesIn("io.prometheus..", "web.admin");
  }

  @Test
  void picocliLivesInCli() {
    livesIn("picocli..", "cli");
  }

  @Test
  void socketsOfUnixLiveInCli() {
    livesIn("org.newsclub..", "cli");
  }

  @Test
  void jacksonIsUsedWhereJsonIs() {
    livesIn(
        "com.fasterxml.jackson..",
        "json",
        "record",
        "archive",
        "exchange",
        "people",
        "search",
        "git",
        "web",
        "publish",
        "cli");
  }

  @Test
  void readersOfOtherFormatsLiveWhereTextsAreConverted() {
    livesIn("com.fasterxml.jackson.dataformat..", "exchange.convert", "exchange.term");
  }

  @Test
  void onlyTheArchiveWritesFilesOfTheArchive() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "no.speil.corpus..", "no.speil.library..", "no.speil.git..", "no.speil.web..")
        .should()
        .callMethodWhere(target(owner(type(Files.class))).and(target(nameMatching(WRITING))))
        .because("every write goes through a temporary file, under the lock")
        .check(SPEIL);
  }

  @Test
  void nothingIsKeptInStaticVariables() {
    noFields()
        .that()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage("no.speil.web.templates..")
        .and()
        .areStatic()
        .should()
        .notBeFinal()
        .because("two libraries may be open in one process, as in tests")
        .check(SPEIL);
  }

  @Test
  void namesSayWhatAClassIs() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Service")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .orShould()
        .haveNameMatching(".*[.$]Base[A-Z].*")
        .because("such endings hide what a class does")
        .check(SPEIL);
  }

  @Test
  void simpleNamesAreUnique() throws IOException {
    var places = new TreeMap<String, List<String>>();
    for (String root : List.of("src/main/java", "src/test/java")) {
      try (Stream<Path> files = Files.walk(Path.of(root))) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .filter(file -> !file.endsWith("package-info.java"))
            .forEach(
                file ->
                    places.merge(
                        file.toFile().getName(),
                        List.of(file.toString()),
                        (some, more) -> Stream.concat(some.stream(), more.stream()).toList()));
      }
    }
    places.values().removeIf(each -> each.size() == 1);
    assertThat(places).as("a name means one thing in the whole program").isEmpty();
  }

  @Test
  void architecturePageNamesOnlyWhatIsThere() throws IOException {
    Set<String> files = new HashSet<>();
    try (Stream<Path> all = Files.walk(Path.of("src"))) {
      all.map(Path::toString).map(path -> path.replaceFirst("\\.java$", "")).forEach(files::add);
    }
    List<String> named =
        Pattern.compile("`([a-z/]*/)?([A-Z][A-Za-z]+|[a-z/]+)`")
            .matcher(Files.readString(Path.of("src/docs/architecture.md")))
            .results()
            .map(found -> found.group().replace("`", ""))
            .toList();
    assertThat(named).hasSizeGreaterThan(40);
    assertThat(named)
        .allSatisfy(
            name ->
                assertThat(files)
                    .as(name)
                    .anyMatch(file -> file.endsWith("/" + name) || file.equals(name)));
  }

  @Test
  void everyPackageSaysWhatItHolds() throws IOException {
    try (Stream<Path> folders = Files.walk(Path.of("src/main/java/no/speil"))) {
      assertThat(folders.filter(Files::isDirectory))
          .as("package-info.java says what belongs there, and makes null explicit")
          .allSatisfy(
              folder ->
                  assertThat(folder.resolve("package-info.java"))
                      .content()
                      .contains("@NullMarked", "/**"));
    }
  }

  @Test
  void absenceIsSaidByOptionalResultsOnly() {
    noFields()
        .that()
        .areDeclaredInClassesThat()
        .areNotRecords()
        .should()
        .haveRawType(Optional.class)
        .because("an absent field is null and says so with @Nullable")
        .check(SPEIL);
  }

  private static ArchRule uses(String name, String... others) {
    String[] allowed =
        Stream.concat(Stream.of(name), Arrays.stream(others))
            .map(each -> "no.speil." + each + "..")
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage("no.speil." + name + "..")
        .should()
        .dependOnClassesThat(resideInAPackage("no.speil..").and(not(resideInAnyPackage(allowed))));
  }

  private static void usesOfTheWeb(String name, String... others) {
    String[] allowed =
        Stream.concat(Stream.of(name), Arrays.stream(others))
            .map(each -> "no.speil.web." + each + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage("no.speil.web." + name + "..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("no.speil.web..").and(not(resideInAnyPackage(allowed))))
        .because("a place of the site can be read by itself")
        .check(SPEIL);
  }

  private static void isPure(String name) {
    classes()
        .that()
        .resideInAPackage("no.speil." + name + "..")
        .should()
        .onlyDependOnClassesThat(
            not(resideInAnyPackage("java.nio.file..", "java.net..", "java.util.concurrent..")))
        .because("words of a language may be read from a resource, and nothing else from anywhere")
        .check(SPEIL);
  }

  private static void livesIn(String library, String... homes) {
    String[] allowed =
        Arrays.stream(homes).map(home -> "no.speil." + home + "..").toArray(String[]::new);
    noClasses()
        .that()
        .resideOutsideOfPackages(allowed)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .because("a library can be replaced where it lives alone")
        .allowEmptyShould(true)
        .check(SPEIL);
  }
}
