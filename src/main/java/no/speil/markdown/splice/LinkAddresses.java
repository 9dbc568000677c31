package no.speil.markdown.splice;

import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.InlineLinkNode;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.speil.markdown.parse.ParsedBody;
import no.speil.markdown.parse.TemplateAddress;

/** Changes the addresses of links and pictures in a body, and no other character. */
public final class LinkAddresses {
  private static final Pattern PICTURE =
      Pattern.compile("(?is)<img\\s(?:[^>]{0,2000}?\\s)?src\\s*=\\s*([\"'])([^\"'>]*)\\1");

  private LinkAddresses() {}

  private record Place(int from, int to, String address) {}

  /**
   * The body with other addresses.
   *
   * @param change given an address without escapes: the new one, or empty if it stays; is not asked
   *     about addresses that a site generator fills in
   */
  public static String change(String body, Function<String, Optional<String>> change) {
    var places = new ArrayList<Place>();
    Node root = ParsedBody.ofFragment(body).root();
    if (root != null) {
      root.getDescendants().forEach(node -> collect(node, body, places));
    }
    places.sort(Comparator.comparingInt(Place::from));
    var changed = new StringBuilder(body.length());
    int done = 0;
    for (Place place : places) {
      Optional<String> address = change.apply(place.address());
      if (address.isPresent() && place.from() >= done) {
        changed.append(body, done, place.from()).append(written(address.get()));
        done = place.to();
      }
    }
    return changed.append(body, done, body.length()).toString();
  }

  private static void collect(Node node, String body, List<Place> places) {
    switch (node) {
      case InlineLinkNode link -> add(link.getUrl(), body, places);
      case Reference definition -> add(definition.getUrl(), body, places);
      case HtmlBlockBase html -> addPictures(html, places);
      case HtmlInlineBase html -> addPictures(html, places);
      default -> {}
    }
  }

  private static void add(BasedSequence url, String body, List<Place> places) {
    String written = TemplateAddress.written(body, url);
    if (!written.isEmpty() && !TemplateAddress.is(written)) {
      places.add(
          new Place(url.getStartOffset(), url.getEndOffset(), Escaping.unescapeString(written)));
    }
  }

  /** In HTML, where a shortcode is masked and so is none. */
  private static void addPictures(Node html, List<Place> places) {
    Matcher picture = PICTURE.matcher(html.getChars());
    while (picture.find()) {
      places.add(
          new Place(
              html.getStartOffset() + picture.start(2),
              html.getStartOffset() + picture.end(2),
              Escaping.unescapeString(picture.group(2))));
    }
  }

  /** The address as it can stand between parentheses. */
  private static String written(String address) {
    return address.replace(" ", "%20").replace("(", "%28").replace(")", "%29");
  }
}
