package no.speil.exchange.term;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import no.speil.corpus.Language;
import no.speil.exchange.unit.UnreadableFileException;
import no.speil.exchange.unit.XmlReaders;
import no.speil.lexicon.GlossaryEntry;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Terms as TBX. */
final class TbxTerms {
  private static final Set<String> ROOTS = Set.of("martif", "tbx");
  private static final String STATUS =
      "*|termNote[type=administrativeStatus], *|administrativeStatus";
  private static final String NOTE = "*|descrip[type=definition], *|definition, *|note";

  private TbxTerms() {}

  /**
   * Reads version 2 (ISO 30042:2008, {@code martif}) and version 3 (ISO 30042:2019, {@code tbx}) in
   * both of its styles. Of the English terms of an entry the preferred one is taken, else the
   * first; deprecated and superseded terms are left out.
   */
  static TermFile read(byte[] content) throws UnreadableFileException {
    var terms = new ArrayList<GlossaryEntry>();
    var passed = new ArrayList<Integer>();
    for (Element entry :
        XmlReaders.document(content, ROOTS).select("*|termEntry, *|conceptEntry")) {
      int line = entry.sourceRange().start().lineNumber();
      List<String> norwegian = terms(entry, Language::isNorwegian);
      List<String> english = terms(entry, Language::isEnglish);
      String note = words(entry.selectFirst(NOTE));
      if (norwegian.isEmpty() || english.isEmpty()) {
        passed.add(line);
      } else {
        norwegian.forEach(
            each -> terms.add(new GlossaryEntry(line, each, english.getFirst(), note)));
      }
    }
    return new TermFile(terms, passed);
  }

  private static List<String> terms(Element entry, Predicate<Language> language) {
    return entry.select("*|langSet, *|langSec").stream()
        .filter(each -> language.test(Language.of(XmlReaders.attribute(each, "lang"))))
        .flatMap(each -> each.select("*|tig, *|ntig, *|termSec").stream())
        .filter(each -> !status(each).matches("(?:deprecated|superseded).*"))
        .sorted(Comparator.comparing(each -> !status(each).startsWith("preferred")))
        .map(each -> words(each.selectFirst("*|term")))
        .filter(words -> !words.isEmpty())
        .toList();
  }

  private static String status(Element term) {
    return words(term.selectFirst(STATUS));
  }

  /** Without codes of a program that stand among the words. */
  private static String words(@Nullable Element element) {
    Element words = Objects.requireNonNullElseGet(element, () -> new Element("none")).clone();
    words.children().not("*|hi").remove();
    return words.wholeText().strip().replaceAll("\\s+", " ");
  }
}
