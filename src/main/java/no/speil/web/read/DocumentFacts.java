package no.speil.web.read;

import java.util.ArrayList;
import java.util.List;
import no.speil.corpus.Metadata;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.SideFile;
import no.speil.web.page.DocumentView.Fact;
import no.speil.web.page.Messages;
import no.speil.web.page.OriginalSource;
import no.speil.web.page.TaggedText;
import no.speil.web.page.TaggedTexts;
import org.jspecify.annotations.Nullable;

/** Lists a document's metadata; the translation's only where they differ. */
final class DocumentFacts {
  private final Messages t;
  private final OriginalSource origin;
  private final List<Fact> facts = new ArrayList<>();

  private DocumentFacts(Messages t, OriginalSource origin) {
    this.t = t;
    this.origin = origin;
  }

  static List<Fact> of(Messages t, LiveDocument document, OriginalSource origin) {
    var facts = new DocumentFacts(t, origin);
    facts.add("fact.id", "", document.id().value());
    @Nullable SideFile original = document.original();
    @Nullable SideFile translation = document.translation();
    if (original != null) {
      facts.tell(original.text().metadata());
    }
    if (translation != null) {
      facts.tell(translation.text().metadata());
    }
    return facts.facts;
  }

  private void tell(Metadata told) {
    String lang = TaggedTexts.tag(told.language());
    add("fact.title", lang, told.title());
    add("fact.description", lang, told.description());
    add("fact.language", "", told.language().tag());
    add("fact.date", "", told.classification().date());
    add("fact.authors", "", String.join(", ", told.credits().authors()));
    add("fact.translators", "", String.join(", ", told.credits().translators()));
    add("fact.publisher", "", told.credits().publisher());
    add("fact.kind", "", told.classification().kind());
    add("fact.subjects", "", String.join(", ", told.classification().subjects()));
    link("fact.source", told.provenance().source());
    link("fact.archived", told.provenance().archived());
    add("fact.rights", "", told.provenance().rights());
    add("fact.aliases", "", String.join(", ", told.provenance().aliases()));
    told.other().forEach((key, value) -> put(new Fact(key, new TaggedText("", value), "", "")));
  }

  private void add(String key, String lang, String value) {
    put(new Fact(t.of(key), new TaggedText(lang, value), "", ""));
  }

  private void link(String key, String address) {
    boolean leads = address.startsWith("https://") || address.startsWith("http://");
    String href = leads ? address : "";
    put(new Fact(t.of(key), new TaggedText("", address), href, origin.answer(t, address)));
  }

  private void put(Fact fact) {
    boolean known =
        facts.stream()
            .anyMatch(
                each ->
                    each.name().equals(fact.name())
                        && each.value().text().equals(fact.value().text()));
    if (!fact.value().isEmpty() && !known) {
      facts.add(fact);
    }
  }
}
