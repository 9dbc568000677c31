package no.speil.web.answer;

import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import no.speil.web.view.Messages;
import no.speil.web.view.Shell;
import no.speil.web.visitor.Access;
import no.speil.web.visitor.Names;
import no.speil.web.visitor.Settings;
import no.speil.web.visitor.Tongue;

/** What every page has around its own content, made from the request. */
public final class Frame {
  private final Access access;
  private final Names names;
  private final Assets assets;
  private final Settings settings;

  public Frame(Access access, Names names, Assets assets, Settings settings) {
    this.access = access;
    this.names = names;
    this.assets = assets;
    this.settings = settings;
  }

  /** The frame of a page that has one address and one language. */
  public Shell around(Context context, String title) {
    return around(context, new Shell.Place(title, here(context), "", List.of(), ""));
  }

  public Shell around(Context context, Shell.Place place) {
    Tongue.remember(context);
    return new Shell(Tongue.of(context), visitor(context), place, assets.addresses());
  }

  public Messages messages(Context context) {
    return Tongue.of(context);
  }

  /** The address under which readers reach a path of this server. */
  public String absolute(Context context, String path) {
    URI publicUrl = settings.publicUrl();
    String base = publicUrl == null ? "http://" + context.header("Host") : publicUrl.toString();
    return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
  }

  /** Path and query of this request, without a language asked for in passing. */
  public static String here(Context context) {
    if (!context.req().getMethod().equals("GET")) {
      return "/";
    }
    String query = context.queryString();
    String kept = query == null ? "" : query.replaceAll("(^|&)lang=[^&]*", "");
    String path = context.req().getRequestURI();
    return kept.isEmpty() ? path : path + "?" + (kept.startsWith("&") ? kept.substring(1) : kept);
  }

  private Shell.Visitor visitor(Context context) {
    String obstacle = access.obstacle(context).map(Access.Obstacle::code).orElse("");
    return new Shell.Visitor(
        obstacle.isEmpty() ? names.shown(context) : "", obstacle, access.mayReport(context));
  }
}
