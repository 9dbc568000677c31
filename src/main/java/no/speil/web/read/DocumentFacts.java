package no.speil.web.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
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
  private final List<Side> sides;

  /** By their names and values, in words. */
  private final Map<List<String>, Fact> facts = new LinkedHashMap<>();

  /** All that the texts say. */
  DocumentFacts(Messages t, LiveDocument document, OriginalSource origin) {
    this.t = t;
    this.document = document;
    this.origin = origin;
    this.sides = Stream.of(Side.values()).filter(side -> document.file(side) != null).toList();
    collect();
  }

  List<Fact> all() {
    return facts.values().stream().map(this::told).toList();
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
    for (Side side : sides) {
      String kind = document.metadata(side).classification().kind();
      put(side, t.of("fact.kind"), KindLabels.of(t, kind, lang(side)), "");
    }
    tell("fact.subjects", told -> String.join(", ", told.classification().subjects()));
    tell("fact.description", Metadata::description);
    for (Side side : sides) {
      link(side, "fact.source", document.metadata(side).provenance().source());
      link(side, "fact.archived", document.metadata(side).provenance().archived());
    }
    for (Side side : sides) {
      Licence licence = document.metadata(side).provenance().licence();
      String lang = licence.address().isEmpty() ? lang(side) : "en";
      put(side, t.of("fact.rights"), new TaggedText(lang, licence.words()), licence.address());
    }
    for (Side side : sides) {
      Metadata told = document.metadata(side);
      for (Identifier id : told.provenance().parsedIdentifiers()) {
        put(side, t.of("fact.identifier"), new TaggedText("", id.name()), id.address());
      }
      told.other().forEach((key, value) -> put(side, key, new TaggedText(lang(side), value), ""));
    }
    put(Side.ORIGINAL, t.of("fact.id"), new TaggedText("", document.id().value()), "");
  }

  /** Adds what each text says, in its language. */
  private void tell(String key, Function<Metadata, String> value) {
    for (Side side : sides) {
      String said = value.apply(document.metadata(side));
      put(side, t.of(key), new TaggedText(lang(side), said), "");
    }
  }

  private String lang(Side side) {
    return TaggedText.lang(document.file(side));
  }

  private void link(Side side, String key, String address) {
    String href = OriginalSource.web(address);
    put(new Fact(side, t.of(key), new TaggedText("", address), href, origin.answer(t, address)));
  }

  void put(Side side, String name, TaggedText value, String href) {
    put(new Fact(side, name, value, href, ""));
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
