package no.speil.web.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import no.speil.corpus.Identifier;
import no.speil.corpus.Licence;
import no.speil.corpus.Metadata;
import no.speil.corpus.Side;
import no.speil.library.documents.LiveDocument;
import no.speil.messages.Messages;
import no.speil.web.document.KindLabels;
import no.speil.web.page.OriginalSource;
import no.speil.web.page.TaggedText;

/** Lists what the two texts say of themselves; what both say, once. */
public final class DocumentFacts {
  private final Messages t;
  private final OriginalSource origin;
  private final LiveDocument document;

  /** By their names and values, in words. */
  private final Map<List<String>, Fact> facts = new LinkedHashMap<>();

  private DocumentFacts(Messages t, LiveDocument document, OriginalSource origin) {
    this.t = t;
    this.document = document;
    this.origin = origin;
  }

  static List<Fact> of(Messages t, LiveDocument document, OriginalSource origin) {
    var facts = new DocumentFacts(t, document, origin);
    facts.collect();
    return facts.facts.values().stream().map(facts::told).toList();
  }

  /** Where the two texts say different things, its name says whose each is. */
  private Fact told(Fact fact) {
    boolean isOfBoth =
        facts.values().stream()
            .noneMatch(it -> it.name().equals(fact.name()) && it.side() != fact.side());
    String whose = fact.side() == Side.ORIGINAL ? "fact.of.original" : "fact.of.translation";
    return isOfBoth
        ? fact
        : new Fact(fact.side(), t.of(whose, fact.name()), fact.value(), fact.href(), fact.answer());
  }

  private void collect() {
    tell("fact.authors", told -> String.join(", ", told.credits().authors()));
    tell("fact.translators", told -> String.join(", ", told.credits().translators()));
    tell("fact.date", told -> t.date(told.classification().date()));
    tell("fact.publisher", told -> told.credits().publisher());
    for (Side side : Side.values()) {
      String kind = document.metadata(side).classification().kind();
      String lang = TaggedText.lang(document.file(side));
      put(new Fact(side, t.of("fact.kind"), KindLabels.of(t, kind, lang), "", ""));
    }
    tell("fact.subjects", told -> String.join(", ", told.classification().subjects()));
    tell("fact.description", Metadata::description);
    for (Side side : Side.values()) {
      if (document.file(side) != null) {
        link(side, "fact.source", document.metadata(side).provenance().source());
        link(side, "fact.archived", document.metadata(side).provenance().archived());
      }
    }
    for (Side side : Side.values()) {
      Licence licence = document.metadata(side).provenance().licence();
      TaggedText rights =
          licence.address().isEmpty()
              ? text(side, licence.words())
              : new TaggedText("en", licence.words());
      put(new Fact(side, t.of("fact.rights"), rights, licence.address(), ""));
    }
    for (Side side : Side.values()) {
      for (Identifier id : document.metadata(side).provenance().parsedIdentifiers()) {
        put(
            new Fact(
                side, t.of("fact.identifier"), new TaggedText("", id.name()), id.address(), ""));
      }
      document
          .metadata(side)
          .other()
          .forEach((key, value) -> put(new Fact(side, key, text(side, value), "", "")));
    }
    put(
        new Fact(
            Side.ORIGINAL, t.of("fact.id"), new TaggedText("", document.id().value()), "", ""));
  }

  /** Adds what each text says, in its language. */
  private void tell(String key, Function<Metadata, String> value) {
    for (Side side : Side.values()) {
      if (document.file(side) != null) {
        put(new Fact(side, t.of(key), text(side, value.apply(document.metadata(side))), "", ""));
      }
    }
  }

  private TaggedText text(Side side, String value) {
    return new TaggedText(TaggedText.lang(document.file(side)), value);
  }

  private void link(Side side, String key, String address) {
    String href = OriginalSource.web(address);
    put(new Fact(side, t.of(key), new TaggedText("", address), href, origin.answer(t, address)));
  }

  private void put(Fact fact) {
    if (!fact.value().isEmpty()) {
      facts.putIfAbsent(List.of(fact.name(), fact.value().text()), fact);
    }
  }

  /**
   * One fact about the document.
   *
   * @param side of the text that says so, of the original if both do
   * @param href link; may be empty
   * @param answer result of the last link check, in words; may be empty
   */
  public record Fact(Side side, String name, TaggedText value, String href, String answer) {}
}
