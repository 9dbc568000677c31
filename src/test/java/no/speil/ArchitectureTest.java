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

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import no.speil.search.execute.SectionIterator;
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
    uses("corpus");
  }

  @Test
  void markdownUsesTheCorpus() {
    uses("markdown", "corpus");
  }

  @Test
  void lexiconIsPure() {
    uses("lexicon", "corpus");
    isPure("lexicon");
  }

  @Test
  void alignmentIsPure() {
    uses("align", "corpus", "lexicon");
    isPure("align");
  }

  @Test
  void trackingIsPure() {
    uses("tracking", "corpus");
    isPure("tracking");
  }

  @Test
  void checkingIsPure() {
    uses("qa", "corpus", "tracking");
    isPure("qa");
  }

  @Test
  void archiveUsesNoIndexAndNoPages() {
    uses("archive", "corpus", "markdown", "tracking");
  }

  @Test
  void searchKnowsSectionsAndNothingOfFiles() {
    uses("search", "corpus", "lexicon");
  }

  @Test
  void theRoomsOfTheSearchStandOnItsValues() {
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
  void theRoomsOfTheSearchHaveNoCircles() {
    slices().matching("no.speil.search.(*)..").should().beFreeOfCycles().check(SPEIL);
  }

  @Test
  void theQueryLanguageKnowsNothingOfLucene() {
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
  void othersComeInByTheDoorsOfTheSearch() {
    noClasses()
        .that()
        .resideOutsideOfPackage("no.speil.search..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("no.speil.search.*..")
                .and(not(resideInAnyPackage("no.speil.search.index", "no.speil.search.analysis")))
                .and(not(type(SectionIterator.class)))
                .and(not(type(SectionIterator.Stopped.class))))
        .because("all other public classes are public for their neighbours only")
        .check(SPEIL);
  }

  @Test
  void libraryKnowsNothingOfTheWeb() {
    uses(
        "library", "corpus", "markdown", "lexicon", "align", "tracking", "qa", "archive", "search");
  }

  @Test
  void exchangeTurnsValuesIntoTexts() {
    uses("exchange", "corpus", "markdown", "tracking", "search");
  }

  @Test
  void webAsksTheLibrary() {
    uses(
        "web",
        "library",
        "exchange",
        "corpus",
        "markdown",
        "align",
        "tracking",
        "qa",
        "search",
        "archive");
  }

  @Test
  void linksKnowOnlyAddresses() {
    uses("linkcheck", "corpus");
  }

  @Test
  void theServerCallsNobody() {
    livesIn("java.net.http..", "linkcheck");
    noClasses()
        .that()
        .resideOutsideOfPackages("no.speil.linkcheck..", "no.speil.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("no.speil.linkcheck..")
        .because("only a command, when somebody gives it, asks other servers")
        .check(SPEIL);
  }

  @Test
  void packagesHaveNoCircles() {
    slices().matching("no.speil.(*)..").should().beFreeOfCycles().check(SPEIL);
  }

  @Test
  void roomsOfTheWebHaveNoCircles() {
    slices().matching("no.speil.web.(*)..").should().beFreeOfCycles().check(SPEIL);
  }

  @Test
  void roomsOfTheWebHaveACommonGround() {
    usesOfTheWeb("view");
    usesOfTheWeb("http", "view");
    usesOfTheWeb("http", "view", "http");
    usesOfTheWeb("page", "view", "http");
    usesOfTheWeb("section", "view", "http", "page");
  }

  @Test
  void roomsOfTheWebUseFewOthersAndNotTheirRoutes() {
    isRoom("cite");
    isRoom("work");
    isRoom("overview");
    isRoom("report");
    isRoom("read", "cite", "work");
    isRoom("search", "work");
    isRoom("feed", "work", "search");
  }

  @Test
  void flexmarkYamlAndTheSanitiserLiveInMarkdown() {
    livesIn("com.vladsch.flexmark..", "markdown");
    livesIn("org.yaml..", "markdown");
    livesIn("org.owasp..", "markdown");
  }

  @Test
  void luceneLivesInSearch() {
    livesIn("org.apache.lucene..", "search");
    livesIn("com.ibm.icu..", "search");
  }

  @Test
  void javalinAndTemplatesLiveInWeb() {
    livesIn("io.javalin..", "web");
    livesIn("gg.jte..", "web");
  }

  @Test
  void picocliLivesInCli() {
    livesIn("picocli..", "cli");
  }

  @Test
  void jacksonIsUsedWhereJsonIs() {
    livesIn("com.fasterxml.jackson..", "archive", "exchange", "web", "cli");
  }

  @Test
  void onlyTheArchiveWritesFilesOfTheArchive() {
    noClasses()
        .that()
        .resideInAnyPackage("no.speil.corpus..", "no.speil.library..", "no.speil.web..")
        .should()
        .callMethodWhere(target(owner(type(Files.class))).and(target(nameMatching(WRITING))))
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
        .check(SPEIL);
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

  private static void uses(String name, String... others) {
    String[] allowed =
        Stream.concat(Stream.of(name), Arrays.stream(others))
            .map(each -> "no.speil." + each + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage("no.speil." + name + "..")
        .should()
        .dependOnClassesThat(resideInAPackage("no.speil..").and(not(resideInAnyPackage(allowed))))
        .check(SPEIL);
  }

  /** A room may use the common ground, and these others. */
  private static void isRoom(String name, String... others) {
    Stream<String> ground = Stream.of("view", "http", "page", "section");
    usesOfTheWeb(name, Stream.concat(ground, Arrays.stream(others)).toArray(String[]::new));
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
        .allowEmptyShould(true)
        .check(SPEIL);
  }
}
