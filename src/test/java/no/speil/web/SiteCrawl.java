package no.speil.web;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.speil.web.page.SiteUrls;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Follows every address that a served site names, a few of each shape, and notes those that lead
 * out of its site path or to nothing.
 */
final class SiteCrawl {
  private static final List<String> ADDRESSES =
      List.of(
          "href",
          "src",
          "action",
          "formaction",
          "data-root",
          "data-other",
          "data-checks",
          "data-completed");

  /** An address of this server in JSON or a script: a string that begins with a slash. */
  private static final Pattern QUOTED = Pattern.compile("[\"'`](/(?!/)[A-Za-z][^\"'`\\s\\\\]*)");

  /** What a form sends, with radio buttons and boxes only where they are chosen. */
  private static final String FIELDS =
      "input[name]:not([type=radio]):not([type=checkbox]), input[checked], textarea[name],"
          + " select[name]";

  private final TestServer testServer;
  private final String top;
  private final String base;
  private final int ofEachShape;
  private final String[] headers;
  private final Set<String> faults = new TreeSet<>();
  private final Set<String> seen = new HashSet<>();
  private final Map<String, Integer> shapes = new HashMap<>();
  private final Map<String, Form> forms = new LinkedHashMap<>();
  private final Deque<String> waiting = new ArrayDeque<>();

  /** Where a form stands. */
  private record Form(String page, String action) {}

  /**
   * Crawls nothing yet.
   *
   * @param top scheme and host of the public address
   * @param base the path that every address must begin with; may be empty
   * @param ofEachShape so many addresses are followed at most
   * @param headers of every request, as name and value by turns
   */
  SiteCrawl(TestServer testServer, String top, String base, int ofEachShape, String... headers) {
    this.testServer = testServer;
    this.top = top;
    this.base = base;
    this.ofEachShape = ofEachShape;
    this.headers = headers;
  }

  /** Follows all links and forms that only read; answers with what is wrong. */
  Set<String> read(String... alsoFrom) {
    follow("start", base + "/");
    Stream.of(alsoFrom).forEach(address -> follow("start", base + address));
    while (!waiting.isEmpty()) {
      visit(waiting.remove());
    }
    return faults;
  }

  /** Sends a form of each shape that was found; answers with what is wrong. */
  Set<String> write() {
    List.copyOf(forms.values()).forEach(this::submit);
    read();
    return faults;
  }

  /** The shapes of all addresses that were asked for, below the site path. */
  Set<String> shapes() {
    return new TreeSet<>(shapes.keySet());
  }

  /** The shapes of the addresses that forms are sent to. */
  Set<String> formShapes() {
    return new TreeSet<>(forms.keySet());
  }

  private void visit(String address) {
    HttpResponse<String> answer = testServer.get(address, headers);
    if (answer.statusCode() >= 400) {
      faults.add(address + " answers " + answer.statusCode());
    }
    answer.headers().firstValue("location").ifPresent(to -> follow(address, to));
    String type = answer.headers().firstValue("content-type").orElse("").replaceFirst(";.*", "");
    switch (type) {
      case "text/html" -> page(address, answer.body());
      case "application/json", "text/javascript", "text/css" -> quoted(address, answer.body());
      case "application/xml", "application/atom+xml" -> xml(address, answer.body());
      default -> {}
    }
  }

  private void page(String address, String body) {
    Document page = Jsoup.parse(body);
    for (String attribute : ADDRESSES) {
      for (Element element : page.select("[" + attribute + "]")) {
        if (element.normalName().equals("form") || attribute.equals("formaction")) {
          form(address, element, attribute);
        } else if (!attribute.equals("data-checks")) { // it is only posted to
          follow(address, element.attr(attribute));
        }
      }
    }
  }

  private void form(String address, Element element, String attribute) {
    if (element.hasAttr("hidden")) {
      return; // only a script shows it, and sends more than it holds
    }
    String action = element.attr(attribute);
    if (attribute.equals("data-checks") || !element.attr("method").equals("post")) {
      boolean posted = attribute.equals("data-checks") || attribute.equals("formaction");
      follow(address, posted ? "" : action + "?" + fields(element, Map.of("q", "styret")));
    }
    if (isInside(address, action) && !element.attr("method").isEmpty()) {
      forms.put(shape(action), new Form(address, action));
    }
  }

  private void submit(Form form) {
    Document page = Jsoup.parse(testServer.get(form.page, headers).body());
    page.select("form[method=post]").stream()
        .filter(each -> each.attr("action").equals(form.action))
        .findFirst()
        .ifPresent(each -> submit(form.page, each));
  }

  private void submit(String page, Element form) {
    String action = form.attr("action");
    String[] all =
        Stream.concat(
                Stream.of(headers), Stream.of("Content-Type", "application/x-www-form-urlencoded"))
            .toArray(String[]::new);
    HttpResponse<String> answer =
        testServer.send(
            "POST",
            action,
            fields(
                form,
                Map.of("norwegian", "ny", "english", "new", "name", "Navn" + action.length())),
            all);
    if (answer.statusCode() >= 400) {
      faults.add(
          page
              + ": the form to "
              + action
              + " is answered "
              + answer.statusCode()
              + ": "
              + Jsoup.parse(answer.body()).select("[role=alert], h1").text());
    }
    answer.headers().firstValue("location").ifPresent(to -> follow(action, to));
    answer.headers().allValues("set-cookie").stream()
        .filter(cookie -> !cookie.contains("Path=" + (base.isEmpty() ? "/" : base)))
        .forEach(cookie -> faults.add(action + " sets the cookie " + cookie));
    page(action, answer.body());
  }

  /** What a form holds, its first button, and words where a text is wanted. */
  private static String fields(Element form, Map<String, String> typed) {
    Map<String, String> all = new LinkedHashMap<>();
    for (Element field : form.select(FIELDS)) {
      String value = value(field);
      String name = field.attr("name");
      boolean quote = name.equals("exact"); // must stand in the text
      boolean text = field.is("textarea, input:not([type]), input[type=search]");
      all.put(name, text && !quote && value.isBlank() ? typed.getOrDefault(name, "Tekst") : value);
    }
    Element button = form.selectFirst("button[name]");
    if (button != null) {
      all.put(button.attr("name"), button.val());
    }
    return all.entrySet().stream()
        .map(field -> field.getKey() + "=" + SiteUrls.encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String value(Element field) {
    return switch (field.normalName()) {
      case "textarea" -> field.wholeText();
      case "select" -> {
        Element chosen = field.selectFirst("option[selected]");
        yield (chosen == null ? field.expectFirst("option") : chosen).val();
      }
      default -> field.val();
    };
  }

  private void quoted(String address, String body) {
    if (address.equals(base + "/openapi.json")) {
      return; // its paths begin at the server that it names
    }
    Matcher matcher = QUOTED.matcher(body);
    while (matcher.find()) {
      follow(address, matcher.group(1));
    }
  }

  private void xml(String address, String body) {
    Document xml = Jsoup.parse(body, Parser.xmlParser());
    xml.select("link").eachAttr("href").forEach(to -> follow(address, to));
    xml.select("loc").eachText().forEach(to -> follow(address, to));
  }

  /** Asks for an address later, unless enough of its shape are asked for. */
  private void follow(String from, String to) {
    if (!isInside(from, to)) {
      return;
    }
    String address = local(from, to);
    if (seen.add(address) && shapes.merge(shape(address), 1, Integer::sum) <= ofEachShape) {
      waiting.add(address);
    }
  }

  /** Whether it is this site's; one that should be and is not within the site path is a fault. */
  private boolean isInside(String from, String to) {
    if (to.isEmpty() || to.startsWith("#") || to.startsWith("mailto:")) {
      return false;
    }
    boolean own = to.startsWith(top + "/") || !URI.create(to).isAbsolute();
    if (own && !(local(from, to) + "/").startsWith(base + "/")) {
      faults.add(from + " names " + to);
      return false;
    }
    return own;
  }

  private String local(String from, String to) {
    String path = to.startsWith(top + "/") ? to.substring(top.length()) : to;
    URI resolved = URI.create("http://x" + (from.startsWith("/") ? from : "/")).resolve(path);
    String query = resolved.getRawQuery();
    return resolved.getRawPath() + (query == null ? "" : "?" + query);
  }

  /**
   * The kind of page: its path with documents, words and ids left out, and what it is asked for.
   */
  private String shape(String address) {
    String[] parts = local("", address).substring(base.length()).split("\\?", 2);
    String path =
        parts[0]
            .replaceAll("^/(s|api/v1/sections)/[^/]+", "/$1/*")
            .replaceAll(
                "^/(d|align|mark|edit|word|cite|export|people|files|api/v1/[a-z]+)/[^*].*?(\\.[a-z]+)?$",
                "/$1/*$2")
            .replaceAll("[0-9]+", "0");
    if (parts.length < 2) {
      return path;
    }
    List<String> asked =
        Stream.of(parts[1].split("&")).map(each -> each.replaceFirst("=.*", "")).toList();
    return path + "?" + asked.getLast();
  }
}
