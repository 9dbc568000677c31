package no.speil.exchange.convert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Finds footnotes by their form: a short raised or bracketed link to a paragraph or item that comes
 * later. HTML has no element for them, and Word, Wikipedia, Pandoc and mammoth each write them in a
 * way of their own.
 */
final class HtmlFootnotes {
  /** The element that takes the place of a reference; its attribute {@code n} is the number. */
  static final String REFERENCE = "speil-footnote-reference";

  private static final Pattern LABEL =
      Pattern.compile("[\\[(]?\\s*(?:\\d{1,4}|[*†‡§]{1,4}|[a-zA-Z]|[ivxIVX]{1,6})\\s*[\\])]?");
  private static final Pattern SAID =
      Pattern.compile("(?i).*(foot-?note|fn-?ref|note-?ref|\\breference\\b).*");
  private static final Pattern BACK = Pattern.compile("[\\s\\uFE0E\\uFE0F^↑↩↵⏎⤴]*");
  private static final String BODIES =
      "li, p, div, dd, td, aside, section, blockquote, h1, h2, h3, h4, h5, h6";
  private static final String WRAPPED =
      "li[id] > p:first-child, div[id] > p:first-child, aside[id] > p:first-child";
  private static final Set<String> LEFT_EMPTY =
      Set.of("ol", "ul", "div", "section", "aside", "footer", "dl", "table", "tbody", "tr");

  private final Element body;
  private final Map<String, Element> named = new HashMap<>();
  private final Map<Element, Integer> places = new HashMap<>();
  private final Map<Element, Integer> numbers = new LinkedHashMap<>();
  private final Map<Element, Set<String>> referrers = new HashMap<>();

  HtmlFootnotes(Element body) {
    this.body = body;
  }

  /**
   * Takes the footnotes out of the text and leaves references in it.
   *
   * @return the texts of the footnotes in the order of their numbers, from 1
   */
  List<Element> takeOut() {
    int place = 0;
    for (Element each : body.getAllElements()) {
      places.put(each, place++);
      named.putIfAbsent(each.id(), each);
      named.putIfAbsent(each.attr("name"), each);
    }
    named.remove("");
    body.select("a[href^=#]").forEach(this::refer);
    var notes = new ArrayList<Element>(numbers.keySet());
    notes.forEach(this::removeBackLinks);
    notes.forEach(this::remove);
    return notes;
  }

  private void refer(Element link) {
    Element target = named.get(link.attr("href").substring(1));
    Element note = target == null ? null : enclosing(target);
    if (note == null || !isReference(link, note)) {
      return;
    }
    int number = numbers.computeIfAbsent(note, each -> numbers.size() + 1);
    Element raised = raised(link);
    Set<String> ids = referrers.computeIfAbsent(note, each -> new HashSet<>());
    for (Element each = link; each != null && !each.equals(body); each = each.parent()) {
      ids.add(each.id());
      ids.add(each.attr("name"));
      if (each.isBlock()) {
        break;
      }
    }
    raised.getAllElements().forEach(each -> ids.add(each.id()));
    raised.replaceWith(new Element(REFERENCE).attr("n", String.valueOf(number)));
  }

  private boolean isReference(Element link, Element note) {
    String label = link.text().strip();
    boolean later = places.getOrDefault(note, 0) > places.getOrDefault(link, 0);
    if (!LABEL.matcher(label).matches() || !later || note.equals(enclosing(link))) {
      return false;
    }
    return label.startsWith("[")
        || !raised(link).equals(link)
        || !link.select("sup").isEmpty()
        || link.attr("role").equals("doc-noteref")
        || SAID.matcher(link.className()).matches();
  }

  /** The link, or the element around it that raises it and holds nothing else. */
  private static Element raised(Element link) {
    Element raised = link;
    Element parent = link.parent();
    while (parent != null
        && Set.of("sup", "span", "small", "b").contains(parent.normalName())
        && parent.childNodeSize() < 10 // else its text may be long
        && parent.text().strip().equals(link.text().strip())) {
      parent = parent.parent();
      raised = raised.parent() == null ? raised : raised.parent();
    }
    return raised.normalName().equals("sup") || !raised.select("> sup, sup > *").isEmpty()
        ? raised
        : link;
  }

  private @Nullable Element enclosing(Element target) {
    Element each = target.closest(BODIES);
    if (each == null || each.normalName().matches("h[1-6]") || !each.parents().contains(body)) {
      return null;
    }
    return each.is(WRAPPED) ? each.parent() : each;
  }

  private void removeBackLinks(Element note) {
    Set<String> ids = referrers.getOrDefault(note, Set.of());
    for (Element link : note.select("a[href^=#]")) {
      String goal = link.attr("href").substring(1);
      if ((!goal.isEmpty() && ids.contains(goal)) || BACK.matcher(link.text()).matches()) {
        raised(link).remove();
      }
    }
    note.select("[role=doc-backlink], .mw-cite-backlink").remove();
    if (note.childNodeSize() > 0 && note.childNode(0) instanceof TextNode first) {
      first.text(first.getWholeText().replaceFirst("^\\s*[↑^]\\s*", ""));
    }
  }

  /** Takes the note out, with the lists around it that this leaves empty, and the line above. */
  private void remove(Element note) {
    Element parent = note.parent();
    removeLineAbove(note);
    note.remove();
    while (parent != null
        && !parent.equals(body)
        && LEFT_EMPTY.contains(parent.normalName())
        && parent.text().isBlank()
        && parent.select("img").isEmpty()) {
      Element emptied = parent;
      parent = parent.parent();
      removeLineAbove(emptied);
      emptied.remove();
    }
  }

  private static void removeLineAbove(Element element) {
    Element before = element.previousElementSibling();
    if (before != null && before.normalName().equals("hr")) {
      before.remove();
    }
  }
}
