package no.speil.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonInclude.Value;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.speil.corpus.ArchiveProfile;
import no.speil.corpus.Licence;
import no.speil.corpus.Metadata;
import no.speil.corpus.PersonName;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.SideFile;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;
import org.jspecify.annotations.Nullable;

/**
 * What the files of a static site are, for repositories: RO-Crate 1.2
 * (https://w3id.org/ro/crate/1.2), with every text as a file.
 */
final class CrateMetadata {
  static final String FILE = "ro-crate-metadata.json";

  private static final String EACH_ITS_OWN = "What may be done with each text is said with it.";

  private static final String EACH_IN_BOTH =
      "Original texts with their English translations, linked section by section.";

  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .setDefaultPropertyInclusion(Value.construct(Include.NON_EMPTY, Include.NON_EMPTY));

  private final ArchiveProfile profile;
  private final Instant asOf;
  private final List<Map<String, Object>> files = new ArrayList<>();

  /** People, organizations and licences, by their ids. */
  private final Map<String, Map<String, Object>> others = new TreeMap<>();

  CrateMetadata(ArchiveProfile profile, Instant asOf) {
    this.profile = profile;
    this.asOf = asOf;
  }

  void add(LiveDocument document) {
    @Nullable SideFile original = document.original();
    for (SideFile side : document.files().toList()) {
      Map<String, Object> file = file(side);
      if (original != null && !side.equals(original)) {
        file.put("translationOfWork", Map.of("@id", SiteUrls.path(original.path())));
      }
      files.add(file);
    }
  }

  private Map<String, Object> file(SideFile side) {
    Metadata told = side.text().metadata();
    Map<String, Object> file = entity(SiteUrls.path(side.path()), "File", told.title());
    file.put("description", told.description());
    file.put("encodingFormat", "text/markdown");
    file.put("inLanguage", TaggedText.lang(side));
    file.put("dateCreated", told.classification().date());
    file.put("keywords", told.classification().subjects());
    file.put("author", people(told.credits().authorNames()));
    file.put("translator", people(told.credits().translatorNames()));
    file.put("license", licence(told.provenance().licence()));
    file.put("sameAs", told.provenance().source());
    return file;
  }

  private List<Object> people(List<PersonName> names) {
    return names.stream().map(name -> other(name.isWhole(), name.inOrder())).toList();
  }

  private Object other(boolean isOrganization, String name) {
    return other("#" + SiteUrls.encode(name), isOrganization ? "Organization" : "Person", name);
  }

  private Object licence(Licence licence) {
    return licence.address().isEmpty()
        ? licence.words()
        : other(licence.address(), "CreativeWork", licence.words());
  }

  private Object other(String id, String type, String name) {
    others.computeIfAbsent(id, it -> entity(it, type, name));
    return Map.of("@id", id);
  }

  private static Map<String, Object> entity(String id, String type, String name) {
    var entity = new LinkedHashMap<String, Object>();
    entity.put("@id", id);
    entity.put("@type", type);
    entity.put("name", name);
    return entity;
  }

  byte[] json() {
    Map<String, Object> about = entity(FILE, "CreativeWork", "");
    about.put("conformsTo", Map.of("@id", "https://w3id.org/ro/crate/1.2"));
    about.put("about", Map.of("@id", "./"));
    Map<String, Object> root = entity("./", "Dataset", profile.name().in("en"));
    String publisher = profile.imprint().publisher().in("en");
    String description = profile.description().in("en");
    root.put("description", description.isEmpty() ? EACH_IN_BOTH : description);
    root.put("datePublished", asOf.toString().substring(0, 10));
    String rights = profile.imprint().rights().in("en");
    root.put("license", licence(Licence.of(rights.isEmpty() ? EACH_ITS_OWN : rights)));
    root.put("publisher", publisher.isEmpty() ? "" : other(true, publisher));
    root.put("url", profile.imprint().url());
    root.put(
        "hasPart",
        files.stream().map(file -> Map.of("@id", file.getOrDefault("@id", ""))).toList());
    var graph = new ArrayList<>(List.of(about, root));
    graph.addAll(files);
    graph.addAll(others.values());
    var crate = Map.of("@context", "https://w3id.org/ro/crate/1.2/context", "@graph", graph);
    return (MAPPER.valueToTree(new TreeMap<>(crate)).toPrettyString() + "\n").getBytes(UTF_8);
  }
}
