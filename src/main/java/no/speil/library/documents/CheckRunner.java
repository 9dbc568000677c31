package no.speil.library.documents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import no.speil.corpus.TextRole;
import no.speil.corpus.VisibleTextReader;
import no.speil.markdown.visible.VisibleMarkdownReader;
import no.speil.qa.QaAgreement;
import no.speil.qa.QaChecks;
import no.speil.qa.QaWarning;
import no.speil.qa.SectionTexts;
import no.speil.record.SectionVersion;
import no.speil.search.analysis.BuiltInDictionary;
import org.jspecify.annotations.Nullable;

/**
 * Checks translations. The dictionary is the one of the program, not what an archive has taught: so
 * the same two texts fail the same checks until one of them changes. Thread-safe.
 */
public final class CheckRunner {
  private static final int MOST_KNOWN = 8_000;

  private final VisibleTextReader reader = new VisibleMarkdownReader();
  private final QaChecks checks =
      new QaChecks(reader, word -> BuiltInDictionary.get().english(word));
  private final SequencedMap<Texts, List<QaWarning>> known = new LinkedHashMap<>(64, .75f, true);

  /** Two texts by their hashes, and what else decides which checks fail. */
  private record Texts(
      String original, String translation, TextRole role, @Nullable Set<String> notes) {}

  /** The checks of a document's sections. */
  public DocumentChecks in(LiveDocument document) {
    return new DocumentChecks(document, this);
  }

  VisibleTextReader reader() {
    return reader;
  }

  /** What agrees in two texts. */
  List<QaAgreement> agreements(SectionTexts texts) {
    return checks.agreements(texts);
  }

  List<QaWarning> check(SectionTexts texts) {
    return checks.of(texts);
  }

  /** The same; the latest texts are not checked again. */
  List<QaWarning> check(SectionTexts texts, SectionVersion version) {
    var key = new Texts(version.original(), version.translation(), texts.role(), texts.notes());
    synchronized (known) {
      List<QaWarning> before = known.get(key);
      if (before != null) {
        return before;
      }
    }
    List<QaWarning> found = checks.of(texts);
    synchronized (known) {
      known.put(key, found);
      if (known.size() > MOST_KNOWN) {
        known.pollFirstEntry();
      }
    }
    return found;
  }
}
