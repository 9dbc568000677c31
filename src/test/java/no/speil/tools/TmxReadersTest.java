package no.speil.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.okapi.common.Event;
import net.sf.okapi.common.LocaleId;
import net.sf.okapi.common.resource.ITextUnit;
import net.sf.okapi.common.resource.RawDocument;
import net.sf.okapi.filters.tmx.TmxFilter;
import no.speil.TestCorpora;
import no.speil.tools.MemoryFile.Unit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tools read the memories of every document at hand to their ends. */
@Tag("slow")
class TmxReadersTest {
  private static final Map<String, List<MemoryFile>> EXPORTED = new HashMap<>();
  private static final LocaleId ENGLISH = LocaleId.fromBCP47("en");

  @TempDir private static Path exported;
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", "nb-preservation", "udhr"})
  void okapiReadsEveryUnit(String corpus) {
    List<MemoryFile> files = export(corpus);

    assertThat(files).isNotEmpty();
    for (MemoryFile file : files) {
      assertThat(okapi(file)).as(file.path().toString()).isEqualTo(file.units());
    }
  }

  static List<Unit> okapi(MemoryFile file) {
    var units = new ArrayList<Unit>();
    try (TmxFilter filter = new TmxFilter()) {
      LocaleId source = LocaleId.fromBCP47(file.language());
      filter.open(new RawDocument(file.path().toUri(), "UTF-8", source, ENGLISH));
      while (filter.hasNext()) {
        Event event = filter.next();
        if (event.isTextUnit()) {
          ITextUnit unit = event.getTextUnit();
          units.add(new Unit(unit.getSource().toString(), unit.getTarget(ENGLISH).toString()));
        }
      }
    }
    return units;
  }

  /** Started once for each language, with the memories of all that are at hand. */
  @Test
  void omegaTFindsTheTranslationOfEveryUnit() throws IOException {
    OmegaT.require();
    Map<String, List<MemoryFile>> byLanguage =
        Stream.of("", "nb-preservation", "udhr")
            .filter(corpus -> corpus.isEmpty() || Files.exists(TestCorpora.path(corpus)))
            .flatMap(corpus -> export(corpus).stream())
            .collect(Collectors.groupingBy(MemoryFile::language));

    for (Map.Entry<String, List<MemoryFile>> each : byLanguage.entrySet()) {
      assertThat(notFound(each.getKey(), each.getValue())).isEmpty();
    }
  }

  /** Originals for which OmegaT has none of the translations of the memories. */
  private Map<String, String> notFound(String language, List<MemoryFile> files) throws IOException {
    Map<String, Set<String>> known = new LinkedHashMap<>();
    OmegaT project = OmegaT.project(folder.resolve(language), language);
    for (MemoryFile file : files) {
      Files.copy(
          file.path(), project.memories().resolve(known.size() + "-" + file.path().getFileName()));
      for (Unit unit : file.units()) {
        known
            .computeIfAbsent(unit.source(), key -> new HashSet<>())
            .add(withoutTags(unit.target()));
      }
    }
    Path texts = project.source().resolve("texts.xlf");
    PlainXliff.write(texts, language, known.keySet());

    project.translate();

    Map<String, String> found = PlainXliff.read(project.target().resolve("texts.xlf"));
    var notFound = new HashMap<String, String>();
    known.forEach(
        (source, targets) -> {
          String target = found.getOrDefault(source, "");
          if (!targets.contains(withoutTags(target))) {
            notFound.put(source, target);
          }
        });
    return notFound;
  }

  /** OmegaT leaves out what looks like one of its tags, as {@code <b64>} does in an example. */
  private static String withoutTags(String text) {
    return text.replaceAll("</?\\p{Lower}\\d+/?>", "");
  }

  private static List<MemoryFile> export(String corpus) {
    Path root = corpus.isEmpty() ? Path.of("").toAbsolutePath() : TestCorpora.require(corpus);
    return EXPORTED.computeIfAbsent(
        corpus, key -> MemoryFile.exportAll(root, exported.resolve("of-" + corpus)));
  }
}
