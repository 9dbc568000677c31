package no.speil.web;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import no.speil.web.page.SiteUrls;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Fills in forms of pages and sends them, as a browser without scripts does. */
public final class FormSubmission {
  private FormSubmission() {}

  /** Sends the form with what it holds and these fields, given as name and value by turns. */
  public static HttpResponse<String> form(TestServer testServer, Element form, String... fields) {
    Map<String, String> all = new LinkedHashMap<>();
    form.select("input, textarea").forEach(each -> all.put(each.attr("name"), value(each)));
    if (!form.id().isEmpty()) {
      Objects.requireNonNull(form.ownerDocument())
          .select("[form=" + form.id() + "]:is(input, textarea)")
          .forEach(each -> all.put(each.attr("name"), value(each)));
    }
    for (int i = 0; i < fields.length; i += 2) {
      all.put(fields[i], fields[i + 1]);
    }
    String body =
        all.entrySet().stream()
            .map(field -> field.getKey() + "=" + SiteUrls.encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return testServer.post(form.attr("action"), body);
  }

  /** The page of an address, also where that leads to another. */
  public static Document page(TestServer testServer, String path) {
    HttpResponse<String> answer = testServer.get(path);
    return answer.statusCode() == 303
        ? page(testServer, location(answer))
        : Jsoup.parse(answer.body());
  }

  public static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("location").orElse("none");
  }

  private static String value(Element field) {
    return field.tagName().equals("textarea") ? field.wholeText().strip() : field.val();
  }
}
