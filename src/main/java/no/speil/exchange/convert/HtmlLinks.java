package no.speil.exchange.convert;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * The addresses in a text: absolute where the document has an address of its own, else as they are
 * written. Addresses that run something lead nowhere, and those within the document have lost their
 * goals.
 */
final class HtmlLinks {
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*");
  private static final Pattern DATA =
      Pattern.compile(
          "data:image/(png|jpeg|gif|webp)(?:;(?!base64,)[^,;]*+)*+;base64,(.*)", Pattern.DOTALL);
  private static final Pattern UNSAFE = Pattern.compile("[\\x00-\\x20\\x7F<>\\\\`|*{}\\[\\]\"]");
  private static final Pattern UNSAFE_OR_BRACKET = Pattern.compile("[()]|" + UNSAFE);

  /** Of the files of pictures, by their media types without {@code image/}. */
  static final Map<String, String> ENDINGS =
      Map.of("png", ".png", "jpeg", ".jpg", "jpg", ".jpg", "gif", ".gif", "webp", ".webp");

  final Losses losses;

  /** The pictures that were in the text itself and have been written so far. */
  final List<ConvertedText.Picture> pictures = new ArrayList<>();

  private final String pictureName;

  /**
   * @param pictureName what the names of the pictures begin with that are in the text itself
   */
  HtmlLinks(String pictureName, Losses losses) {
    this.pictureName = pictureName;
    this.losses = losses;
  }

  /** Where a link leads, as Markdown has it between the brackets. */
  Optional<String> address(Element link) {
    String written = link.attr("href").strip();
    if (written.isEmpty()) {
      return Optional.empty();
    }
    if (written.startsWith("#")) {
      losses.say("convert.link.within");
      return Optional.empty();
    }
    String address = absolute(link, "href");
    Matcher scheme = SCHEME.matcher(address);
    if (scheme.matches()
        && !scheme.group(1).toLowerCase(Locale.ROOT).matches("https?|mailto|tel|ftp|doi|urn")) {
      losses.say("convert.link.elsewhere");
      return Optional.empty();
    }
    return Optional.of(encoded(address));
  }

  /** The address of a picture; a picture in the text itself is put beside it. */
  Optional<String> picture(Element image) {
    String src = image.attr("src");
    String attribute =
        Stream.of("data-src", "data-lazy-src", "data-original")
            .filter(late -> image.hasAttr(late) && (src.isEmpty() || src.startsWith("data:")))
            .reduce("src", (before, late) -> late);
    String written = image.attr(attribute).strip();
    if (written.startsWith("data:")) {
      return embedded(written);
    }
    String address = absolute(image, attribute);
    Matcher scheme = SCHEME.matcher(address);
    boolean shown =
        !address.isEmpty() && (!scheme.matches() || scheme.group(1).matches("(?i)https?"));
    return shown ? Optional.of(encoded(address)) : Optional.empty();
  }

  private Optional<String> embedded(String written) {
    Matcher data = DATA.matcher(written);
    if (data.matches()) {
      try {
        byte[] bytes = Base64.getMimeDecoder().decode(data.group(2));
        return Optional.of(add(bytes, ENDINGS.getOrDefault(data.group(1), ".png")));
      } catch (IllegalArgumentException e) {
        // told below
      }
    }
    losses.leftOut("convert.left-out.picture-kinds");
    return Optional.empty();
  }

  /** Puts a picture beside the text, and answers with its name. */
  String add(byte[] bytes, String ending) {
    String name = "%s-%d%s".formatted(pictureName, pictures.size() + 1, ending);
    pictures.add(new ConvertedText.Picture(name, bytes));
    return encoded(name);
  }

  private static String absolute(Element element, String attribute) {
    String absolute = element.absUrl(attribute);
    return absolute.isEmpty() ? element.attr(attribute).strip() : absolute;
  }

  /** Without what would end the address, or the link, in Markdown. */
  static String encoded(String address) {
    Pattern unsafe = hasPairs(address) ? UNSAFE : UNSAFE_OR_BRACKET;
    return unsafe
        .matcher(address)
        .replaceAll(found -> "%%%02X".formatted((int) found.group().charAt(0)));
  }

  private static boolean hasPairs(String address) {
    int open = 0;
    for (int i = 0; i < address.length() && open >= 0; i++) {
      char c = address.charAt(i);
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    return open == 0;
  }
}
