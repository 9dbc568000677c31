package no.speil.web.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.speil.corpus.Block;
import no.speil.corpus.Side;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.SideFile;
import no.speil.status.TrackedSection;

/**
 * A document as plain text or as Markdown, to be read and kept elsewhere.
 *
 * @param sides to be read, in that order; at least one
 * @param address that the text ends with
 */
record TextDownload(LiveDocument document, List<Side> sides, String address) {
  /** Of one side, the file as it lies in the archive; of both, each section after its number. */
  String markdown() {
    SideFile file = document.file(sides.getFirst());
    return sides.size() == 1 && file != null
        ? file.source()
        : all("# ", "¶ %d\n\n%s", (tracked, side) -> tracked.markdown(side));
  }

  /** The words of each section after its number. */
  String plain() {
    return all(
        "",
        "[%d] %s",
        (tracked, side) ->
            tracked.section().side(side).stream()
                .map(Block::text)
                .collect(Collectors.joining("\n")));
  }

  private String all(String heading, String form, BiFunction<TrackedSection, Side, String> words) {
    var parts = new ArrayList<String>();
    parts.add(heading + each(document::title, " / "));
    for (int number = 0; number < document.sections().size(); number++) {
      TrackedSection section = document.sections().get(number);
      String text = each(side -> words.apply(section, side), "\n\n");
      if (!section.section().isTitle() && !text.isEmpty()) {
        parts.add(form.formatted(number, text));
      }
    }
    parts.add(address);
    return String.join("\n\n", parts) + "\n";
  }

  private String each(Function<Side, String> words, String between) {
    return sides.stream()
        .map(words)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .distinct()
        .collect(Collectors.joining(between));
  }
}
