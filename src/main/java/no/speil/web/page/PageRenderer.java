package no.speil.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateException;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;
import no.speil.exchange.XmlText;
import no.speil.web.http.ResponseCaching;

/** Renders templates. Thread-safe. */
public final class PageRenderer {
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, PageRenderer.class.getClassLoader(), "no.speil.web.templates");

  /** Answers with a rendered template; {@code shown} is its only parameter. */
  public void show(Context context, String template, Object shown) {
    byte[] page = render(template, shown, context.contextPath());
    ResponseCaching.varyByVisitor(context);
    context.result(page).contentType("text/html; charset=utf-8");
  }

  /**
   * A rendered template.
   *
   * @param base what addresses of this server begin with; may be empty
   */
  byte[] render(String template, Object shown, String base) {
    byte[] page = HtmlAddresses.below(base, rendered(template, shown));
    for (int i = 0; i < page.length; i++) {
      if (Character.isISOControl(page[i]) && "\n\t\r".indexOf(page[i]) < 0) {
        page[i] = '?'; // a control character, which HTML may not hold
      }
    }
    return page;
  }

  /** Answers with XML of a media type. */
  public void showXml(Context context, String template, Object shown, String mediaType) {
    ResponseCaching.varyByVisitor(context);
    context.result(xml(template, shown).getBytes(UTF_8)).contentType(mediaType);
  }

  /** Rendered XML; its template has names in small letters only, as HTML. */
  public String xml(String template, Object shown) {
    String root = new String(rendered(template, shown), UTF_8).strip();
    return XmlText.permitted("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + root + "\n");
  }

  private byte[] rendered(String template, Object shown) {
    var output = new Utf8ByteOutput();
    try {
      templates.render(template + ".jte", shown, output);
    } catch (TemplateException e) { // what a template asked for has failed
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
    return output.toByteArray();
  }
}
