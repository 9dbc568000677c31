package no.speil.markdown.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.speil.corpus.Block;
import no.speil.corpus.Problem;
import no.speil.corpus.Side;
import org.junit.jupiter.api.Test;

class MergeConflictTest {
  private static final String CONFLICT =
      """
      # Brev

      <<<<<<< HEAD
      Vi møtes i morgen.
      =======
      Vi møtes i dag.

      Ta med kaffe.
      >>>>>>> f04818c6840b
      Vel møtt.
      """;

  @Test
  void bothVersionsAreReadWithoutTheMarkers() {
    ParsedFile parsedFile = read(CONFLICT);

    assertThat(texts(parsedFile))
        .containsExactly(
            "Brev", "Vi møtes i morgen.", "Vi møtes i dag.", "Ta med kaffe.", "Vel møtt.");
    assertThat(parsedFile.problems())
        .containsExactly(Problem.of("x.md", 3, Problem.Kind.UNRESOLVED_MERGE, "9"));
    assertThat(parsedFile.conflicts()).hasSize(1);
    for (Block block : parsedFile.text().blocks().subList(1, 6)) {
      assertThat(CONFLICT.substring(block.source().start())).startsWith(block.markdown());
    }
  }

  @Test
  void everyBlockKnowsItsVersion() {
    ParsedFile parsedFile = read(CONFLICT);
    MergeConflict conflict = parsedFile.conflicts().getFirst();

    assertThat(parsedFile.text().blocks().stream().skip(1))
        .extracting(
            block ->
                conflict.at(block.source().start()).map(MergeConflict.Version::name).orElse(""))
        .containsExactly("", "HEAD", "f04818c6840b", "f04818c6840b", "");
  }

  @Test
  void commonAncestorIsNotRead() {
    assertThat(
            texts(read("<<<<<<< HEAD\nen\n||||||| 0a1b2c3\ngammel\n=======\nto\n>>>>>>> gren\n")))
        .containsExactly("en", "to");
  }

  @Test
  void windowsLineEndsAndVersionsThatAreEmptyAreUnderstood() {
    assertThat(texts(read(CONFLICT.replace("\n", "\r\n")))).hasSize(5);
    assertThat(texts(read("<<<<<<< HEAD\n=======\nto\n>>>>>>> gren"))).containsExactly("to");
    assertThat(texts(read("<<<<<<< HEAD\nen\n=======\n>>>>>>> gren"))).containsExactly("en");
  }

  @Test
  void severalConflictsAreSeveralProblems() {
    assertThat(read(CONFLICT + "\n" + CONFLICT).problems())
        .extracting(Problem::line)
        .containsExactly(3, 14);
  }

  @Test
  void frontMatterIsReadWithTheFirstVersionOfAKey() {
    ParsedFile parsedFile =
        read(
            """
            ---
            <<<<<<< HEAD
            title: Et brev
            =======
            title: Brevet
            >>>>>>> gren
            language: nb
            ---

            Tekst.
            """);

    assertThat(parsedFile.text().metadata().title()).isEqualTo("Et brev");
    assertThat(parsedFile.text().metadata().language().tag()).isEqualTo("nb");
    assertThat(texts(parsedFile)).containsExactly("Tekst.");
    assertThat(parsedFile.problems())
        .containsExactly(Problem.of("x.md", 2, Problem.Kind.UNRESOLVED_MERGE, "6"));
  }

  @Test
  void markersInAnotherOrderAreText() {
    for (String text :
        List.of(
            "Overskrift\n=======\n\nTekst.\n",
            "======= \n\n>>>>>>> sitat i sjuende ledd\n",
            "<<<<<<< HEAD\nen\n>>>>>>> gren\n",
            "<<<<<<< HEAD\nen\n=======\nto\n",
            "<<<<<<<HEAD\nen\n=======\nto\n>>>>>>> gren\n",
            "<<<<<<<< HEAD\nen\n========\nto\n>>>>>>>> gren\n",
            "```\n" + CONFLICT + "```\n\nSlutt.\n",
            "~~~ diff\n```\n" + CONFLICT + "~~~\n",
            "    <<<<<<< HEAD\n    en\n    =======\n    to\n    >>>>>>> gren\n",
            "> <<<<<<< HEAD\n> en\n> =======\n> to\n> >>>>>>> gren\n")) {
      assertThat(MergeConflict.in(text)).as(text).isEmpty();
      assertThat(read(text).problems()).as(text).isEmpty();
    }
  }

  @Test
  void fencesThatTheConflictItselfOpensOrClosesHideNothing() {
    String closing =
        "```\nkode\n<<<<<<< HEAD\nen\n```\n=======\nto\n```\n>>>>>>> gren\n\nTekst.\n\n";
    assertThat(read(closing + CONFLICT).conflicts()).hasSize(2);
    String opening =
        "<<<<<<< HEAD\n```\n=======\n```\n>>>>>>> gren\nkode\n```\n\nTekst.\n\n"
            + CONFLICT
            + "```\n";
    assertThat(read(opening).conflicts()).hasSize(2);
    assertThat(read("```\naldri lukket\n\n" + CONFLICT).conflicts()).hasSize(1);
  }

  @Test
  void headingOfAVersionKeepsItsUnderline() {
    assertThat(texts(read("<<<<<<< HEAD\nen\n=======\nTittel\n=======\n>>>>>>> gren\n")))
        .containsExactly("en", "Tittel");
  }

  private static ParsedFile read(String source) {
    return new MarkdownReader().read(source, "x.md", "navn", Side.ORIGINAL);
  }

  private static List<String> texts(ParsedFile parsedFile) {
    return parsedFile.text().blocks().stream().skip(1).map(Block::text).toList();
  }
}
