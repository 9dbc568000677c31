package no.speil.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateException;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.regex.Pattern;
import no.speil.exchange.XmlText;
import no.speil.web.http.ResponseCaching;

/** Renders templates. Thread-safe. */
public final class PageRenderer {
  /** Control characters, which HTML may not hold. */
  private static final Pattern FORBIDDEN =
      Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F]");

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, PageRenderer.class.getClassLoader(), "no.speil.web.templates");

  /** Answers with a rendered template; {@code shown} is its only parameter. */
  public void show(Context context, String template, Object shown) {
    byte[] page = render(template, shown, context.contextPath()).getBytes(UTF_8);
    ResponseCaching.varyByVisitor(context);
    context.result(page).contentType("text/html; charset=utf-8");
  }

  /**
   * A rendered template.
   *
   * @param base what addresses of this server begin with; may be empty
   */
  String render(String template, Object shown, String base) {
    String page = FORBIDDEN.matcher(rendered(template, shown)).replaceAll("?");
    return HtmlAddresses.below(base, page);
  }

  /** Answers with XML of a media type. */
  public void showXml(Context context, String template, Object shown, String mediaType) {
    ResponseCaching.varyByVisitor(context);
    context.result(xml(template, shown).getBytes(UTF_8)).contentType(mediaType);
  }

  /** Rendered XML. */
  public String xml(String template, Object shown) {
    String root = rendered(template, shown).strip();
    return XmlText.permitted("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + root + "\n");
  }

  private String rendered(String template, Object shown) {
    var output = new StringOutput();
    try {
      templates.render(template + ".jte", shown, output);
    } catch (TemplateException e) { // what a template asked for has failed
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
    return output.toString();
  }
}
