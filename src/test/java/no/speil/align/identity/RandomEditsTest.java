package no.speil.align.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.speil.TestCorpora;
import no.speil.align.identity.RandomDocument.Piece;
import no.speil.corpus.Block;
import no.speil.corpus.RemovedSection;
import no.speil.corpus.Section;
import no.speil.corpus.SectionId;
import no.speil.corpus.Side;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hundreds of random edits: ids stay with their text, and translations with their originals. */
@Tag("slow")
class RandomEditsTest {
  private static final int REVISIONS = 80;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void editsOfMadeUpText(long seed) {
    var random = new Random(seed);
    var randomParagraphs = new RandomParagraphs(random);
    var randomDocument = new RandomDocument(random, randomParagraphs);
    for (int k = 0; k < 40; k++) {
      List<String> pair = randomParagraphs.paragraph();
      randomDocument.add(pair.get(0), pair.get(1));
    }
    run(randomDocument, random);
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs/dps.md", "docs/strategy.md"})
  void editsOfRealText(String file) throws IOException {
    Path real = TestCorpora.require("nb-preservation");
    var random = new Random(5);
    var randomDocument = new RandomDocument(random, new RandomParagraphs(random));
    List<String> no = TestTexts.cut(Files.readString(real.resolve("archive").resolve(file)));
    List<String> en = TestTexts.cut(Files.readString(real.resolve("translations").resolve(file)));
    for (int k = 0; k < Math.min(no.size(), en.size()); k++) {
      randomDocument.add(no.get(k), en.get(k));
    }
    run(randomDocument, random);
  }

  private static void run(RandomDocument randomDocument, Random random) {
    var revisionFixture = new RevisionFixture();
    Revision before = revise(revisionFixture, randomDocument);
    Layout old = Layout.of(before, randomDocument);
    Set<SectionId> hadOriginal = new HashSet<>();
    for (int revision = 0; revision < REVISIONS; revision++) {
      before.sections().stream()
          .filter(section -> !section.original().isEmpty())
          .forEach(section -> hadOriginal.add(section.id()));
      var done = new ArrayList<String>();
      randomDocument.revise();
      for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
        done.add(randomDocument.edit());
      }
      Revision now = revise(revisionFixture, randomDocument);
      Layout fresh = Layout.of(now, randomDocument);
      String where = "revision " + revision + " " + done;
      checkIds(where, old, fresh, now.removed());
      checkCompany(where, old, fresh, hadOriginal);
      Revision again = revise(revisionFixture, randomDocument);
      assertThat(again.changed()).as(where).isEmpty();
      assertThat(again.removed()).as(where).isEmpty();
      before = now;
      old = fresh;
    }
  }

  private static Revision revise(RevisionFixture revisionFixture, RandomDocument randomDocument) {
    return revisionFixture.revise(
        TestTexts.text("Tittel", randomDocument.original().stream().map(Piece::text).toList()),
        TestTexts.text("Title", randomDocument.translation().stream().map(Piece::text).toList()));
  }

  /** Unchanged text keeps its id, or the id leads to it. */
  private static void checkIds(String where, Layout old, Layout now, List<RemovedSection> gone) {
    Map<SectionId, SectionId> became = new HashMap<>();
    for (RemovedSection removedSection : gone) {
      if (removedSection.became() != null) {
        became.put(removedSection.id(), removedSection.became());
      }
    }
    for (Side side : Side.values()) {
      Map<String, Set<Member>> then = byText(old, side);
      byText(now, side)
          .forEach(
              (text, members) -> {
                Set<Member> earlier = then.getOrDefault(text, Set.of());
                if (members.size() != 1 || earlier.size() != 1) {
                  return;
                }
                Member was = earlier.iterator().next();
                SectionId is = members.iterator().next().section();
                boolean single = old.count(was.section(), side) == 1 && !text.equals("***");
                if (single && !is.equals(became.getOrDefault(was.section(), was.section()))) {
                  fail(
                      where
                          + ": "
                          + text
                          + "\nwas "
                          + old.of(was.section())
                          + "\nis "
                          + now.of(is));
                }
              });
    }
  }

  private static Map<String, Set<Member>> byText(Layout layout, Side side) {
    return layout.members().stream()
        .filter(member -> member.side() == side)
        .collect(Collectors.groupingBy(member -> member.piece().text(), Collectors.toSet()));
  }

  /** No translation is paired with another original than before, unless both were unpaired. */
  private static void checkCompany(
      String where, Layout old, Layout now, Set<SectionId> hadOriginal) {
    for (Member translation : now.members()) {
      if (translation.side() == Side.ORIGINAL || translation.piece().text().equals("***")) {
        continue;
      }
      for (Member original : now.of(translation.section())) {
        if (original.side() == Side.ORIGINAL
            && !original.piece().text().equals("***")
            && !mayMeet(original, translation, old, now, hadOriginal)) {
          fail(
              where
                  + ":\n"
                  + original
                  + "\nwith\n"
                  + translation
                  + "\nwere\n"
                  + old.sectionsOf(original)
                  + "\n"
                  + old.sectionsOf(translation)
                  + "\nare\n"
                  + now.sectionsOf(original)
                  + "\n"
                  + now.sectionsOf(translation));
        }
      }
    }
  }

  private static boolean mayMeet(
      Member original, Member translation, Layout old, Layout now, Set<SectionId> hadOriginal) {
    List<Member> o = old.earlier(original);
    List<Member> t = old.earlier(translation);
    if (o.isEmpty() && t.isEmpty()) {
      return true;
    }
    if (o.stream().anyMatch(a -> t.stream().anyMatch(b -> a.section().equals(b.section())))) {
      return true;
    }
    SectionId section = translation.section();
    if (t.isEmpty()) {
      // written where none was, or where what was there is gone
      return old.of(section).stream()
              .filter(m -> m.side() == Side.TRANSLATION)
              .noneMatch(m -> now.earlierOf(m, section))
          || now.isInside(translation);
    }
    if (o.isEmpty()) {
      return (!old.has(section, Side.ORIGINAL) && !hadOriginal.contains(section))
          || now.isInside(original);
    }
    // merged with one that was together with it: the sections have become one
    return now.of(translation.section()).stream()
        .anyMatch(m -> m.piece().sources().size() > 1 || old.earlier(m).size() > 1);
  }

  /** A block of a section. */
  private record Member(SectionId section, Side side, Piece piece) {}

  /** A layout with the sources of its blocks. */
  private record Layout(List<Member> members, Map<SectionId, List<Member>> sections) {

    static Layout of(Revision revision, RandomDocument randomDocument) {
      var members = new ArrayList<Member>();
      for (Side side : Side.values()) {
        List<Piece> pieces =
            side == Side.ORIGINAL ? randomDocument.original() : randomDocument.translation();
        Function<Block, Piece> piece = placed(side, revision, pieces);
        for (Section section : revision.sections()) {
          if (!section.isTitle()) {
            section
                .side(side)
                .forEach(b -> members.add(new Member(section.id(), side, piece.apply(b))));
          }
        }
      }
      return new Layout(members, members.stream().collect(Collectors.groupingBy(Member::section)));
    }

    private static Function<Block, Piece> placed(Side side, Revision revision, List<Piece> pieces) {
      List<Block> blocks =
          revision.sections().stream()
              .filter(section -> !section.isTitle())
              .flatMap(section -> section.side(side).stream())
              .sorted(java.util.Comparator.comparingInt(block -> block.source().start()))
              .toList();
      assertThat(blocks)
          .extracting(Block::markdown)
          .isEqualTo(pieces.stream().map(Piece::text).toList());
      Map<Integer, Piece> byStart = new HashMap<>();
      for (int k = 0; k < blocks.size(); k++) {
        byStart.put(blocks.get(k).source().start(), pieces.get(k));
      }
      return block -> byStart.getOrDefault(block.source().start(), pieces.getFirst());
    }

    List<Member> of(SectionId section) {
      return sections.getOrDefault(section, List.of());
    }

    /** All sections with text from the member's sources. */
    String sectionsOf(Member member) {
      return earlier(member).stream()
          .map(m -> of(m.section()).toString())
          .collect(Collectors.joining("\n"));
    }

    boolean has(SectionId section, Side side) {
      return count(section, side) > 0;
    }

    long count(SectionId section, Side side) {
      return of(section).stream().filter(member -> member.side() == side).count();
    }

    /** The members of this layout from which a later one was made. */
    List<Member> earlier(Member later) {
      return members.stream()
          .filter(member -> member.side() == later.side())
          .filter(m -> m.piece().sources().stream().anyMatch(later.piece().sources()::contains))
          .toList();
    }

    /** Whether the section holds something made from a member of an earlier layout. */
    boolean earlierOf(Member earlier, SectionId section) {
      return of(section).stream()
          .filter(m -> m.side() == earlier.side())
          .anyMatch(
              m -> m.piece().sources().stream().anyMatch(earlier.piece().sources()::contains));
    }

    boolean isInside(Member member) {
      List<Member> run =
          of(member.section()).stream().filter(m -> m.side() == member.side()).toList();
      int at = run.indexOf(member);
      return at > 0 && at < run.size() - 1;
    }
  }
}
