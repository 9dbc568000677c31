package no.speil.library.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.speil.corpus.DocumentId;

/**
 * The ids that imported documents get: the wanted one, or one made of the path they had.
 *
 * @param name of the one document; empty if it is made of its path
 * @param folder of the archive; empty for its top
 */
public record DocumentNames(String name, String folder) {
  /** What Windows and macOS refuse in a name, and what addresses and shells read otherwise. */
  private static final Pattern RESERVED = Pattern.compile("[<>:\"|?*\\\\#%\\p{Cc}\\p{Cf}]+");

  private static final Pattern DEVICE =
      Pattern.compile("(?i)(?:con|prn|aux|nul|com\\d|lpt\\d)(?:\\..*)?");

  /** In bytes of UTF-8, so that there is room for an ending; file systems allow 255. */
  private static final int LONGEST = 240;

  /** Whether there can be one document only. */
  public boolean isForOne() {
    return !name.isEmpty();
  }

  /**
   * The id of a document.
   *
   * @param path that it had, without its ending
   * @return empty if nothing of the path can be a name
   */
  public Optional<DocumentId> id(String path) {
    String own = isForOne() ? name : cleaned(path).orElse("");
    return DocumentId.parse(folder.isEmpty() ? own : folder + "/" + own);
  }

  /** A path of names that every file system allows; empty if nothing is left of one of them. */
  public static Optional<String> cleaned(String path) {
    List<String> names =
        Stream.of(path.replace('\\', '/').split("/", -1)).map(DocumentNames::cleanedName).toList();
    return names.contains("") ? Optional.empty() : Optional.of(String.join("/", names));
  }

  private static String cleanedName(String written) {
    String composed = Normalizer.normalize(written, Normalizer.Form.NFC);
    String allowed = RESERVED.matcher(composed).replaceAll("-");
    var whole = new StringBuilder(allowed);
    while (whole.toString().getBytes(UTF_8).length > LONGEST) {
      whole.setLength(whole.offsetByCodePoints(whole.length(), -1));
    }
    String name = whole.toString().replaceFirst("^[\\s._~-]+", "").replaceFirst("[\\s.-]+$", "");
    return DEVICE.matcher(name).matches() ? "_" + name : name;
  }
}
